// The server behind npm start, npm run excel and the browser tests: types, headers, ports.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
