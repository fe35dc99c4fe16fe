// @vitest-environment jsdom
// The function builder: fields become a formula, the formula an answer; a cell's formula is read back into the fields.
import { describe, expect, it, vi } from "vitest";
import { catalogue, functionCalled, type ParameterInfo } from "../../src/functions";
import { argumentOf, callOf, fieldOf, fieldsOf } from "../../src/taskpane/builder/arguments";
import { localFormula } from "../../src/taskpane/builder/local";
import { VALID } from "../functions/contract";
import { EMPTY_AS } from "../functions/empty-cells";
import { buttonCalled, openFunctions, openPane, outcome, press, settle } from "./harness";

const parameter = (id: string, name: string): ParameterInfo => {
  const found = functionCalled(id)?.parameters.find((each) => each.name === name);
  if (!found) throw new Error(`${id} has no ${name}.`);
  return found;
};
const MINERS = parameter("MINERHOLDINGS", "miners");
const DATE = parameter("MINERHOLDINGS", "date");
const PRICE = parameter("HASHPRICE", "price");
const HEADERS = parameter("MINERLIST", "headers");
const ASSUMPTIONS = parameter("SCENARIO", "assumptions");

describe("a field's text as an argument", () => {
  it.each([
    ["a word", MINERS, "MARA", '"MARA"'],
    ["several words", MINERS, "CORZ,WULF", '"CORZ,WULF"'],
    ["a name with quotes", MINERS, 'the "big" one', '"the ""big"" one"'],
    ["a cell", MINERS, "$A2", "$A2"],
    ["a range elsewhere", MINERS, "'My sheet'!A2:A9", "'My sheet'!A2:A9"],
    ["a spill", ASSUMPTIONS, "B4#", "B4#"],
    ["an array", MINERS, '{"CORZ","WULF"}', '{"CORZ","WULF"}'],
    ["a call", ASSUMPTIONS, 'ASSUMPTIONS("thesis")', 'ASSUMPTIONS("thesis")'],
    ["a formula", MINERS, "= Inputs ", "Inputs"],
    ["an ISO day", DATE, "2025-12-31", '"2025-12-31"'],
    ["a month", DATE, "2025-12", '"2025-12"'],
    ["a year", DATE, "2025", '"2025"'],
    ["a serial", DATE, "46022", "46022"],
    ["a number", PRICE, "91132.5", "91132.5"],
    ["a sum", PRICE, "A1*2", "A1*2"],
    ["a name of a number", PRICE, "Price", 'IF(Price="","",Price)'],
    ["a cell that may be empty", PRICE, "B2", 'IF(B2="","",B2)'],
    ["a table that may have gaps", ASSUMPTIONS, "Case!B2:C9", 'IF(Case!B2:C9="","",Case!B2:C9)'],
    ["whole columns", ASSUMPTIONS, "Case!B:C", "Case!B:C"],
    ["a truth value", HEADERS, "false", "FALSE"],
    ["nothing", MINERS, "  ", ""],
  ])("is %s where that is meant", (_, info, written, argument) => {
    expect(argumentOf(info, written)).toBe(argument);
  });

  it("is a word even if it looks like a cell, where the record knows the word", () => {
    const known = { ...MINERS, values: ["AB12"] };
    expect(argumentOf(known, "AB12")).toBe('"AB12"');
  });

  it("comes back from each example of the catalogue, and gives the example again", () => {
    for (const of of catalogue) {
      for (const { formula } of of.examples) {
        const call = formula.slice(1);
        if (!call.startsWith(`${of.id}(`)) continue;
        expect(callOf(of, fieldsOf(of, call))).toBe(call);
      }
    }
  });

  it("comes back from what only a formula can say", () => {
    expect(fieldOf(MINERS, "Inputs")).toBe("=Inputs");
    expect(argumentOf(MINERS, fieldOf(MINERS, "Inputs"))).toBe("Inputs");
    expect(argumentOf(MINERS, fieldOf(MINERS, '"A1"'))).toBe('"A1"');
  });
});

