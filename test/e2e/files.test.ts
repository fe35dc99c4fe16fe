// Files in the built workbook in the browser: what it downloads, what LibreOffice makes of that, and what it opens.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureLibreOffice } from "../../src/build/proof/libreoffice.mjs";
import type { Read } from "../../src/playground/grid";
import { OPENING } from "../../src/sheets/opening/index";
import { uniqueSheets } from "../../src/sheets/rename-sheets";
import { columnLetters } from "../../src/common/address";
import { templates } from "../../src/sheets/templates";
import { openSite, type OpenPage, type Site } from "../host/chromium";
import { fileOf } from "../xlsx/xlsx-parts";
import { readByOpenpyxl } from "../xlsx/openpyxl";
import { openInLibreOffice, type OpenedFile } from "../xlsx/libreoffice";
import { cellsOf, openPlayground } from "./open-playground";

const folder = mkdtempSync(join(tmpdir(), "files-"));
const LARGEST = "A1:Z170";

let site: Site;
let opened: OpenPage;
let page: Page;
const { write, read, values } = cellsOf(() => page);

beforeAll(async () => {
  site = await openSite();
  opened = await openPlayground(site);
  ({ page } = opened);
});
afterAll(async () => {
  await opened.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const notice = (): Promise<string> => page.locator("#notice").innerText();

const downloadAs = async (name: string, button = "Download .xlsx"): Promise<string> => {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  const path = join(folder, name);
  await file.saveAs(path);
  await page.getByText("Downloaded as").waitFor();
  return path;
};

const put = async (path: string, says = `${basename(path)} is open.`): Promise<void> => {
  await page.locator("#open-file").setInputFiles(path);
  await page.getByText(says).waitFor();
};

const fileWith = (name: string, content: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** What stands in a cell and how it is shown; a formula that gives no text and an empty cell look the same. */
const contentOf = ({ value, text, formula }: Read): string => JSON.stringify([value ?? "", text, formula]);
const sheetNames = async (): Promise<string[]> => [
  ...(await page.evaluate(() => window.playground.workbook.sheetNames())),
];
const sheetsNow = async (): Promise<Record<string, string[][]>> => {
  const found: Record<string, string[][]> = {};
  for (const name of await sheetNames()) {
    const cells = await read(`'${name.replaceAll("'", "''")}'!${LARGEST}`);
    found[name] = cells.map((row) => row.map(contentOf));
  }
  return found;
};

describe("the workbook with every template and edits of its user", () => {
  let before: Record<string, string[][]>;
  let path = "";
  let said = "";
  let theirs: OpenedFile;
  let valuesAlone: OpenedFile;
  let sourcesPath = "";
  let withSources: OpenedFile;

  beforeAll(async () => {
    await page.getByRole("tab", { name: "Models" }).click();
    let names = OPENING.map(({ name }) => name);
    for (const { title, sheets } of templates) {
      const added = uniqueSheets(sheets, names).map(({ name }) => name);
      names = [...names, ...added];
      await page.getByRole("button", { name: `Insert ${title}` }).click();
      await page
        .getByText(`Inserted: the sheet ${added[0] ?? ""} is open.`)
        .first()
        .waitFor();
    }
    await write("Overhang!B40", "=FILTER(D7:D24,D7:D24>1000)");
    await write("Overhang!D40", "=1/0");
    await write("Overhang!E40", '=MINERHOLDINGS("MARRA")');
    await write("Overhang!F40", "=LET(a,D7:D9,SUM(a*2))");
    await write("Overhang!G40", "<img src=x onerror=alert(1)>");
    await write("Overhang!H40", "=SUM(D7:D24)=SUM(D7:D24)");
    await write("Scenario!C9", 24);
    before = await sheetsNow();
    path = await downloadAs("everything.xlsx");
    said = await notice();
    const valuesPath = await downloadAs("values.xlsx", "Download values only");
    sourcesPath = await downloadAs("sources.xlsx", "Download values with sources");
    const opened = openInLibreOffice([path, valuesPath, sourcesPath]);
    theirs = opened.get("everything") ?? new Map();
    withSources = opened.get("sources") ?? new Map();
    valuesAlone = opened.get("values") ?? new Map();
  }, 240_000);

  it("is downloaded under a name that says of which record it is", () => {
    expect(said).toMatch(/Downloaded as Miner-Overhang-record-\d{4}-\d\d-\d\d\.xlsx/);
    expect(said).toContain("Not in the file: the hatching of old reports in charts");
  });

  it("gives on request a file of values alone, which LibreOffice shows as we do, charts over their rows", () => {
    const different: string[] = [];
    let compared = 0;
    for (const [name, rows] of Object.entries(before)) {
      const sheet = valuesAlone.get(name);
      for (const [down, row] of rows.entries()) {
        for (const [across, cell] of row.entries()) {
          const [value] = JSON.parse(cell) as [number | string | boolean];
          // LibreOffice keeps no errors in the table that is read here.
          if (value === "" || String(value).startsWith("#")) continue;
          const at = `${columnLetters(across)}${down + 1}`;
          const found = sheet?.cells.get(at);
          const ours = typeof value === "boolean" ? Number(value) : value;
          const isSame =
            typeof ours === "number" && typeof found === "number"
              ? Math.abs(found - ours) <= 1e-12 * Math.abs(ours)
              : found === ours;
          if (!isSame) different.push(`${name}!${at}: ${String(ours)}, LibreOffice ${String(found)}`);
          compared++;
        }
      }
      for (const { ranges } of sheet?.charts ?? []) {
        expect(ranges.every((range) => /\.[A-Z]+\d+:/.test(range))).toBe(true);
      }
    }
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(3000);
  });

  it("gives on request values with their sources, which nothing calculates anew", async () => {
    expect(await notice()).toMatch(/Downloaded as Miner-Overhang-record-\d{4}-\d\d-\d\d\S*-values-with-sources\.xlsx/);
    const last = "Where the numbers come from";
    expect([...withSources.keys()]).toEqual([...Object.keys(before), last]);
    for (const [name, { cells }] of valuesAlone) expect(withSources.get(name)?.cells, name).toEqual(cells);
    const file = readByOpenpyxl(sourcesPath);
    expect(Object.values(file.sheets).flatMap((cells) => Object.keys(cells))).toEqual([]);
    const told = withSources.get(last)?.cells ?? new Map<string, number | string>();
    /** Where the cells begin so: how far a table reaches is the record's. */
    const linesOf = (cells: string): string[][] =>
      [...told].flatMap(([address, value]) =>
        address.startsWith("B") && String(value).startsWith(cells)
          ? [["C", "D", "E", "F"].map((letter) => String(told.get(letter + address.slice(1)) ?? ""))]
          : [],
      );
    // Each cell that had a formula is there, whatever it showed.
    const formulas = Object.entries(before).flatMap(([name, rows]) => rows.flat().filter((cell) => (JSON.parse(cell) as string[])[2] !== "").map(() => name)); // prettier-ignore
    expect(
      new Set([...told].flatMap(([address, value]) => (/^B([5-9]|\d\d+)$/.test(address) ? [value] : []))).size,
    ).toBe(formulas.length);
    const [one] = linesOf("Overhang!O32");
    expect(one?.[0]).toBe("=MINERHOLDINGS(O30,O31)");
    expect(one?.[2]).toMatch(/^https:\/\/www\.sec\.gov\//);
    expect(one?.[3]).toContain("53,822, reported 2025-12-31");
    expect(linesOf("Comps!I12:L").filter(([, , link]) => link?.startsWith("https://")).length).toBeGreaterThan(20);
    expect(linesOf("Overhang!F40")[0]?.[1]).toBe("calculated from cells of this workbook");
    expect(file.comments["Overhang"]?.["O32"]).toMatch(
      /^=MINERHOLDINGS\(O30,O31\)\n53,822, reported 2025-12-31.*https:/,
    );
  });

  it("comes back with the same values, texts and formulas in each cell of each sheet", async () => {
    await put(path);
    await expect.poll(sheetNames).toEqual(Object.keys(before));
    const different = async (): Promise<string[]> => {
      const after = await sheetsNow();
      return Object.entries(before).flatMap(([name, rows]) =>
        rows.flatMap((row, down) =>
          row.flatMap((cell, across) => {
            const now = after[name]?.[down]?.[across];
            return now === cell ? [] : [`${name} ${down + 1},${across + 1}: ${cell} ${now ?? ""}`];
          }),
        ),
      );
    };
    await expect.poll(different, { timeout: 60_000 }).toEqual([]);
    expect(await notice()).toMatch(/Left out, .*\d+ charts/);
  });

  it("has in LibreOffice every sheet, and the charts of each", () => {
    expect([...theirs.keys()]).toEqual(Object.keys(before));
    const described = [...OPENING, ...templates.flatMap(({ sheets }) => sheets)];
    const charts = described.reduce((sum, { charts: of = [] }) => sum + of.length, 0);
    expect([...theirs.values()].reduce((sum, { charts: of }) => sum + of.length, 0)).toBe(charts);
    for (const { charts: of } of theirs.values()) {
      for (const { carried } of of) expect(carried.length).toBeGreaterThan(0);
    }
  });

  it("goes back to the workbook that was there, with its charts", async () => {
    await page.getByRole("button", { name: "Back to Miner Overhang" }).click();
    await page.getByRole("img", { name: "BTC held by listed miners" }).waitFor();
    expect((await sheetsNow())["Overhang"]).toEqual(before["Overhang"]);
  });
});

describe("a file of another program", () => {
  /** As a colleague would send it: made by LibreOffice from a list. */
  const madeByLibreOffice = (): string => {
    const rows = [
      "day,miner,btc,share,held",
      '2025-12-31,"MARA, Inc.",53822,0.5,TRUE',
      "2026-01-31,CLSK,13011,0.25,FALSE",
    ];
    const list = fileWith("list.csv", rows.join("\n"));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const { status, stderr } = spawnSync(
      ensureLibreOffice(),
      [profile, "--headless", "--convert-to", "xlsx", "--outdir", folder, list],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
    return join(folder, "list.xlsx");
  };

  it("opens with its values, and takes formulas of ours", async () => {
    await put(madeByLibreOffice());
    expect(await sheetNames()).toEqual(["list"]);
    expect((await read("A1:E3")).map((row) => row.map(({ text }) => text))).toEqual([
      ["day", "miner", "btc", "share", "held"],
      ["2025-12-31", "MARA, Inc.", "53822", "0.5", "TRUE"],
      ["2026-01-31", "CLSK", "13011", "0.25", "FALSE"],
    ]);
    await write("F2", '=C2-MINERHOLDINGS("MARA",A2)');
    expect(await values("F2")).toEqual([[0]]);
  });

  it("calculates formulas of ours that Excel has marked, knows names, errors and texts that look like numbers", async () => {
    const file = await fileOf({
      sheets: {
        "In & out": [
          '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>_xldudf_MINERHOLDINGS("MARA","2025-12-31")*Factor</f><v>1</v></c><c r="C1" t="inlineStr"><is><t>46022</t></is></c><c r="D1"><f>ISTEXT(C1)</f></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1"><f>ISNA(E1)</f></c><c r="G1" t="b"><v>1</v></c><c r="H1"><f>IF(G1,1,2)</f></c></row>',
          '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>',
        ].join(""),
        Other: '<row r="1"><c r="A1"><f>Twice+SUM(\'In &amp; out\'!A:A)</f></c></row>',
      },
      names:
        '<definedNames><definedName name="Factor">\'In &amp; out\'!$A$1</definedName><definedName name="Twice" localSheetId="1">\'In &amp; out\'!$A$1*2</definedName></definedNames>',
    });
    await put(fileWith("marked.xlsx", file));
    await expect.poll(() => values("'In & out'!B1")).toEqual([[2 * 53822]]);
    expect(await values("'In & out'!C1:H1")).toEqual([["46022", true, "#N/A", true, true, 1]]);
    expect(await values("'In & out'!XFD1048576")).toEqual([[7]]);
    expect(await values("Other!A1")).toEqual([[6]]);
  });

  it("never becomes markup or code", async () => {
    const evil = "&lt;img src=x onerror=alert(1)&gt;";
    const file = await fileOf({
      sheets: { "a<img src=x>": `<row r="1"><c r="A1" t="inlineStr"><is><t>${evil}</t></is></c></row>` },
    });
    await put(fileWith("evil.xlsx", file));
    expect(await values("A1")).toEqual([["<img src=x onerror=alert(1)>"]]);
    expect(await page.locator("img[src='x']").count()).toBe(0);
  });

  it("that cannot be opened leaves the workbook as it is, with a sentence", async () => {
    const before = await sheetsNow();
    await put(fileWith("prices.csv", "a,b\n1,2\n"), "is a text file");
    expect(await notice()).toContain("The workbook is unchanged.");
    await put(fileWith("empty.xlsx", ""), "empty.xlsx is empty");
    expect(await sheetsNow()).toEqual(before);
    await page.getByRole("button", { name: "Dismiss" }).click();
    expect(await page.locator("#notice").isVisible()).toBe(false);
  });

  it("can be dropped on the page", async () => {
    const content = [...(await fileOf({ sheets: { Dropped: '<row r="1"><c r="A1"><v>3</v></c></row>' } }))];
    await page.evaluate((bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], "dropped.xlsx"));
      document
        .getElementById("sheet")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, content);
    await page.getByText("dropped.xlsx is open.").waitFor();
    expect(await values("Dropped!A1")).toEqual([[3]]);
  });

  it("stands in the list of open workbooks, from which each comes back as it was left", async () => {
    const list = page.getByRole("combobox", { name: "Which workbook is shown" });
    await write("Dropped!B1", "=A1*2");
    await list.selectOption({ label: "list.xlsx" });
    await expect.poll(sheetNames).toEqual(["list"]);
    await list.selectOption({ label: "dropped.xlsx" });
    await expect.poll(sheetNames).toEqual(["Dropped"]);
    await expect.poll(() => values("Dropped!A1:B1")).toEqual([[3, 6]]);
  });
});

describe("the page", () => {
  const asksBeforeItCloses = async (of: Page): Promise<boolean> =>
    of.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));

  it("asks before it closes when there are edits since the last download, and only then", async () => {
    const next = await openPlayground(site);
    const inNext = cellsOf(() => next.page);
    expect(await asksBeforeItCloses(next.page)).toBe(false);
    await inNext.write("B40", 1);
    expect(await asksBeforeItCloses(next.page)).toBe(true);
    await Promise.all([next.page.waitForEvent("download"), next.page.keyboard.press("Control+s")]);
    await next.page.getByText("Downloaded as").waitFor();
    expect(await asksBeforeItCloses(next.page)).toBe(false);
    await inNext.write("B40", 2);
    expect(await asksBeforeItCloses(next.page)).toBe(true);
    await next.close();
  });

  it.each(["light", "dark"] as const)("has no fault that axe knows with a notice, %s", async (colorScheme) => {
    const next = await openPlayground(site, { colorScheme, viewport: { width: 400, height: 800 } });
    await next.page.locator("#open-file").setInputFiles(fileWith("prices.csv", "a,b\n"));
    await next.page.getByText("is a text file").waitFor();
    const { violations } = await new AxeBuilder({ page: next.page }).exclude("#grid").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await next.close();
  });

  it("breaks no policy and asks nobody else while it opens and downloads", () => {
    const complaints = opened.complaints.filter((text) => !/is a text file|is empty/.test(text));
    expect(complaints).toEqual([]);
  });
});
