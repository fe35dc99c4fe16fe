// npm start: the workbook in the browser, from a fresh clone in one command. --port 4000 and --no-open are understood.
// @ts-check
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { ensureInstalled, run } from "../setup.mjs";

/**
 * Opens the address where there is a browser to open it in; says nothing when there is none.
 * @param {string} url
 */
const openBrowser = (url) => {
  const hasScreen = Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
  const openers = /** @type {Partial<Record<NodeJS.Platform, [string, string[]]>>} */ ({
    darwin: ["open", [url]],
    win32: ["cmd", ["/c", "start", "", url]],
    ...(hasScreen ? { linux: ["xdg-open", [url]] } : {}),
  });
  const opener = openers[process.platform];
  if (!opener) return;
  const [program, args] = opener;
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
};

await run(async () => {
  const { values } = parseArgs({ options: { port: { type: "string" }, "no-open": { type: "boolean" } } });
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is no port number.`);

  ensureInstalled();
  // Only now: these need packages.
  const { DIST, ensureBuilt } = await import("../bundle/built.mjs");
  const { serve } = await import("./serve.mjs");
  ensureBuilt();
  const { url } = await serve({ dir: DIST, port, home: "playground.html" });
  const page = `${url}/playground.html`;
  console.log(`\nThe workbook is at ${page}`);
  console.log('Type into a cell: =MINERHOLDINGS("MARA","2025-12-31")');
  console.log("Ctrl+C stops it.");
  if (!values["no-open"] && !process.env["CI"]) openBrowser(page);
});
