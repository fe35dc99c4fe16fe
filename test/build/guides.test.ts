// The hand-written pages of the help: what they say of the record is what the record holds, and nothing slips in.
import { describe, expect, it } from "vitest";
import { JSDOM } from "jsdom";
import { helpPages } from "../../src/build/help/help";
import { guideFrom } from "../../src/build/help/guides";
import { html } from "../../src/common/html";
import { isoOf } from "../../src/common/days";
import { bundledRecord, catalogue } from "../../src/functions";
import { ASSUMPTIONS } from "../../src/model/scenario/assumptions";
import { ask } from "../functions/ask";

const pages = new Map(helpPages().map((page) => [page.path, page.html]));
const pageOf = (name: string): Document => new JSDOM(pages.get(`help/${name}.html`) ?? "", {}).window.document;
const rowsOf = (page: Document, heading: string): string[][] => {
  const title = [...page.querySelectorAll("h2")].find((h2) => h2.textContent === heading);
  let next = title?.nextElementSibling;
  while (next && !next.querySelector("table")) next = next.nextElementSibling;
  return [...(next?.querySelectorAll("tbody tr") ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()),
  );
};
const record = bundledRecord();
const count = (value: number): string => value.toLocaleString("en-US");

describe("the page on data", () => {
  const page = pageOf("data");

  it("has a row for each miner with its first and last count of coins", () => {
    const rows = rowsOf(page, "Coverage");
    expect(rows).toHaveLength(record.miners.length);
    const mara = rows.find(([miner]) => miner?.startsWith("MARA"));
    const counts = record.rows(record.minerIndex("MARA"), record.metricIndex("holdings_btc"));
    expect(mara?.slice(1, 4)).toEqual([
      isoOf(record.periodEnd(counts.start)),
      isoOf(record.periodEnd(counts.end - 1)),
      String(counts.end - counts.start),
    ]);
    const figures = rows.reduce((sum, row) => sum + Number(row[3]) + Number(row[4]), 0);
    expect(figures).toBe(record.counts.reports + record.counts.facts);
  });

  it("counts the record as the record counts itself", () => {
    const { reports, facts, events, market, sources } = record.counts;
    for (const each of [reports + facts, events, market, sources]) expect(page.body.textContent).toContain(count(each));
  });

  it("sets the record's total beside the article's", () => {
    const total = ask("MINERHOLDINGS", "ALL", "2026-03-14");
    expect(page.body.textContent).toContain(`The record has ${count(Math.round(Number(total)))} for that day`);
  });

  it("has a row for each market series", () => {
    expect(rowsOf(page, "Market series").map(([id]) => id)).toEqual(record.series.map(({ id }) => id));
  });
});

describe("the methods page", () => {
  const page = pageOf("methods");

  it("lists every assumption", () => {
    const names = rowsOf(page, "Assumptions").map(([name]) => name?.replace("TICKER.", ""));
    expect(names).toEqual(ASSUMPTIONS.map(({ name }) => name));
  });

  it("shows beside each published figure what the functions give", () => {
    const here = new Map(
      rowsOf(page, "Hashprice and break-evens").map(([what, , , value]) => [what, Number(value)] as const),
    );
    const near = (what: string, value: unknown): void => {
      const shown = here.get(what) ?? NaN;
      expect(Math.abs(Number(value) / shown - 1), what).toBeLessThan(1e-3);
    };
    // The shares of fees, 0.62 % and 0.55 %, are those of the two cited pages; fees = S f / (1 - f).
    const inBtc = (difficulty: number, feeShare: number): number =>
      Number(ask("HASHPRICE", 1e6, difficulty, (3.125 * feeShare) / (1 - feeShare))) / 1e6;
    near("2025-11-03, BTC/PH/day", inBtc(155973032196071.9, 0.0062));
    near("2026-01-12, BTC/PH/day", inBtc(146472570619930.8, 0.0055));
    near("2024-12-23, USD/PH/day", ask("HASHPRICE", 93450, 108.52e12, 0.0931));
    near("2026-06-29, USD/PH/day", ask("HASHPRICE", 60000, 133.87e12, 0));
    near("Break-even at 17 J/TH, 2026-01-12, USD/MWh", Number(ask("BREAKEVENPOWER", 17, 39.53)) * 1000);
    near("Break-even at 22 J/TH, 2026-01-12, USD/MWh", Number(ask("BREAKEVENPOWER", 22, 39.53)) * 1000);
  });
});

describe("the guides", () => {
  it("name no function that is not there", () => {
    for (const name of ["methods", "data", "limits", "troubleshooting", "deploy"]) {
      const named =
        pageOf(name).body.textContent.match(/\b(?:MINER|SCENARIO|OVERHANG|BREAKEVEN|ABSOR|BTC|HASH)[A-Z]+\b/g) ?? [];
      const known = new Set([...catalogue.map(({ id }) => id), "MINERS", "HASHRATE"]);
      expect(
        named.filter((id) => !known.has(id)),
        name,
      ).toEqual([]);
    }
  });

  it("lead only to encrypted addresses", () => {
    for (const [path, text] of pages) expect(text.match(/href="http:/g), path).toBeNull();
  });
});

describe("a guide's Markdown", () => {
  const fillings = { tables: { list: () => html`<p>a table</p>` }, words: { five: "5" } };
  const from = (markdown: string) => guideFrom("x.html", markdown, fillings);

  it("becomes a page with lead, sections, links to functions, and what the build fills in", () => {
    const { title, lead, body, words } = from(
      "# T\n\nWhat for.\n\n## One two\n\n`OVERHANG` of {{five}} `<b>`.\n\n{{list}}",
    );
    expect([title, lead]).toEqual(["T", "What for."]);
    expect(body.text).toContain('<a href="overhang.html">OVERHANG</a> of 5 <code>&lt;b&gt;</code>.');
    expect(body.text).toContain('<h2 id="one-two">One two</h2>');
    expect(body.text).toContain("<p>a table</p>");
    expect(body.text).toContain('<a href="#one-two">One two</a>');
    expect(words.split(" ")).toContain("overhang");
  });

  it.each([
    ["HTML", "# T\n\nLead.\n\n<b>x</b>"],
    ["HTML inside a sentence", "# T\n\nLead.\n\nA <i>x</i>"],
    ["an image", "# T\n\nLead.\n\n![x](y.png)"],
    ["a filling that nobody knows", "# T\n\nLead.\n\n{{six}}"],
    ["a table inside a sentence", "# T\n\nLead.\n\nSee {{list}}."],
    ["no heading", "Lead.\n\nText."],
  ])("is refused with %s", (_, markdown) => {
    expect(() => from(markdown)).toThrow(/^A help page holds /);
  });
});
