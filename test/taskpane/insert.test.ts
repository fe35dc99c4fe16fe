// @vitest-environment jsdom
// Inserting: where it went, and what is said when the sheet refuses.
import { describe, expect, it } from "vitest";
import { WorkbookError } from "../../src/workbook/port";
import { buttonCalled, heard, openFunctions, openPane, outcome, settle } from "./harness";

const HASHPRICE = "Insert =HASHPRICE()";

const refused = async () => {
  const pane = openPane();
  pane.sheet.cells.set("Sheet1!B2", "=SUM(A1:A9)");
  openFunctions(pane.root);
  buttonCalled(pane.root, HASHPRICE).click();
  await settle();
  return pane;
};

describe("inserting a formula", () => {
  it("says beside the button what went where", async () => {
    const { root } = openPane();
    openFunctions(root);
    buttonCalled(root, HASHPRICE).click();
    await settle();
    expect(outcome(root)).toBe("Inserted in Sheet1!B2: =HASHPRICE()");
  });

  it("tells beforehand where it will go, as the selection moves", async () => {
    const { root, sheet } = openPane();
    openFunctions(root);
    await settle();
    expect(root.querySelector("#pane-hint")?.textContent).toContain("Sheet1!B2");
    sheet.select("Report!C7");
    await settle();
    expect(root.querySelector("#pane-hint")?.textContent).toContain("Report!C7");
  });

  it("leaves a filled cell alone and says what it holds and what can be done", async () => {
    const { root, sheet } = await refused();
    expect(sheet.cells.get("Sheet1!B2")).toBe("=SUM(A1:A9)");
    expect(outcome(root)).toContain("Sheet1!B2 holds =SUM(A1:A9). Replace it, or pick an empty cell.");
    expect(heard(root)).toContain("nothing was inserted");
  });

  it("replaces the cell when asked to", async () => {
    const { root, sheet } = await refused();
    buttonCalled(root, "Replace").click();
    await settle();
    expect(sheet.cells.get("Sheet1!B2")).toBe("=HASHPRICE()");
    expect(outcome(root)).toContain("Inserted in Sheet1!B2");
  });

  it("offers the empty cell that is picked after a refusal", async () => {
    const { root, sheet } = await refused();
    sheet.select("Sheet1!D4");
    await settle();
    buttonCalled(root, "Insert in Sheet1!D4").click();
    await settle();
    expect(sheet.cells.get("Sheet1!D4")).toBe("=HASHPRICE()");
    expect(sheet.cells.get("Sheet1!B2")).toBe("=SUM(A1:A9)");
  });

  it("asks again before it replaces another cell than the one it named", async () => {
    const { root, sheet } = await refused();
    sheet.cells.set("Sheet1!E5", "kept");
    // Moved without an event: the pane still names B2.
    sheet.active = "Sheet1!E5";
    buttonCalled(root, "Replace").click();
    await settle();
    expect(sheet.cells.get("Sheet1!E5")).toBe("kept");
    expect(outcome(root)).toContain("Sheet1!E5 holds kept.");
  });

  it("goes back to nothing with Cancel", async () => {
    const { root, sheet } = await refused();
    buttonCalled(root, "Cancel").click();
    expect(root.querySelector(".outcome")).toBeNull();
    sheet.select("Sheet1!D4");
    await settle();
    expect(root.querySelector(".outcome")).toBeNull();
  });

  it("passes on what the workbook says when it refuses for another reason", async () => {
    const { root, sheet } = openPane();
    openFunctions(root);
    sheet.refusal = new WorkbookError("protected", "The sheet is protected: unprotect it or pick another sheet.");
    buttonCalled(root, HASHPRICE).click();
    await settle();
    expect(outcome(root)).toBe("The sheet is protected: unprotect it or pick another sheet.");
    expect(heard(root)).toContain("Nothing was inserted.");
    sheet.refusal = undefined;
    buttonCalled(root, HASHPRICE).click();
    await settle();
    expect(outcome(root)).toContain("Inserted in Sheet1!B2");
  });

  it("does not move the focus by itself", async () => {
    const { root, sheet } = await refused();
    const before = document.activeElement;
    sheet.select("Sheet1!D4");
    await settle();
    expect(document.activeElement).toBe(before);
    expect(root.contains(before) || before === document.body).toBe(true);
  });

  it("inserts the table of miners from the section Data", async () => {
    const { root, sheet } = openPane();
    buttonCalled(root, "Insert this table").click();
    await settle();
    expect(sheet.cells.get("Sheet1!B2")).toBe("=MINERLIST()");
  });
});
