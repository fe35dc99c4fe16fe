// Everything that can go wrong around applying newer data, as a user of the built pane meets it: in the workbook, in the
// browser's storage, with a second pane, with a clock that is wrong. Each leaves everything as it was, or whole.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openExcelPage, type ExcelInChromium, type ExcelPageOptions, type Site } from "../host/chromium";
import { NEWER, openNewerSite, REVISED } from "./newer-site";
import { answer, BUNDLED, fillSheet, press, standing, uncaught } from "./pane-standing";

let site: Site;
beforeAll(async () => {
  site = await openNewerSite();
});
afterAll(async () => {
  await site.close();
});

const openPane = async (options: ExcelPageOptions = {}): Promise<ExcelInChromium> => {
  const excel = await openExcelPage(site, options);
  await fillSheet(excel);
  return excel;
};

const says = (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor();

const look = async (page: Page): Promise<void> => {
  await press(page, "Check for updates");
  await says(page, "53,822 → 54,321");
};

const apply = async (page: Page): Promise<void> => {
  await press(page, "Apply");
  await says(page, "The data of 22 Dec 2026 is in use.");
  expect(await answer(page)).toBe(REVISED);
};

const close = async (...all: readonly ExcelInChromium[]): Promise<void> => {
  for (const { complaints } of all) expect(uncaught(complaints)).toEqual([]);
  for (const excel of [...all].reverse()) await excel.close();
};

interface Fault {
  readonly bring: (excel: ExcelInChromium) => unknown;
  readonly says: RegExp;
  readonly mend: (excel: ExcelInChromium) => unknown;
  /** What the offer goes with is looked for again. */
  readonly looksAgain?: true;
}

/** Another add-in of the same origin has taken all the room there is. */
const fillUp = (): void => {
  for (let size = 1 << 20; size >= 1;) {
    try {
      localStorage.setItem(`of another add-in ${localStorage.length}`, "x".repeat(size));
    } catch {
      size /= 2;
    }
  }
};
const makeRoom = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith("of another")) localStorage.removeItem(key);
};

const FAULTS: readonly (readonly [string, Fault])[] = [
  [
    "a cell that is being edited",
    {
      bring: ({ host }) => (host.isEditing = true),
      says: /A cell is being edited: press Enter or Esc in the sheet, then try again\./,
      mend: ({ host }) => (host.isEditing = false),
    },
  ],
  [
    "storage that is full",
    {
      bring: ({ page }) => page.evaluate(fillUp),
      says: /There is no room left .* Remove own rows, or clear the site data of other add-ins, and try again\./,
      mend: ({ page }) => page.evaluate(makeRoom),
      looksAgain: true,
    },
  ],
];

describe("applying newer data", () => {
  it.each(FAULTS)("meets %s with a sentence, changes nothing, and succeeds once it is gone", async (_, fault) => {
    const excel = await openPane();
    const { page } = excel;
    await look(page);
    await fault.bring(excel);
    const before = await standing(excel);
    await press(page, "Apply");
    await says(page, fault.says);
    expect(await page.getByRole("status").last().textContent()).toMatch(fault.says);
    expect(await standing(excel)).toEqual(before);
    await fault.mend(excel);
    if (fault.looksAgain) await look(page);
    await apply(page);
    expect(excel.host.grid.calculated).toEqual(["Full"]);
    await close(excel);
  });

  it("says what to do when the cells to move are looked for while one is being edited", async () => {
    const excel = await openPane();
    excel.host.isEditing = true;
    await press(excel.page, "Check for updates");
    await says(excel.page, "press Enter or Esc in the sheet, then try again");
    excel.host.isEditing = false;
    await press(excel.page, "Look again");
    await says(excel.page, "53,822 → 54,321");
    await close(excel);
  });

  it("moves the cells of a protected sheet, and writes none of its own into it", async () => {
    const excel = await openPane();
    const { page, host } = excel;
    const [sheet] = host.grid.sheets;
    if (!sheet) throw new Error("The workbook has no sheet.");
    sheet.isProtected = true;
    host.select("Sheet1!C3");
    await look(page);
    await apply(page);
    const before = await standing(excel);
    await press(page, "Insert this table");
    await says(page, "The sheet is protected: unprotect it (Review, Unprotect Sheet) or pick another sheet.");
    expect(await standing(excel)).toEqual(before);
    sheet.isProtected = false;
    await press(page, "Insert this table");
    await says(page, "Inserted in Sheet1!C3");
    await close(excel);
  });

  it("keeps all as it was when the workbook is closed before, and the pane with it", async () => {
    const excel = await openPane();
    const { page, host } = excel;
    await look(page);
    const before = await standing(excel);
    const { deliver } = host;
    host.deliver = () => undefined;
    await press(page, "Apply");
    await says(page, "Applying the data.");
    host.deliver = deliver;
    await page.reload();
    await says(page, "as it came with the add-in");
    expect(await standing(excel)).toEqual(before);
    await look(page);
    await apply(page);
    await close(excel);
  });

  it("keeps the new data whole when the workbook is closed while it recalculates, and asks when it opens", async () => {
    const excel = await openPane();
    const { page, host } = excel;
    await look(page);
    const receive = host.receive.bind(host);
    let isClosed = false;
    host.receive = (text) => {
      isClosed ||= text.includes('"Calculate"');
      if (!isClosed) receive(text);
    };
    await press(page, "Apply");
    await expect.poll(() => isClosed).toBe(true);
    host.receive = receive;
    await page.reload();
    await says(page, "Calculated with the data of 22 Nov 2026; you have the data of 22 Dec 2026.");
    expect(await answer(page)).toBe(REVISED);
    await press(page, "Recalculate");
    await expect.poll(() => host.grid.settings.get("MinerOverhang.dataVersion")).toBe(NEWER);
    await close(excel);
  });

  it("keeps all as it was when the pane is closed in the middle of the download", async () => {
    const excel = await openPane();
    const { page } = excel;
    const before = await standing(excel);
    await page.route("**/data/record-*.json", () => undefined);
    await press(page, "Check for updates");
    await says(page, /Fetching the data of 22 Dec 2026/);
    await page.reload();
    await page.unrouteAll();
    await says(page, "as it came with the add-in");
    expect(await standing(excel)).toEqual(before);
    await look(page);
    await apply(page);
    await close(excel);
  });

  it("is refused in the second of two panes, which then has the data of the first", async () => {
    const one = await openPane();
    const two = await openPane({ beside: one.page });
    await Promise.all([look(one.page), look(two.page)]);
    await apply(one.page);
    const before = await standing(one);
    await press(two.page, "Apply");
    await says(two.page, "Another window changed the data meanwhile. Look at the changes again, then apply.");
    expect(await standing(one)).toEqual(before);
    expect(await answer(two.page)).toBe(REVISED);
    expect(two.host.grid.calculated).toEqual([]);
    await press(two.page, "Check for updates");
    await says(two.page, "You have the newest data there is, of 22 Dec 2026.");
    await close(one, two);
  });

  it.each([
    ["a year slow", "2025-11-22T12:00:00Z", "ahead of this computer’s date"],
    ["a year fast", "2027-11-22T12:00:00Z", /\d{3} days old/],
  ])("does not depend on a clock, one that is %s is told of", async (_, time, sentence) => {
    const excel = await openPane({ prepare: (page) => page.clock.setFixedTime(time) });
    await says(excel.page, sentence);
    await look(excel.page);
    await apply(excel.page);
    await close(excel);
  });
});

