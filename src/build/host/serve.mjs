// A small static server for dist: right types, the add-in's headers, http or https, and the next port when one is taken.
// @ts-check
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import send from "send";
import { headersFor } from "./headers.mjs";

const PREFERRED_PORT = 3000;
const PORTS_TRIED = 50;

/**
 * @typedef {object} ServeOptions
 * @property {string} dir the folder to serve
 * @property {number} [port] the port to try first; 0 takes any free one
 * @property {boolean} [onlyThisPort] fail when the port is taken instead of taking the next one
 * @property {import("node:https").ServerOptions} [https] key and certificate; without them it is http
 * @property {string} [home] the page that "/" leads to
 *
 * @typedef {object} Served
 * @property {string} url without a slash at its end
 * @property {number} port
 * @property {() => Promise<void>} close
 */

/**
 * @param {import("node:http").Server | import("node:https").Server} server
 * @param {number} port
 * @returns {Promise<boolean>} false when the port is taken
 */
const listen = (server, port) =>
  new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const onError = (error) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error));
    server.once("error", onError);
    // Bound to this machine alone: what is being built is nobody else's business.
    server.listen(port, "localhost", () => {
      server.off("error", onError);
      resolve(true);
    });
  });

/**
 * The path of a request line as it stands, without what follows a question mark: "//" is a path here, and no host.
 * @param {string | undefined} url
 */
const pathOf = (url = "/") => url.replace(/^https?:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "") || "/";

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} path
 */
const notThere = (response, path) => {
  for (const [name, value] of Object.entries(headersFor("/x.html"))) response.setHeader(name, value);
  response.writeHead(404, { "Content-Type": "text/plain" }).end(`No ${path} here.\n`);
};

/**
 * @param {ServeOptions} options
 * @returns {Promise<Served>}
 */
export const serve = async ({ dir, port = PREFERRED_PORT, onlyThisPort = false, https, home }) => {
  /** @type {import("node:http").RequestListener} */
  const answer = (request, response) => {
    const path = pathOf(request.url);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response
        .writeHead(405, { Allow: "GET, HEAD", "Content-Type": "text/plain" })
        .end("This server only gives files.\n");
      return;
    }
    if (home && path === "/") {
      response.writeHead(302, { Location: `/${home}` }).end();
      return;
    }
    // Whoever asks by fetch with an ETag of its own sends "no-cache" too, and still wants to hear that nothing changed.
    delete request.headers["cache-control"];
    // What is not well-formed (escapes, ranges, dots that lead out of the folder) is an answer of its own, never a fall.
    send(request, path, { root: dir, index: false, cacheControl: false })
      .on("headers", (file) => {
        for (const [name, value] of Object.entries(headersFor(path))) file.setHeader(name, value);
      })
      .on("directory", () => notThere(response, path))
      .on("error", (/** @type {{ status?: number }} */ { status = 500 }) => {
        if (status === 404) notThere(response, path);
        else response.writeHead(status, { "Content-Type": "text/plain" }).end(`${status}\n`);
      })
      .pipe(response);
  };
  const server = https ? createHttpsServer(https, answer) : createHttpServer(answer);

  const last = onlyThisPort || port === 0 ? port : Math.min(port + PORTS_TRIED - 1, 65_535);
  let taken = port;
  while (!(await listen(server, taken))) {
    if (taken === last) {
      throw new Error(
        onlyThisPort
          ? `Port ${port} is taken by another program. Close it and try again.`
          : `The ports ${port} to ${last} are all taken. Name another with --port.`,
      );
    }
    taken += 1;
  }
  const address = server.address();
  const at = typeof address === "object" && address ? address.port : taken;
  if (port !== 0 && at !== port) console.log(`Port ${port} is taken; using ${at}.`);
  return {
    url: `${https ? "https" : "http"}://localhost:${at}`,
    port: at,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
