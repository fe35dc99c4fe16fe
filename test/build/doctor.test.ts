// npm run doctor: a small build on a real server, right at first, then wrong in one way after the other.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { generateCertificates } from "office-addin-dev-certs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  certificateFinding,
  distFinding,
  nodeFinding,
  packagesFinding,
  portFinding,
} from "../../src/build/host/doctor-local.mjs";
import { servedFindings } from "../../src/build/host/doctor-served.mjs";
import { headersFor } from "../../src/build/host/headers.mjs";

let dist: string;
const put = (name: string, text: string): void => {
  writeFileSync(join(dist, name), text);
};
const manifestAt = (origin: string): string =>
  `<Version>0.1.0.0</Version>${[
    "assets/icon-32.png",
    "taskpane.html",
    "functions.js",
    "functions.json",
    "help/index.html",
  ]
    .map((file) => `<Url DefaultValue="${origin}/${file}" />`)
    .join("")}<ExtendedOverrides Url="${origin}/shortcuts.json" />`;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "doctor-"));
  for (const folder of ["assets", "data", "help"]) mkdirSync(join(dist, folder));
  put("assets/icon-32.png", "png");
  put("taskpane.html", "<p>pane");
  put("taskpane.js", 'const build = "0123456789ab"');
  put("build.json", '{"addin":"0.1.0","build":"0123456789ab"}');
  put("help/index.html", "<p>help");
  put(
    "functions.js",
    'globalThis.MinerOverhang = { BUILD: "0123456789ab", record: () => ({ version: "2026-01-01" }), catalogue: [{ id: "AAA" }, { id: "BBB" }] };\n//# end',
  );
  put("shortcuts.json", "{}");
  put("functions.json", JSON.stringify({ functions: [{ id: "AAA" }, { id: "BBB" }] }));
  put("data/latest.json", JSON.stringify({ version: "2026-01-01", file: "record-2026-01-01.json" }));
  put("data/record-2026-01-01.json", "{}");
  put("manifest.xml", manifestAt("https://addins.example.com"));
});
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
  rmSync(dist, { recursive: true });
});

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
};
type Spoil = (path: string, response: ServerResponse) => boolean;

/** Serves dist with the right headers; what `spoil` changes comes on top, and true means that it answered itself. */
const answer =
  (spoil: Spoil = () => false) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? "/";
    response.setHeader("Content-Type", TYPES[extname(path)] ?? "");
    for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
    if (!spoil(path, response)) response.end(readFileSync(join(dist, path)));
  };
const listening = async (server: Server): Promise<number> => {
  open.push(server.listen(0, "localhost"));
  await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as AddressInfo).port;
};
const start = async (spoil?: Spoil): Promise<string> =>
  `http://localhost:${await listening(createServer(answer(spoil)))}`;
const header =
  (name: string, value: string | undefined, only = /./): Spoil =>
  (path, response) => {
    if (only.test(path)) {
      if (value === undefined) response.removeHeader(name);
      else response.setHeader(name, value);
    }
    return false;
  };
const look = async (spoil?: Spoil) => servedFindings({ dist, manifest: manifestAt(await start(spoil)) });

describe("the doctor on a server", () => {
  it("finds nothing where every address is served as it should be", async () => {
    const [only, ...more] = await look();
    expect(only).toMatchObject({ ok: true, says: expect.stringMatching(/^All 8 addresses at http/) as string });
    expect(more).toEqual([]);
  });

  it.each<[string, Spoil, RegExp, RegExp]>([
    ["a script served as text", header("Content-Type", "text/plain", /s\.js$/), /functions\.js is served as "text\/plain"/, /\.js files are text\/javascript/],
    ["a page without a cache rule", header("Cache-Control", undefined, /pane\.html/), /taskpane\.html has no Cache-Control/, /no-cache, must-revalidate/],
    ["metadata kept for a day", header("Cache-Control", "max-age=86400", /ns\.json/), /functions\.json has Cache-Control: max-age=86400/, /no-cache/],
    ["icons that may not be kept", header("Cache-Control", "no-store", /\.png/), /icons vanish/, /max-age=86400/],
    ["metadata closed to other origins", header("Access-Control-Allow-Origin", undefined, /ns\.json/), /may not be read from other origins/, /Allow-Origin: \*/],
    ["a page that forbids frames", header("X-Frame-Options", "DENY", /pane\.html/), /x-frame-options: DENY/, /Remove the header/],
    ["a policy without Office's pages", header("Content-Security-Policy", "frame-ancestors 'self'", /pane\.html/), /forbids Office's pages/, /hosting\.mjs/],
    ["a file that is missing", (path, response) => path === "/taskpane.js" && Boolean(response.writeHead(404).end()), /taskpane\.js answers 404/, /Put dist\/taskpane\.js there/],
    ["a sign-in page before it", (path, response) => path.endsWith("x.html") && Boolean(response.writeHead(302, { Location: "/login" }).end()), /answers 302 and leads to \/login/, /no sign-in/],
    ["keys served as text", header("Content-Type", "text/plain", /cuts\.json$/), /shortcuts\.json is served as "text\/plain"/, /\.json files are application\/json/],
    ["another build, once for all its files", (path, response) => (path === "/build.json" && Boolean(response.end('{"addin":"0.1.0","build":"ba9876543210"}'))) || (path === "/taskpane.js" && Boolean(response.end("old"))), /serves build ba9876543210, dist is build 0123456789ab/, /Put the whole of dist/],
    ["an older file", (path, response) => path === "/functions.js" && Boolean(response.end("old")), /functions\.js is served in another version/, /Put the whole of dist/],
  ])("finds %s, alone, and its cure", async (_, spoil, says, cure) => {
    const found = await look(spoil);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ ok: false, says: expect.stringMatching(says) as string, cure: expect.stringMatching(cure) as string });
  }); // prettier-ignore

  it("takes application/javascript for a script too", async () => {
    expect(await look(header("Content-Type", "application/javascript; charset=utf-8", /\.js$/))).toMatchObject([
      { ok: true },
    ]);
  });

  it("says when an address lies elsewhere, or nothing answers", async () => {
    const origin = await start();
    const manifest = manifestAt(origin).replace(`${origin}/help`, "https://elsewhere.example/help");
    expect(await servedFindings({ dist, manifest })).toMatchObject([
      { ok: false, says: expect.stringContaining("elsewhere") as string },
    ]);
    const silent = await servedFindings({ dist, manifest: manifestAt("http://localhost:9") });
    expect(silent.map(({ says }) => says)).toContain(
      "http://localhost:9/functions.js cannot be read: nothing answers there.",
    );
  });

  it("trusts a certificate by its authority, and says when there is none", async () => {
    const [ca, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => join(dist, name)) as [
      string,
      string,
      string,
    ];
    await generateCertificates(ca, cert, key, 1);
    const https = createHttpsServer({ cert: readFileSync(cert), key: readFileSync(key) }, answer());
    const manifest = manifestAt(`https://localhost:${await listening(https)}`);
    expect(await servedFindings({ dist, manifest, ca: readFileSync(ca) })).toMatchObject([{ ok: true }]);
    const [untrusted] = await servedFindings({ dist, manifest });
    expect(untrusted).toMatchObject({
      ok: false,
      says: expect.stringContaining("certificate is not trusted") as string,
    });
  });
});

