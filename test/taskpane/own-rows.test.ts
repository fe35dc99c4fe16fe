// @vitest-environment jsdom
// Own rows in the pane: brought in as CSV, looked at before they count, listed, exported, removed.
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { functionCalled, isRich } from "../../src/functions";
import { ask, table } from "../functions/ask";
import { buttonCalled, heard } from "./harness";
import { openRefreshPane, under } from "./refresh-bench";

const HEADING = "Your own rows";
const HEADER = "ticker,metric,period_end,value,source";
const SOUND = `${HEADER}\nMARA,holdings_btc,2026-08-31,12345,My own count\nRIOT,holdings_btc,2026-08-31,2345,Mine`;
const HALF = `${HEADER}\nMARA,holdings_btc,2026-08-31,12345,My own count\nMARRA,holdings_btc,2026-08-31,1,Mine`;

const press = (root: Element, name: string): void => {
  buttonCalled(root, name).click();
};
const says = (root: Element, text: string | RegExp): Promise<void> =>
  expect.poll(() => under(root, HEADING)).toMatch(text);

const box = (root: Element): HTMLTextAreaElement => {
  const found = root.querySelector<HTMLTextAreaElement>("#pane-own-text");
  if (!found) throw new Error("There is no box for the rows.");
  return found;
};

const paste = (root: Element, text: string): void => {
  box(root).value = text;
  box(root).dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
};

const openForm = async () => {
  const opened = await openRefreshPane();
  press(opened.root, "Add rows");
  return opened;
};

const openAdded = async () => {
  const opened = await openForm();
  paste(opened.root, SOUND);
  await says(opened.root, "2 rows, all valid");
  press(opened.root, "Add all 2");
  await says(opened.root, "2 rows were added. The workbook was recalculated.");
  return opened;
};

