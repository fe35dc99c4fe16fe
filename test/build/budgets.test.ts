// The bytes that Excel loads at its start: what the functions, the pane and the record may weigh.
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { JSDOM } from "jsdom";
import { buildRecord, sizesOf } from "../../src/build/bundle/record";
import { distText } from "./dist";

const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length;

/** A style sheet with those that it imports. */
const withImports = (name: string): string[] => {
  const css = distText(name);
  const imported = [...css.matchAll(/@import\s*(?:url\()?"?([^")]+\.css)"?\)?/g)].flatMap(([, file]) => file ?? []);
  return [css, ...imported.flatMap(withImports)];
};

describe("the functions with their record", () => {
  // 164 kB: the record is 94 kB of it, 35 kB the titles and addresses of its sources, the code 70 kB. The design has
  // 160 kB: the catalogue's details, which only pane and help show, are 4 kB of the code. Hosts serve brotli.
  it("weigh at most 165 kB gzipped and 139 kB with brotli", () => {
    const script = distText("functions.js");
    expect(gzipped(script)).toBeLessThanOrEqual(165_000);
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(139_000);
  });

  it("carry at most 35 kB gzipped of numbers", () => {
    expect(sizesOf(buildRecord()).gzipNumbers).toBeLessThanOrEqual(35_000);
  });
});

describe("the pane", () => {
  it("adds at most 60 kB gzipped of script and style", () => {
    const page = new JSDOM(distText("taskpane.html"), {}).window.document;
    const scripts = [...page.scripts].map((script) => script.getAttribute("src") ?? "");
    const own = scripts.filter((name) => !name.startsWith("https:") && name !== "functions.js");
    const styles = [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href") ?? "");
    expect([own, styles].map((names) => names.length)).not.toContain(0);
    const texts = [...own.map(distText), ...styles.flatMap(withImports)];
    expect(texts.reduce((sum, text) => sum + gzipped(text), 0)).toBeLessThanOrEqual(60_000);
  });
});
