// The help pages: whole, linked, safe, and saying what the catalogue says.
import { describe, expect, it } from "vitest";
import { JSDOM } from "jsdom";
import { helpPages } from "../../src/build/help/help";
import { GUIDES } from "../../src/build/help/guides";
import { html } from "../../src/common/html";
import { functionsJson } from "../../src/functions/metadata";
import { harmedBy } from "../../src/build/help/ranges";
import { bare, catalogue, CellError } from "../../src/functions";
import { printed } from "../../src/taskpane/formula/printed";
import { validFor } from "../functions/contract";

const pages = new Map(helpPages().map((page) => [page.path, page.html]));
const documents = new Map([...pages].map(([path, text]) => [path, new JSDOM(text, {}).window.document]));
const documentOf = (path: string): Document => {
  const found = documents.get(path);
  if (!found) throw new Error(`There is no ${path}.`);
  return found;
};
const index = documentOf("help/index.html");

describe("the help pages", () => {
  it("are an index, one page for each function, and the guides", () => {
    const expected = [
      "help/index.html",
      ...catalogue.map(({ id }) => `help/${id.toLowerCase()}.html`),
      ...GUIDES.map(({ file }) => `help/${file}`),
    ];
    expect([...pages.keys()]).toEqual(expected);
  });

  it("are all linked from the index, and no link leads nowhere", () => {
    const linked = [...index.querySelectorAll("main a")].map((a) => `help/${a.getAttribute("href") ?? ""}`);
    expect(linked.sort()).toEqual([...pages.keys()].filter((path) => path !== "help/index.html").sort());
    const shipped = new Set(["../licences.txt", "../sbom.json"]);
    for (const path of pages.keys()) {
      const page = documentOf(path);
      for (const a of page.querySelectorAll("a")) {
        const href = a.getAttribute("href") ?? "";
        if (href.startsWith("https://") || shipped.has(href)) continue;
        const [file, anchor] = href.split("#");
        const target = file ? documentOf(`help/${file}`) : page;
        if (anchor) expect(target.getElementById(anchor), `${path}: ${href}`).not.toBeNull();
      }
    }
  });

  it("are there where Excel's own help link and the pane's builder lead", () => {
    const { functions } = functionsJson("https://addins.example.com") as {
      functions: { id: string; helpUrl: string }[];
    };
    for (const { id, helpUrl } of functions) {
      expect(helpUrl).toBe(`https://addins.example.com/help/${id.toLowerCase()}.html`);
      expect(pages.has(helpUrl.slice("https://addins.example.com/".length)), id).toBe(true);
    }
  });

  it("say on each page where one is, and lead to all guides", () => {
    for (const path of pages.keys()) {
      const places = [...documentOf(path).querySelectorAll(".places a")];
      expect(places.map((a) => a.getAttribute("href"))).toEqual(["index.html", ...GUIDES.map(({ file }) => file)]);
      const here = places.filter((a) => a.getAttribute("aria-current") === "page");
      const isPlace = places.some((a) => `help/${a.getAttribute("href") ?? ""}` === path);
      expect(here.map((a) => `help/${a.getAttribute("href") ?? ""}`)).toEqual(isPlace ? [path] : []);
    }
  });

  it.each(catalogue.map((entry) => [entry.id, entry] as const))("of %s says everything", (id, entry) => {
    const page = documentOf(`help/${id.toLowerCase()}.html`);
    const text = page.body.textContent;
    const told = [
      entry.summary,
      entry.details,
      entry.result,
      ...entry.parameters.flatMap(({ name, description, default: fallback }) => [name, description, fallback ?? ""]),
      ...entry.parameters.flatMap(({ values }) => values ?? []),
      ...entry.errors.flatMap(({ code, when }) => [code, when]),
      ...entry.examples.flatMap(({ formula, shows, says }) => [formula, printed({ formula, shows }), says]),
    ];
    for (const sentence of told) expect(text).toContain(sentence);
    expect(page.title).toContain(id);
    expect(page.querySelectorAll("h1")).toHaveLength(1);
  });

  const ranges = catalogue.flatMap((entry) =>
    entry.parameters.flatMap((info, at) => (info.shape === "one" ? [] : [[entry.id, info.name, entry, at] as const])),
  );
  it.each(ranges)("say where a wrong cell goes: %s %s", (id, _name, entry, at) => {
    const args = [...validFor(id), ...entry.parameters.map(() => null)].slice(0, entry.parameters.length);
    const given = args[at];
    const good: unknown = Array.isArray(given) ? (given as unknown[][])[0]?.[0] : given;
    args[at] = [[good], [new CellError("#REF!", "")], [good]];
    const info = entry.parameters[at];
    const table = entry.evaluate(args).map((row) => row.map((cell) => bare(cell) instanceof CellError));
    const harmed = table.flat().filter(Boolean).length;
    const rows = table.filter((row) => row.includes(true)).length;
    const shown =
      harmed === table.flat().length
        ? "all"
        : harmed === 1 && table[0]?.length === 1
          ? "cell"
          : rows === 1
            ? "row"
            : "column";
    expect(info && harmedBy(id, info)).toBe(shown);
  });

  it("allow no script or style but their own files", () => {
    for (const path of pages.keys()) {
      const page = documentOf(path);
      const policy = page.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe/);
      expect([...page.scripts].map((script) => [script.getAttribute("src"), script.textContent])).toEqual([
        ["help.js", ""],
      ]);
      expect(page.querySelector("style, [style], [onclick]")).toBeNull();
    }
  });

  it("escape all that is not markup", () => {
    expect(html`<p title="${"\"<&'>"}">${["<b>", html`<i>${"&"}</i>`, 3, undefined]}</p>`.text).toBe(
      '<p title="&quot;&lt;&amp;&#39;&gt;">&lt;b&gt;<i>&amp;</i>3</p>',
    );
  });
});