describe("own rows", () => {
  it("say what would be here while there are none, with one thing to do", async () => {
    const { root } = await openRefreshPane();
    expect(under(root, HEADING)).toMatch(/^None\. .* Add rows$/);
  });

  it("show what stands for each figure now beside what would, before they are added", async () => {
    const { root } = await openForm();
    const day = "2025-12-31";
    const standing = Number(ask("MINERHOLDINGS", "MARA", day)).toLocaleString("en-US");
    paste(root, `${HEADER}\nMARA,holdings_btc,${day},12345,Mine\nMARA,holdings_btc,2019-01-31,7,Mine`);
    await says(root, "2 rows, all valid");
    expect(under(root, HEADING)).toContain(`${standing} BTC → 12,345 BTC`);
    expect(under(root, HEADING)).toContain("none → 7 BTC");
  });

  it("say so wherever a cell rests on one: in its card, in that of a sum, and in MINERSOURCE", async () => {
    await openAdded();
    const behind = (who: string) => {
      const cell = functionCalled("MINERHOLDINGS")?.evaluate([who, "2026-08-31"])[0]?.[0];
      return typeof cell === "object" && isRich(cell) ? cell.properties?.() : undefined;
    };
    expect(behind("MARA")).toMatchObject({ Source: "Own row: My own count", Layer: "own" });
    expect(behind("ALL")).toMatchObject({ "Own rows": 2 });
    expect(behind("CLSK")).not.toHaveProperty("Own rows");
    const rows = table("MINERSOURCE", "MARA", null, "2026-08-31");
    expect(rows[0]?.[0]).toBe("Own row: My own count");
    expect(rows[0]?.[6]).toMatch(/^own, /);
  });

  it("are previewed as they are pasted, and count only when they are added", async () => {
    const { root, sheet } = await openForm();
    expect(document.activeElement).toBe(box(root));
    paste(root, SOUND);
    await says(root, "2 rows, all valid. Nothing is added yet.");
    expect(heard(root)).toContain("2 rows, all valid");
    expect(ask("MINERHOLDINGS", "MARA", "2026-08-31")).not.toBe(12345);
    press(root, "Add all 2");
    await says(root, "2 rows were added.");
    expect(ask("MINERHOLDINGS", "MARA", "2026-08-31")).toBe(12345);
    expect(table("MINERSOURCE", "MARA", "holdings_btc", "2026-08-31").flat()).toContain("Own row: My own count");
    expect(sheet.recalculated).toEqual(["workbook"]);
  });

  it("with a problem name it by line and are not taken by halves unasked", async () => {
    const { root, refresh } = await openForm();
    paste(root, HALF);
    await says(root, /2 rows, 1 valid row, 1 problem\..*Line 3: ticker "MARRA" is not in the record. Near it: .*MARA/);
    expect(() => buttonCalled(root, "Add all 2")).toThrow();
    press(root, "Take the valid one");
    await says(root, "1 row was added.");
    expect(refresh.state.own.rows.map(({ cells }) => cells["ticker"])).toEqual(["MARA"]);
  });

  it("come from a file that was dropped", async () => {
    const { root } = await openForm();
    const event = new Event("drop", { bubbles: true, cancelable: true });
    const dataTransfer = { files: [new File([SOUND], "mine.csv")], getData: () => "" };
    box(root).dispatchEvent(Object.assign(event, { dataTransfer }));
    await says(root, "2 rows, all valid");
    expect(box(root).value).toBe(SOUND);
    expect(event.defaultPrevented).toBe(true);
  });

  it("are refused as a whole when the file is far too large", async () => {
    const { root } = await openForm();
    paste(root, "x".repeat(10_000_001));
    await says(root, "more than 10 MB");
  });

  it("from Excel's plain CSV keep their accents, and it is said that these are a guess", async () => {
    const { root, refresh } = await openForm();
    const event = new Event("drop", { bubbles: true, cancelable: true });
    const bytes = Uint8Array.from(Array.from(`${HEADER}\r\nMARA,holdings_btc,2026-08-31,52000,Communiqu`), (letter) =>
      letter.charCodeAt(0),
    );
    const file = new File([bytes, Uint8Array.of(0xe9)], "excel.csv");
    box(root).dispatchEvent(Object.assign(event, { dataTransfer: { files: [file], getData: () => "" } }));
    await says(root, /not in UTF-8 and was read as Windows-1252.*1 row, all valid/);
    press(root, "Add it");
    await says(root, "1 row was added.");
    expect(refresh.state.own.rows[0]?.cells["source"]).toBe("Communiqué");
  });

  it("by the hundred thousand are looked at with progress and never hold the page for long", async () => {
    const { root } = await openForm();
    const days = Array.from({ length: 50_000 }, (_, at) => `MARRA,holdings_btc,2026-08-31,${at + 1},Mine`);
    const turns: number[] = [];
    const said = new Set<string>();
    const watch = setInterval(() => {
      turns.push(performance.now());
      said.add(root.querySelector(".progress p")?.textContent ?? "");
    });
    paste(root, [HEADER, ...days, ...days].join("\n"));
    await expect.poll(() => under(root, HEADING), { timeout: 60_000, interval: 50 }).toContain("100,000 rows, 0 valid");
    clearInterval(watch);
    // Not how long it takes, but that the page gets its turns in between, and says how far it is.
    expect(turns.length).toBeGreaterThan(10);
    expect([...said].filter((text) => /^Looking at the rows: [\d,]+ of 100,000\.$/.test(text)).length).toBeGreaterThan(
      3,
    );
  });

  it("are listed, and removed one by one with a sentence and the cells anew", async () => {
    const { root, sheet } = await openAdded();
    expect(under(root, HEADING)).toContain("MARA BTC held, 2026-08-31 12,345 BTC Remove");
    press(root, "Remove BTC held of MARA, 2026-08-31");
    await says(root, "1 row was removed.");
    expect(ask("MINERHOLDINGS", "MARA", "2026-08-31")).not.toBe(12345);
    expect(ask("MINERHOLDINGS", "RIOT", "2026-08-31")).toBe(2345);
    expect(sheet.recalculated).toEqual(["workbook", "workbook"]);
  });

  it("are removed all at once only after a second word", async () => {
    const { root, refresh } = await openAdded();
    press(root, "Remove all");
    expect(under(root, HEADING)).toContain("Remove 2 rows of your own?");
    press(root, "Keep them");
    expect(refresh.state.own.rows).toHaveLength(2);
    press(root, "Remove all");
    press(root, "Remove them");
    await says(root, "2 rows were removed.");
    expect(refresh.ownCells).toEqual([]);
  });

  it("are exported as CSV that can be brought in again", async () => {
    const { root } = await openAdded();
    press(root, "Export");
    await expect.poll(() => root.querySelector("a[download]")?.getAttribute("href") ?? "").toContain("data:text/csv");
    const link = root.querySelector("a[download]")?.getAttribute("href") ?? "";
    const text = decodeURIComponent(link.slice(link.indexOf(",") + 1));
    // The file has the mark by which Excel sees that it is in UTF-8.
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(root.querySelector<HTMLTextAreaElement>("textarea[readonly]")?.value).toBe(
      text.slice(1).replaceAll("\r\n", "\n"),
    );
    press(root, "Remove all");
    press(root, "Remove them");
    await says(root, "2 rows were removed.");
    press(root, "Add rows");
    paste(root, text);
    await says(root, "2 rows, all valid");
  });

  it("are text to take where Excel saves no files: on the Mac", async () => {
    vi.stubGlobal("Office", { context: { platform: "Mac" }, PlatformType: { Mac: "Mac" } });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const { root } = await openAdded();
    press(root, "Export");
    await expect.poll(() => root.querySelector("textarea[readonly]")).not.toBeNull();
    expect(root.querySelector("a[download]")).toBeNull();
    press(root, "Add rows");
    press(root, "Template");
    expect(root.querySelector<HTMLTextAreaElement>("textarea[readonly]")?.value).toContain("period_end");
    expect(root.querySelector("a[download]")).toBeNull();
  });

  it("offer a template whose columns are all explained", async () => {
    const { root } = await openForm();
    const href = root.querySelector("a[download]")?.getAttribute("href") ?? "";
    const columns = decodeURIComponent(href.slice(href.indexOf(",") + 1))
      .trim()
      .split(",");
    expect(columns).toContain("period_end");
    for (const column of columns) expect(under(root, HEADING)).toContain(`${column} `);
  });

  it("stay as they were typed when something without text is dropped over them", async () => {
    const { root } = await openForm();
    box(root).value = SOUND;
    const event = new Event("drop", { bubbles: true, cancelable: true });
    box(root).dispatchEvent(Object.assign(event, { dataTransfer: { files: [], getData: () => "" } }));
    expect(box(root).value).toBe(SOUND);
  });

  it("that rest are told with the line of their export and the reason", async () => {
    const { storage } = await openAdded();
    const name = storage.find("own");
    storage.setItem(name, (storage.getItem(name) ?? "").replace("RIOT", "GONE"));
    const { root } = await openRefreshPane({ setup: { storage } });
    expect(under(root, HEADING)).toMatch(
      /1 of your own rows does not fit .* Line 3: +ticker "GONE" is not in the record/,
    );
    expect(under(root, "Newer data")).not.toContain("own rows");
    expect(under(root, HEADING)).toContain("12,345 BTC");
    storage.setItem(name, (storage.getItem(name) ?? "").replace("MARA", "GONE TOO"));
    for (const hear of storage.windows) hear(name);
    expect(under(root, HEADING)).toContain("2 of your own rows do not fit");
    expect(under(root, HEADING)).not.toContain("None.");
  });

  it("that cannot be read can be taken along and removed, before and after others are added", async () => {
    const { storage } = await openAdded();
    const damaged = "[damaged";
    storage.setItem(storage.find("own"), damaged);
    const { root, refresh } = await openRefreshPane({ setup: { storage } });
    expect(under(root, HEADING)).toContain("could not be read");
    const exported = () =>
      [...root.querySelectorAll<HTMLTextAreaElement>("textarea[readonly]")].map((each) => each.value);
    press(root, "Export");
    await expect.poll(exported).toEqual([damaged]);
    press(root, "Add rows");
    paste(root, SOUND);
    await says(root, "2 rows, all valid");
    press(root, "Add all 2");
    await says(root, "2 rows were added.");
    press(root, "Export");
    await expect.poll(exported).toEqual([expect.stringContaining("MARA"), damaged]);
    press(root, "Remove all");
    expect(under(root, HEADING)).toContain("Remove 2 rows of your own and the text that could not be read?");
    press(root, "Remove them");
    await says(root, "2 rows were removed.");
    expect([refresh.unreadableOwnText, refresh.ownCells]).toEqual([undefined, []]);
  });
});
