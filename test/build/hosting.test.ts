// The headers in the words of common servers: each sends what our own server sends, or at least no less.
import { runInNewContext } from "node:vm";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { headersFor } from "../../src/build/host/headers.mjs";
import { BESIDE, SAMPLES } from "../../src/build/host/hosting.mjs";
import { distText } from "./dist";

const PATHS = [
  "/taskpane",
  "/help/",
  "/taskpane.html",
  "/help/index.html",
  "/functions.js",
  "/functions.json",
  "/assets/icon-32.png",
];
const sample = (name: string): string => SAMPLES[name]?.() ?? "";

describe("the headers for other servers", () => {
  it("are told to CloudFront by a function that sets them", () => {
    for (const path of PATHS) {
      const event = { request: { uri: path }, response: { headers: { "x-frame-options": { value: "DENY" } } } };
      const { headers } = runInNewContext(`${sample("cloudfront")}; handler(event)`, {
        event,
      }) as typeof event.response;
      const sent = Object.entries<{ value: string }>(headers).map(([name, { value }]) => [name, value]);
      const wanted = Object.entries(headersFor(path)).map(([name, value]) => [name.toLowerCase(), value]);
      expect(Object.fromEntries(sent), path).toEqual(Object.fromEntries(wanted));
    }
  });

  it("are told to Azure Static Web Apps by its file", () => {
    const { globalHeaders, routes, mimeTypes } = JSON.parse(sample("staticwebapp.config.json")) as {
      globalHeaders: Record<string, string>;
      routes: { route: string; headers: Record<string, string> }[];
      mimeTypes: Record<string, string>;
    };
    for (const path of PATHS) {
      const route = routes.find((each) => path.startsWith(each.route.replace("*", "")));
      expect({ ...globalHeaders, ...route?.headers }, path).toEqual(headersFor(path));
    }
    expect(mimeTypes).toEqual({ ".js": "text/javascript", ".json": "application/json" });
  });

  it("are told to IIS by its file", () => {
    const { document } = new JSDOM(sample("web.config"), { contentType: "text/xml" }).window;
    const added = (within: string): Record<string, string> =>
      Object.fromEntries(
        [...document.querySelectorAll(`${within} > httpProtocol > customHeaders > add`)].map((each) => [
          each.getAttribute("name") ?? "",
          each.getAttribute("value") ?? "",
        ]),
      );
    const everywhere = added("configuration > system\\.webServer");
    const inAssets = added('location[path="assets"] > system\\.webServer');
    for (const path of PATHS) {
      expect({ ...everywhere, ...(path.startsWith("/assets/") ? inAssets : {}) }, path).toEqual(headersFor(path));
    }
  });

  it.each([".htaccess", "nginx", "_headers"])("are all in %s", (name) => {
    for (const path of PATHS)
      for (const value of Object.values(headersFor(path))) expect(sample(name)).toContain(value);
  });

  it("are one line each for every path in _headers, since Cloudflare joins what several patterns say", () => {
    const rules = sample("_headers")
      .trim()
      .split("\n\n")
      .map((block) => block.split("\n"))
      .map(([pattern = "", ...lines]) => ({
        // A star stands for any path, slashes included.
        isFor: (path: string) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(path),
        names: lines.map((line) => line.trim().split(": ")[0] ?? ""),
      }));
    for (const path of PATHS) {
      const names = rules.filter((rule) => rule.isFor(path)).flatMap((rule) => rule.names);
      expect(new Set(names).size, path).toBe(names.length);
      expect(names, path).toContain("Content-Security-Policy");
    }
  });

  it("name no header that keeps Excel on the web from showing the pane", () => {
    for (const name of Object.keys(SAMPLES)) {
      expect(sample(name), name).not.toMatch(/Cross-Origin-(Opener|Embedder)-Policy|X-Frame-Options: /i);
    }
  });

  it("lie beside the pages where a server reads them there", () => {
    for (const [name, make] of Object.entries(BESIDE)) expect(distText(name)).toBe(make());
  });
});