describe.each(EMPTY_AS)("the builder's argument for an empty cell that arrives as %j", (emptyAs) => {
  const optional = catalogue.flatMap((of) =>
    of.parameters.map((info, at) => ({ of, info, at, id: of.id, name: info.name })).filter(({ info }) => info.optional),
  );
  it.each(optional)("is left out: $id $name", ({ of, info, at }) => {
    const argument = argumentOf(info, "$B$2");
    expect(fieldOf(info, argument)).toBe("$B$2");
    const before = (VALID[of.id] ?? []).slice(0, at);
    const arrives = argument.startsWith("IF(") ? "" : emptyAs;
    expect(JSON.stringify(of.evaluate([...before, [[arrives]]]))).toBe(JSON.stringify(of.evaluate(before)));
  });
});

describe("a formula in the user's own notation", () => {
  const german = { decimal: ",", argument: ";" };
  it("has that Excel's separators, and words as they were", () => {
    const typed = '=HASHPRICE(91132,5;"1.5, 2";A1)';
    expect(localFormula('=HASHPRICE(91132.5,"1.5, 2",A1)', german)).toEqual({ typed });
  });
  it("is left out where it is the same, and not guessed where more than separators differs", () => {
    expect(localFormula("=HASHPRICE(1.5)", { decimal: ".", argument: "," })).toBeUndefined();
    const unknown = (formula: string): string => JSON.stringify(localFormula(formula, german));
    expect(unknown("=MINERLIST(,,FALSE)")).toContain(
      "Your Excel may write TRUE and FALSE differently: insert it from here",
    );
    expect(unknown('=SCENARIO({"months",6})')).toContain("lists in braces");
    expect(unknown('=IFNA(MINERHOLDINGS({"MARA";"RIOT"}),FALSE)')).toContain(
      "lists in braces, TRUE and FALSE and Excel’s own functions",
    );
  });
});

const fill = (root: Element, name: string, text: string): void => {
  const input = root.querySelector<HTMLInputElement | HTMLSelectElement>(`#pane-field-${name}`);
  if (!input) throw new Error(`There is no field ${name}.`);
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};
const formula = (root: Element): string => root.querySelector(".builder .formula")?.textContent ?? "";
const answer = (root: Element): string => root.querySelector(".builder .answer")?.textContent ?? "";
const submit = async (root: Element): Promise<void> => {
  root.querySelector<HTMLButtonElement>(".builder button[type=submit]")?.click();
  await settle();
};

const openBuilder = (id: string) => {
  const pane = openPane();
  openFunctions(pane.root);
  buttonCalled(pane.root, `Fill in ${id}`).click();
  return pane;
};

