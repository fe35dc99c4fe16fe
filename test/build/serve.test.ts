// The server behind npm start, npm run excel and the browser tests: types, headers, ports.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serve } from "../../src/build/host/serve.mjs";

let dir: string;
let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "served-"));
  for (const name of ["page.html", "functions.js", "functions.json"]) writeFileSync(join(dir, name), "{}");
  mkdirSync(join(dir, "assets"));
  writeFileSync(join(dir, "assets/icon-16.png"), "");
  site = await serve({ dir, port: 0, home: "page.html" });
});
afterAll(async () => {
  await site.close();
  rmSync(dir, { recursive: true });
});

const header = async (path: string, name: string): Promise<string | null> =>
  (await fetch(site.url + path)).headers.get(name);

describe("the server", () => {
  it("serves each file with its type", async () => {
    expect(await header("/page.html", "content-type")).toMatch(/^text\/html/);
    expect(await header("/functions.js", "content-type")).toMatch(/^text\/javascript/);
    expect(await header("/functions.json", "content-type")).toMatch(/^application\/json/);
  });

  it("lets browsers keep icons for a day and asks again for everything else", async () => {
    expect(await header("/assets/icon-16.png", "cache-control")).toBe("public, max-age=86400");
    for (const path of ["/page.html", "/functions.js", "/functions.json"]) {
      expect(await header(path, "cache-control"), path).toBe("no-cache, must-revalidate");
    }
  });

  it("answers an unchanged file with 304", async () => {
    const etag = (await header("/functions.js", "etag")) ?? "";
    const again = await fetch(`${site.url}/functions.js`, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
  });

  it("lets Excel on the web show the pane in a frame, and nobody else", async () => {
    const policy = await header("/page.html", "content-security-policy");
    expect(policy).toMatch(/frame-ancestors 'self' [^;]*https:\/\/excel\.cloud\.microsoft/);
    expect(policy).not.toMatch(/unsafe-eval/);
    for (const name of ["x-frame-options", "cross-origin-opener-policy", "cross-origin-embedder-policy"]) {
      expect(await header("/page.html", name), name).toBeNull();
    }
  });

  it("sets the policy on every page, however it is called, and on what stands where a page should", async () => {
    for (const path of ["/page.html", "/functions.js", "/nowhere", "/help/"]) {
      expect(await header(path, "content-security-policy"), path).toMatch(/^default-src 'none'/);
    }
  });

  it("lets other origins read the files, as Excel on the web does with functions.json", async () => {
    expect(await header("/functions.json", "access-control-allow-origin")).toBe("*");
    expect(await header("/functions.json", "cross-origin-resource-policy")).toBe("cross-origin");
    expect(await header("/functions.json", "x-content-type-options")).toBe("nosniff");
  });

  it("leads from / to its home page and says 404 for what is not there", async () => {
    const home = await fetch(`${site.url}/`, { redirect: "manual" });
    expect([home.status, home.headers.get("location")]).toEqual([302, "/page.html"]);
    expect((await fetch(`${site.url}/nowhere.js`)).status).toBe(404);
  });

  /** Sends a request as it is, which fetch would correct before it leaves, and gives back the first line of the answer. */
  const raw = (request: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(site.port, "localhost", () => socket.write(request));
      let answer = "";
      socket.on("data", (bytes) => (answer += String(bytes)));
      socket.on("error", reject);
      socket.on("close", () => {
        resolve(answer.split("\r\n")[0] ?? "");
      });
    });
  const asked = (target: string, ...headers: string[]): Promise<string> =>
    raw([`GET ${target} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers, "", ""].join("\r\n"));

  it.each([
    ["//", "404"],
    ["//etc/passwd", "404"],
    ["/../package.json", "404|403"],
    ["/..%2f..%2fpackage.json", "404|403"],
    ["/%2e%2e/package.json", "404|403"],
    ["/%", "400"],
    ["/%ff", "400"],
    ["/%00", "400"],
    ["/assets", "404"],
    ["/assets/", "404"],
    ["/.", "404"],
    ["?", "400"],
    ["http://elsewhere/functions.js", "200"],
    ["/functions.js?v=1#x", "200"],
  ])("answers %s with %s and goes on", async (target, status) => {
    expect(await asked(target)).toMatch(new RegExp(`^HTTP/1.1 (?:${status}) `));
    expect((await fetch(`${site.url}/functions.js`)).status).toBe(200);
  });

  it.each([
    ["bytes=5-1", "416|200"],
    ["bytes=0-0", "206"],
    ["bytes=-1", "206"],
    ["bytes=99-", "416"],
    ["bytes=a-b", "416|200"],
    ["lines=1-2", "200"],
    ["bytes=0-0,1-1,0-1", "200|206"],
  ])("answers the range %s with %s and goes on", async (range, status) => {
    expect(await asked("/functions.js", `Range: ${range}`)).toMatch(new RegExp(`^HTTP/1.1 (?:${status}) `));
    expect((await fetch(`${site.url}/functions.js`)).status).toBe(200);
  });

  it("gives files to whoever asks for them, and takes nothing", async () => {
    expect((await fetch(`${site.url}/functions.js`, { method: "POST", body: "x" })).status).toBe(405);
    expect((await fetch(`${site.url}/functions.js`, { method: "HEAD" })).status).toBe(200);
  });

  it("stands a thousand odd requests", async () => {
    const odd = fc.sample(fc.tuple(fc.string({ unit: "grapheme", maxLength: 30 }), fc.string({ maxLength: 20 })), {
      numRuns: 1000,
      seed: 20_261_128,
    });
    const answers: string[] = [];
    for (const [path, range] of odd) {
      const target = `/${encodeURIComponent(path.replaceAll(/[\ud800-\udfff]/g, "?"))
        .replaceAll("%2F", "/")
        .replaceAll(/%([0-4])/g, "%$1")}`;
      answers.push(
        await asked(
          path.length % 3 === 0 ? target.slice(0, -1) || "/" : target,
          `Range: ${range.replaceAll(/[^ -~]/g, "")}`,
        ),
      );
    }
    expect(answers.every((line) => /^HTTP\/1\.1 [2-4]\d\d /.test(line))).toBe(true);
    expect((await fetch(`${site.url}/functions.js`)).status).toBe(200);
  });

  it("takes the next port when one is taken, and says so", async () => {
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const second = await serve({ dir, port: site.port });
    expect(second.port).toBeGreaterThan(site.port);
    expect(said).toHaveBeenCalledWith(`Port ${site.port} is taken; using ${second.port}.`);
    said.mockRestore();
    await second.close();
  });

  it("fails with a sentence where only one port will do", async () => {
    const blocker = createServer().listen(0, "localhost");
    await new Promise((resolve) => blocker.once("listening", resolve));
    const port = (blocker.address() as { port: number }).port;
    await expect(serve({ dir, port, onlyThisPort: true })).rejects.toThrow(`Port ${port} is taken by another program.`);
    blocker.close();
  });
});