describe("the doctor on the port", () => {
  it("tells the add-in, another program and a free port apart", async () => {
    expect(await portFinding(await start())).toMatchObject({ ok: true, serves: true });
    expect(await portFinding("http://localhost:9")).toMatchObject({ ok: true, serves: false });
    const other = await start((_, response) => Boolean(response.end("<h1>It works")));
    expect(await portFinding(other)).toMatchObject({
      ok: false,
      says: expect.stringContaining("Something else") as string,
    });
  });
});

describe("the doctor on a build", () => {
  it("finds one whole build", () => {
    expect(distFinding(dist, "0.1.0")).toEqual({
      ok: true,
      says: "dist is whole: add-in 0.1.0, build 0123456789ab, record 2026-01-01, 2 functions.",
    });
  });

  it.each([
    ["a missing file", () => { rmSync(join(dist, "taskpane.js")); }, /lacks taskpane\.js/],
    ["functions of another build", () => { put("build.json", '{"addin":"0.1.0","build":"ba9876543210"}'); }, /functions\.js is of build 0123456789ab, .* names ba9876543210/],
    ["a pane of another build", () => { put("taskpane.js", "pane"); }, /taskpane\.js is not of build 0123456789ab/],
    ["metadata of another version", () => { put("functions.json", '{"functions":[{"id":"AAA"}]}'); }, /lists other functions/],
    ["data of another version", () => { put("data/latest.json", '{"version":"2026-02-02","file":"x"}'); }, /record 2026-01-01.*names 2026-02-02/],
    ["a release without its file", () => { rmSync(join(dist, "data/record-2026-01-01.json")); }, /lacks record-2026-01-01/],
    ["a script that does not run", () => { put("functions.js", "throw new Error('broken')"); }, /does not run: broken/],
    ["a manifest of another version", () => { put("manifest.xml", "<Version>0.0.9.0</Version>"); }, /manifest has version 0\.0\.9\.0/],
  ])("finds %s", (_, spoil, says) => {
    spoil();
    expect(distFinding(dist, "0.1.0")).toMatchObject({ ok: false, says: expect.stringMatching(says) as string, cure: expect.stringMatching(/npm run build/) as string });
  }); // prettier-ignore
});

describe("the doctor on this computer", () => {
  it.each([
    ["v20.19.0", true],
    ["v24.1.0", true],
    ["v20.18.3", false],
    ["v18.20.0", false],
  ])("judges Node %s against what package.json asks for", (version, ok) => {
    expect(nodeFinding(version, ">=20.19").ok).toBe(ok);
  });

  it("asks for packages and for a certificate where Excel runs", () => {
    expect(packagesFinding(false)).toMatchObject({ ok: false, cure: "Run npm ci." });
    expect(certificateFinding("linux", () => false).ok).toBe(true);
    expect(certificateFinding("win32", () => true).ok).toBe(true);
    expect(certificateFinding("win32", () => false)).toMatchObject({
      ok: false,
      cure: expect.stringContaining("npm run excel") as string,
    });
    const failing = (): boolean => {
      throw new Error("no PowerShell");
    };
    expect(certificateFinding("darwin", failing).says).toContain("no PowerShell");
  });

  it("ends with exit code 1 and the cure when something is wrong, else with 0", () => {
    const program = join(import.meta.dirname, "../../src/build/host/doctor.mjs");
    const doctor = () => spawnSync(process.execPath, [program, "--dist", dist], { encoding: "utf8" });
    put("manifest.xml", manifestAt("http://localhost:9"));
    const healthy = doctor();
    expect([healthy.status, healthy.stdout]).toEqual([0, expect.stringContaining("Nothing to cure.")]);
    rmSync(join(dist, "functions.js"));
    const ill = doctor();
    expect([ill.status, ill.stdout]).toEqual([
      1,
      expect.stringMatching(/CURE {2}dist lacks functions\.js\.\n +Run npm run build/),
    ]);
  });
});