describe("the function builder", () => {
  it("begins with a formula that answers, and shows the answer", async () => {
    const { root } = openBuilder("MINERHOLDINGS");
    expect(formula(root)).toBe('=MINERHOLDINGS("MARA")');
    await vi.waitFor(() => {
      expect(answer(root)).toMatch(/^[\d,]+$/);
    });
  });

  it("follows the fields, with the answer and its number format", async () => {
    const { root } = openBuilder("MINERHOLDINGS");
    fill(root, "date", "2025-12-31");
    fill(root, "unit", "USD");
    expect(formula(root)).toBe('=MINERHOLDINGS("MARA","2025-12-31","USD")');
    await vi.waitFor(() => {
      expect(answer(root)).toMatch(/^\$[\d,]+$/);
    });
  });

  it("shows the sentence when an argument does not fit", async () => {
    const { root } = openBuilder("MINERHOLDINGS");
    fill(root, "miners", "MAR4");
    // MAR4 is a cell to Excel; as a word it needs quotes.
    fill(root, "miners", '"MAR4"');
    await vi.waitFor(() => {
      expect(answer(root)).toMatch(/^#VALUE! No miner is called "MAR4"/);
    });
  });

  it("shows the first cells of a table and how many there are", async () => {
    const { root } = openBuilder("MINERLIST");
    await vi.waitFor(() => {
      expect(root.querySelectorAll(".builder .preview tr")).toHaveLength(4);
    });
    expect(answer(root)).toMatch(/\d+ × 8 cells; the first are shown\./);
  });

  it("suggests miners, metrics, dates and presets, each with what it means", () => {
    const options = (id: string, name: string): string[] => {
      const { root } = openBuilder(id);
      return [...root.querySelectorAll(`#pane-field-${name}-list option`)].map(
        (each) => `${each.getAttribute("value") ?? ""} ${each.getAttribute("label") ?? ""}`,
      );
    };
    expect(options("MINERDATA", "miners")).toContain("HUT Hut 8");
    expect(options("MINERDATA", "metrics")).toContain("holdings_btc BTC held, BTC");
    expect(options("MINERDATA", "date")).toContain("FY2025 end of the fiscal year");
    expect(options("SCENARIO", "assumptions").some((each) => each.startsWith("thesis "))).toBe(true);
  });

  it("inserts, and then replaces what it inserted", async () => {
    const { root, sheet } = openBuilder("HASHPRICE");
    fill(root, "price", "90000");
    await settle();
    expect(root.querySelector("[type=submit]")?.textContent).toBe("Insert in Sheet1!B2");
    await submit(root);
    expect(sheet.cells.get("Sheet1!B2")).toBe("=HASHPRICE(90000)");
    expect(outcome(root)).toContain("Inserted in Sheet1!B2");
    expect(root.querySelector("[type=submit]")?.textContent).toBe("Replace in Sheet1!B2");
    fill(root, "price", "80000");
    await submit(root);
    expect(sheet.cells.get("Sheet1!B2")).toBe("=HASHPRICE(80000)");
  });

  it("reads a cell's formula back into the fields, changes it and keeps what stands around it", async () => {
    const { root, sheet } = openPane();
    sheet.cells.set("Sheet1!B2", '=ROUND(MINERHOLDINGS("MARA",A1,"USD")/1e6,1)');
    sheet.select("Sheet1!B2");
    openFunctions(root);
    await settle();
    buttonCalled(root, "Change MINERHOLDINGS in Sheet1!B2").click();
    expect(root.querySelector<HTMLInputElement>("#pane-field-date")?.value).toBe("A1");
    expect(root.querySelector<HTMLSelectElement>("#pane-field-unit")?.value).toBe("USD");
    fill(root, "miners", "RIOT");
    await submit(root);
    expect(sheet.cells.get("Sheet1!B2")).toBe('=ROUND(MINERHOLDINGS("RIOT",A1,"USD")/1e6,1)');
  });

  it("keeps a cell as the choice that a formula makes", async () => {
    const { root, sheet } = openPane();
    sheet.cells.set("Sheet1!B2", '=MINERHOLDINGS("MARA",,C1)');
    sheet.select("Sheet1!B2");
    openFunctions(root);
    await settle();
    buttonCalled(root, "Change MINERHOLDINGS in Sheet1!B2").click();
    expect(formula(root)).toBe('=MINERHOLDINGS("MARA",,C1)');
  });

  it("asks before it writes over another cell than the one that it read", async () => {
    const { root, sheet } = openPane();
    sheet.cells.set("Sheet1!B2", "=HASHPRICE()");
    sheet.cells.set("Sheet1!C3", "kept");
    sheet.select("Sheet1!B2");
    openFunctions(root);
    await settle();
    buttonCalled(root, "Change HASHPRICE in Sheet1!B2").click();
    sheet.select("Sheet1!C3");
    await settle();
    await submit(root);
    expect(sheet.cells.get("Sheet1!C3")).toBe("kept");
    expect(outcome(root)).toContain("Sheet1!C3 holds kept. Replace it");
  });

  it("puts the focus on the first field and gives it back with Escape", () => {
    const { root } = openPane();
    openFunctions(root);
    const from = buttonCalled(root, "Fill in OVERHANG");
    from.focus();
    from.click();
    expect(document.activeElement?.id).toBe("pane-field-miners");
    press("Escape");
    expect(document.activeElement).toBe(from);
    expect(root.querySelector(".builder")).toBeNull();
  });

  it("opens for every function with a formula that can be read", () => {
    const { root } = openPane();
    openFunctions(root);
    for (const { id } of catalogue) {
      buttonCalled(root, `Fill in ${id}`).click();
      expect(formula(root)).toMatch(new RegExp(`^=${id}\\(`));
      buttonCalled(root, "All functions").click();
    }
  });
});
