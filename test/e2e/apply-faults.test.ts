// What can come between when newer data are applied, as a user of the built pane meets it: a cell that is being edited, a
// protected sheet, a workbook or pane that is closed, a clock that is wrong. Each leaves everything as it was, or whole.
import { describe, expect, it } from "vitest";
import { SHIPPED_DAY, BUNDLED, FORMULA, NEWER, press, REVISED } from "./newer-site";
import { answer, apply, closeAll, look, newerSiteForAll, says, standing } from "./pane-standing";

const openPane = newerSiteForAll();

describe("applying newer data", () => {
  it("is refused while a cell is being edited, changes nothing, and succeeds afterwards", async () => {
    const excel = await openPane();
    const { page, host } = excel;
    const sentence = "A cell is being edited: press Enter or Esc in the sheet, then try again.";
    // More than fit into the pane: the sentence must stand beside the button all the same.
    for (let row = 2; row <= 60; row++) host.grid.put(`Sheet1!A${row}`, { formula: FORMULA, value: BUNDLED });
    await look(page);
    const before = await standing(excel);
    host.isEditing = true;
    await press(page, "Apply");
    await says(page, sentence);
    expect(await page.getByRole("status").last().textContent()).toBe(sentence);
    const { y = NaN } = (await page.locator(".work .outcome").boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(page.viewportSize()?.height ?? 0);
    expect(await standing(excel)).toEqual(before);
    host.isEditing = false;
    await apply(page);
    expect(host.grid.calculated).toEqual(["Full"]);
    await closeAll(excel);
  });

  it("says what to do when the cells to move are looked for while one is being edited", async () => {
    const excel = await openPane();
    excel.host.isEditing = true;
    await press(excel.page, "Check for updates");
    await says(excel.page, "press Enter or Esc in the sheet, then try again");
    excel.host.isEditing = false;
    await press(excel.page, "Look again");
    await says(excel.page, "53,822 → 54,321");
    await closeAll(excel);
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
    await closeAll(excel);
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
    await closeAll(excel);
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
    await says(page, `Calculated with the data of ${SHIPPED_DAY}; you have the data of 22 Dec 2026.`);
    expect(await answer(page)).toBe(REVISED);
    await press(page, "Recalculate");
    await expect.poll(() => host.grid.settings.get("MinerOverhang.dataVersion")).toBe(NEWER);
    await closeAll(excel);
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
    await closeAll(excel);
  });

  it.each([
    ["a year slow", "2025-11-22T12:00:00Z", "dated later than this computer’s clock"],
    ["a year fast", "2027-11-22T12:00:00Z", /\d{3} days old/],
  ])("does not depend on a clock, one that is %s is told of", async (_, time, sentence) => {
    const excel = await openPane({ prepare: (page) => page.clock.setFixedTime(time) });
    await says(excel.page, sentence);
    await look(excel.page);
    await apply(excel.page);
    await closeAll(excel);
  });
});
