// Whether what a server sends is what Excel needs: each address of the manifest reachable, with the right type, headers
// and bytes. Says of each fault how to cure it.
// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { extname, join } from "node:path";
import { headersFor } from "./headers.mjs";

/**
 * @typedef {{ ok: boolean, says: string, cure?: string }} Finding
 * @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer }} Answer
 */

const WAIT_MS = 10_000;

/**
 * One answer, without following redirects: Excel's host would not log in somewhere either.
 * @param {string} url
 * @param {Buffer} [ca] the authority of a certificate for localhost
 * @returns {Promise<Answer>}
 */
export const read = (url, ca) =>
  new Promise((resolve, reject) => {
    const ask = url.startsWith("https:") ? httpsRequest : httpRequest;
    const request = ask(url, { timeout: WAIT_MS, ...(ca ? { ca } : {}) }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on("timeout", () => request.destroy(new Error(`no answer within ${WAIT_MS / 1000} s`)));
    request.on("error", reject);
    request.end();
  });

/** @param {string} manifest */
export const addressesIn = (manifest) => [
  ...new Set(
    [...manifest.matchAll(/(?:DefaultValue|Url)="(https?:\/\/[^"]+)"/g)].flatMap(([, address]) => address ?? []),
  ),
];

/** The address that all others begin with: that of the pane without its file. @param {string} manifest */
export const originIn = (manifest) => {
  const pane = addressesIn(manifest).find((address) => address.endsWith("/taskpane.html"));
  if (!pane) throw new Error("dist/manifest.xml names no taskpane.html. Run npm run build.");
  return pane.slice(0, -"/taskpane.html".length);
};

/** By extension, the type to send; application/javascript is as good as text/javascript. */
const TYPES = new Map([
  [".html", "text/html"],
  [".js", "text/javascript"],
  [".json", "application/json"],
  [".png", "image/png"],
]);

/** Headers that keep Excel on the web from showing the pane in its frame. */
const IN_THE_WAY = ["x-frame-options", "cross-origin-opener-policy", "cross-origin-embedder-policy"];

/**
 * @param {string} path "/functions.json"
 * @param {Answer} answer
 * @returns {Finding[]} faults only
 */
const faultsOf = (path, { headers }) => {
  /** @type {Finding[]} */
  const faults = [];
  /** @type {(says: string, cure: string) => void} */
  const fault = (says, cure) => void faults.push({ ok: false, says: `${path} ${says}`, cure });
  const wanted = headersFor(path);
  const extension = extname(path);

  const type = (headers["content-type"] ?? "").split(";")[0]?.replace("application/javascript", "text/javascript");
  if (type !== TYPES.get(extension)) {
    fault(`is served as "${type}".`, `Tell the server that ${extension} files are ${TYPES.get(extension)}.`);
  }
  const cache = headers["cache-control"] ?? "";
  const isKept = !/no-store|no-cache|max-age=0/.test(cache);
  if (extension === ".png" ? /no-store/.test(cache) : isKept) {
    const why =
      extension === ".png" ? "icons vanish from the ribbon" : "Excel may keep an old version beside a new one";
    fault(
      `has ${cache ? `Cache-Control: ${cache}` : "no Cache-Control"}, so ${why}.`,
      `Send Cache-Control: ${wanted["Cache-Control"]}.`,
    );
  }
  if (extension === ".json" && headers["access-control-allow-origin"] !== "*") {
    fault("may not be read from other origins, as Excel on the web does.", "Send Access-Control-Allow-Origin: *.");
  }
  if (extension === ".html") {
    for (const name of IN_THE_WAY) {
      if (headers[name])
        fault(`has ${name}: ${headers[name]}: Excel on the web will not show it.`, `Remove the header ${name}.`);
    }
    const ancestors = /frame-ancestors([^;]*)/.exec(String(headers["content-security-policy"] ?? ""))?.[1];
    if (ancestors !== undefined && !/officeapps\.live\.com/.test(ancestors)) {
      fault(
        "forbids Office's pages to frame it.",
        "Take the frame-ancestors that node src/build/host/hosting.mjs prints.",
      );
    }
  }
  return faults;
};

/** @param {unknown} error */
const reasonOf = (error) => {
  const { code = "", message } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === "ECONNREFUSED") return "nothing answers there";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "its host has no address";
  return /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code) ? `its certificate is not trusted (${code})` : message;
};

/** @param {Buffer} json build.json @returns {string | undefined} */
const buildIn = (json) => {
  try {
    const { build } = JSON.parse(String(json));
    return typeof build === "string" ? build : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Undefined when it is not told: the reading of all addresses says why.
 * @param {string} origin
 * @param {Buffer} [ca]
 */
const servedBuild = async (origin, ca) => {
  try {
    return buildIn((await read(`${origin}/build.json`, ca)).body);
  } catch {
    return undefined;
  }
};

/**
 * Reads every address of the manifest and compares it with dist.
 * @param {{ dist: string, manifest: string, ca?: Buffer | undefined }} what
 * @returns {Promise<Finding[]>}
 */
export const servedFindings = async ({ dist, manifest, ca }) => {
  const origin = originIn(manifest);
  const addresses = [...addressesIn(manifest), `${origin}/taskpane.js`, `${origin}/build.json`];
  const builds = { here: buildIn(readFileSync(join(dist, "build.json"))), there: await servedBuild(origin, ca) };
  /** @type {Finding[]} */
  const faults = [];
  const isOther = builds.there !== undefined && builds.there !== builds.here;
  if (isOther) {
    faults.push({
      ok: false,
      says: `${origin} serves build ${builds.there}, dist is build ${builds.here}.`,
      cure: "Put the whole of dist there again.",
    });
  }
  for (const address of addresses) {
    const path = address.startsWith(`${origin}/`) ? address.slice(origin.length) : undefined;
    if (path === undefined) {
      faults.push({
        ok: false,
        says: `The manifest names ${address}, which is not at ${origin}.`,
        cure: "Build again with one --env origin=…",
      });
      continue;
    }
    try {
      const answer = await read(address, ca);
      if (answer.status !== 200) {
        const sends = answer.headers.location ? ` and leads to ${answer.headers.location}` : "";
        faults.push({
          ok: false,
          says: `${address} answers ${answer.status}${sends}.`,
          cure: `Put dist${path} there, with no sign-in before it.`,
        });
        continue;
      }
      faults.push(...faultsOf(path, answer));
      const file = join(dist, path);
      // Of another build every file may differ: that is said once.
      if (isOther) continue;
      if (!existsSync(file) || !readFileSync(file).equals(answer.body)) {
        faults.push({
          ok: false,
          says: `${path} is served in another version than dist holds.`,
          cure: "Put the whole of dist there again, and empty caches in between.",
        });
      }
    } catch (error) {
      faults.push({
        ok: false,
        says: `${address} cannot be read: ${reasonOf(error)}.`,
        cure: "Start the server, or correct its address, certificate or firewall.",
      });
    }
  }
  if (faults.length > 0) return faults;
  return [{ ok: true, says: `All ${addresses.length} addresses at ${origin} are served as Excel needs them.` }];
};