describe("the browser's storage", () => {
  it("may be blocked: newer data last until Excel closes, and the pane says so", async () => {
    const excel = await openPane({
      prepare: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, "localStorage", {
            get: () => {
              throw new DOMException("Access is denied for this document.", "SecurityError");
            },
          });
        }),
    });
    const { page } = excel;
    await says(page, "newer data and own rows last until Excel closes. Allow it site data to keep them.");
    await look(page);
    await apply(page);
    await page.reload();
    await says(page, "as it came with the add-in");
    expect(await answer(page)).toBe(BUNDLED);
    await close(excel);
  });

  /** What another program, or half a write, may have left where the add-in keeps its texts. */
  const spoil = (page: Page, name: string, text: string | undefined): Promise<void> =>
    page.evaluate(
      ([part, instead]) => {
        for (const [key, kept] of Object.entries(localStorage as unknown as Record<string, string>)) {
          if (!key.includes(`miner-overhang/${part}`)) continue;
          localStorage.setItem(key, instead ?? `${kept.slice(0, kept.length / 2)}?${kept.slice(kept.length / 2 + 1)}`);
        }
      },
      [name, text] as const,
    );

  it.each([
    [
      "a record with one sign changed",
      "record-",
      undefined,
      "The data of 2026-12-22 that this browser kept is damaged.",
    ],
    ["a state that is none", "state", '{"format":99}', "What this browser kept of newer data cannot be read"],
  ])(
    "may hold %s: the data that came with the add-in is used until it is got again",
    async (_, name, text, sentence) => {
      const excel = await openPane();
      const { page, host } = excel;
      await look(page);
      await apply(page);
      await spoil(page, name, text);
      const cells = JSON.stringify(host.grid.at("Sheet1!A1"));
      host.grid.calculated.length = 0;
      await page.reload();
      await says(page, sentence);
      await says(page, /check for updates to get (it|newer data) again/);
      expect(await answer(page)).toBe(BUNDLED);
      expect(JSON.stringify(host.grid.at("Sheet1!A1"))).toBe(cells);
      expect(host.grid.calculated).toEqual([]);
      await look(page);
      await apply(page);
      await page.reload();
      await says(page, "brought in by an update");
      expect(await page.getByText(sentence).count()).toBe(0);
      expect(await answer(page)).toBe(REVISED);
      await close(excel);
    },
  );

  it("may hold own rows that cannot be read: their text is kept, the record is used without them", async () => {
    const excel = await openPane();
    const { page } = excel;
    await page.evaluate(() => {
      localStorage.setItem("miner-overhang/own", "not ours");
    });
    await page.reload();
    await says(page, "Your own rows could not be read. Their text is kept and can be exported");
    expect(await answer(page)).toBe(BUNDLED);
    await look(page);
    await apply(page);
    expect(await page.evaluate(() => localStorage.getItem("miner-overhang/own"))).toBe("not ours");
    await close(excel);
  });
});
