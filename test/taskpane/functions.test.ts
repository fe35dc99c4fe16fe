// @vitest-environment jsdom
// The list of functions: found by words, inserted by keyboard alone.
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions";
import { buttonCalled, heard, isShown, listed, openFunctions, openPane, press, settle, type } from "./harness";

describe("the list of functions", () => {
  it("shows all functions by group until something is typed", () => {
    const { root } = openPane();
    openFunctions(root);
    expect(listed(root).sort()).toEqual(catalogue.map(({ id }) => id).sort());
    expect([...root.querySelectorAll(".functions h3")].map((each) => each.textContent)).toEqual([
      "Record",
      "Economics",
      "Scenarios",
    ]);
  });

  it("puts the name that starts with the typed letters first", () => {
    const { root } = openPane();
    type(openFunctions(root), "over");
    expect(listed(root)[0]).toBe("OVERHANG");
    expect(listed(root).length).toBeLessThan(catalogue.length);
  });

  it("finds a function by a word of its description", () => {
    const { root } = openPane();
    type(openFunctions(root), "pledged");
    expect(listed(root)).toContain("MINERHOLDINGS");
    expect(heard(root)).toMatch(/^\d+ functions?$/);
  });

  it("says when nothing fits and gives the list back", () => {
    const { root } = openPane();
    const search = openFunctions(root);
    type(search, "dividend yield");
    expect(listed(root)).toEqual([]);
    expect(root.querySelector(".functions")?.textContent).toContain("dividend yield");
    buttonCalled(root, "Show all functions").click();
    expect(listed(root)).toHaveLength(catalogue.length);
    expect(document.activeElement).toBe(search);
  });

  it("treats what is typed as text, never as markup", () => {
    const { root } = openPane();
    type(openFunctions(root), "<img src=x onerror=alert(1)>");
    expect(root.querySelector("img")).toBeNull();
    expect(root.querySelector(".functions")?.textContent).toContain("<img src=x");
  });

  it("inserts the first match with Enter", async () => {
    const { root, sheet } = openPane();
    type(openFunctions(root), "hashprice");
    press("Enter");
    await settle();
    expect(sheet.cells.get("Sheet1!B2")).toBe("=HASHPRICE()");
    expect(heard(root)).toBe("=HASHPRICE() inserted in Sheet1!B2.");
  });

  it("inserts nothing with Enter while nothing is typed", async () => {
    const { root, sheet } = openPane();
    openFunctions(root).focus();
    press("Enter");
    await settle();
    expect(sheet.cells.size).toBe(0);
  });

  it("goes from the search box along the list and back with arrow keys", async () => {
    const { root, sheet } = openPane();
    const search = openFunctions(root);
    type(search, "hash");
    press("ArrowDown");
    press("ArrowDown");
    const second = listed(root)[1] ?? "";
    press("Enter");
    await settle();
    expect(sheet.cells.get("Sheet1!B2")).toMatch(new RegExp(`^=${second}\\(`));
    press("ArrowUp");
    press("ArrowUp");
    expect(document.activeElement).toBe(search);
    press("Escape");
    expect(listed(root)).toHaveLength(catalogue.length);
  });

  it("unfolds and folds with right and left, and tells it to those who listen", () => {
    const { root } = openPane();
    type(openFunctions(root), "minerholdings");
    press("ArrowDown");
    const unfold = buttonCalled(root, "MINERHOLDINGS");
    press("ArrowRight");
    expect(unfold.getAttribute("aria-expanded")).toBe("true");
    const details = root.querySelector(`#${unfold.getAttribute("aria-controls") ?? ""}`);
    expect(details && isShown(details)).toBe(true);
    for (const told of ["known_by", "#N/A", "53,822", "BTC, or USD"]) expect(details?.textContent).toContain(told);
    press("ArrowLeft");
    expect(unfold.getAttribute("aria-expanded")).toBe("false");
  });

  it("inserts an example as it stands", async () => {
    const { root, sheet } = openPane();
    openFunctions(root);
    buttonCalled(root, "MINERHOLDINGS").click();
    buttonCalled(root, 'Insert example =MINERHOLDINGS("MARA","2025-12-31")').click();
    await settle();
    expect(sheet.cells.get("Sheet1!B2")).toBe('=MINERHOLDINGS("MARA","2025-12-31")');
  });

  it("leads each function to its help page", () => {
    const { root } = openPane({ helpUrl: "https://addins.example.com/help/" });
    openFunctions(root);
    buttonCalled(root, "HASHPRICE").click();
    const link = root.querySelector<HTMLAnchorElement>(".details a");
    expect(link?.href).toBe("https://addins.example.com/help/hashprice.html");
    expect(link?.rel).toContain("noopener");
  });
});
