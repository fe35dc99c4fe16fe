// @vitest-environment jsdom
// Explain: what the active cell asks, what came out, and from where; also where Excel hides the sentence of an error.
import { describe, expect, it } from "vitest";
import { functionCalled } from "../../src/functions";
import { buttonCalled, openPane, settle, type Sheet } from "./harness";

/** The section Explain with this formula in the active cell. */
const explained = async (formula: string, prepare: (sheet: Sheet) => void = () => undefined) => {
  const pane = openPane();
  if (formula !== "") pane.sheet.cells.set("Sheet1!B2", formula);
  prepare(pane.sheet);
  buttonCalled(pane.root, "Explain").click();
  await settle();
  const panel = pane.root.querySelector("#pane-panel-explain");
  if (!panel) throw new Error("There is no section Explain.");
  return { ...pane, panel, text: () => panel.textContent.replace(/\s+/g, " ") };
};

describe("explaining a cell", () => {
  it("says what would be here while the cell calls nothing of ours", async () => {
    const { text } = await explained("=SUM(A1:A9)");
    expect(text()).toContain("Sheet1!B2 calls no function of this add-in.");
    expect(text()).toContain("the sources behind the value");
  });

  it("shows arguments by name, what was left out, the value and its source with a link", async () => {
    const { panel, text } = await explained('=MINERHOLDINGS("MARA","2025-12-31")');
    expect(text()).toContain("53,822");
    expect(text()).toContain("unitleft out: BTC");
    expect(text()).toContain("known_byleft out: everything in the record");
    const link = panel.querySelector<HTMLAnchorElement>(".sources a");
    expect(link?.href).toMatch(/^https:\/\//);
    expect(text()).toMatch(/reported 2025-12-31, published \d{4}-\d\d-\d\d/);
  });

  it("names the reports that a sum rests on", async () => {
    const { panel } = await explained('=MINERHOLDINGS("MARA,RIOT,CLSK","2025-12-31")');
    expect(panel.querySelectorAll(".sources li")).toHaveLength(3);
    expect(panel.querySelector(".sources")?.textContent).toContain("MARA 53,822");
  });

  it("gives an error its sentence", async () => {
    const { text } = await explained('=MINERHOLDINGS("MAR4")');
    expect(text()).toMatch(/#VALUE! No miner is called "MAR4"\. Nearest: /);
  });

  it("explains nested calls, the innermost first", async () => {
    const { panel, text } = await explained('=ROUND(PRICEIMPACT(OVERHANG("ALL"))*100,1)');
    expect([...panel.querySelectorAll(".call h3")].map((each) => each.textContent)).toEqual([
      "1 of 2 calls: OVERHANG",
      "2 of 2 calls: PRICEIMPACT",
    ]);
    expect(text()).toContain("Innermost first");
  });

  it("shows cells as they were read, and an empty one as left out", async () => {
    const { text } = await explained("=MINERHOLDINGS(A1:A2,C1,D1)", ({ tables }) => {
      tables.set("Sheet1!A1:A2", [["MARA"], ["RIOT"]]);
      tables.set("Sheet1!C1", [[46_022]]);
      tables.set("Sheet1!D1", [[null]]);
    });
    expect(text()).toContain("A1:A2 = 2 × 1 cells: MARA, RIOT");
    expect(text()).toContain("C1 = 2025-12-31");
    expect(text()).toContain("D1 = empty, so BTC");
  });

  it("says which argument only Excel knows", async () => {
    const { text } = await explained('=MINERHOLDINGS("MARA",TODAY())');
    expect(text()).toContain("Excel computes date: the pane cannot");
  });

  it("lists the assumptions of a scenario by where they come from", async () => {
    const { panel, text } = await explained('=SCENARIOVALUE({"preset","orderly";"months",6},"price")');
    const groups = [...panel.querySelectorAll("summary")].map((each) => each.textContent);
    expect(groups[0]).toBe("Set by the argument (2)");
    expect(groups).toHaveLength(3);
    expect(panel.querySelector("details")?.textContent).toContain("months6");
    expect(text()).toContain("Presetorderly");
  });

  it("tells when the cell shows an older value than the record gives", async () => {
    const { text } = await explained('=MINERHOLDINGS("MARA","2025-12-31")', (sheet) => {
      sheet.tables.set("Sheet1!B2", [[50_639]]);
      sheet.shown = "50,639";
    });
    expect(text()).toContain("The cell shows 50,639: it was calculated before");
  });

  it("tells what #NAME? means", async () => {
    const { text } = await explained("=_xldudf_HASHPRICE()", (sheet) => {
      sheet.shown = "#NAME?";
    });
    expect(text()).toContain("Excel did not know the function when the formula was entered");
  });

  it("tells that a ticker lacks its quotes", async () => {
    const { text } = await explained('=MINERHOLDINGS(MARA,"2025-12-31")', (sheet) => {
      sheet.shown = "#NAME?";
    });
    expect(text()).toContain("MARA has no quotes, so it is read as a name");
    expect(text()).toContain('For text, write "MARA".');
    expect(text()).not.toContain("Repair");
  });

  it("says what is too much, as the cell does, and shows no value", async () => {
    const { text } = await explained('=MINERESTIMATE("MARA",,,,,1,2)', (sheet) => {
      sheet.shown = "#VALUE!";
    });
    expect(text()).toContain("#VALUE! MINERESTIMATE takes at most 5 arguments, not 7: remove the last ones.");
  });

  it("explains a spilled cell as itself, with its own source alone", async () => {
    const { panel, text } = await explained('=MINERHOLDINGS({"MARA";"RIOT"},{"2024-12-31","2025-12-31"})', (sheet) => {
      sheet.offset = { row: 1, column: 1 };
    });
    expect(text()).toContain("18,005 row 2, column 2 of 2 rows × 2 columns");
    expect(panel.querySelectorAll(".sources li")).toHaveLength(1);
    expect(panel.querySelector(".sources")?.textContent).toMatch(/^Riot/);
  });

  it("gives a sum in a table the sources of its own parts", async () => {
    const { panel } = await explained('=MINERDATA({"MARA,RIOT";"CLSK,HUT"},{"holdings"},"2025-12-31")', (sheet) => {
      sheet.offset = { row: 1, column: 0 };
    });
    const sources = [...panel.querySelectorAll(".sources li")].map((each) => each.textContent);
    expect(sources).toHaveLength(2);
    for (const miner of ["CLSK ", "HUT "]) expect(sources.join()).toContain(miner);
  });

  it("gives a fall of the price no filing as its source", async () => {
    const report = '=OVERHANGREPORT("ALL","PIVOT",1,"2026-03-14",,"2026-03-14",FALSE)';
    const falls = (functionCalled("OVERHANGREPORT")?.evaluate(["ALL", "PIVOT", 1, "2026-03-14", null, "2026-03-14", false]) ?? [])
      .findIndex(([measure]) => typeof measure === "string" && /fall/i.test(measure)); // prettier-ignore
    expect(falls).toBeGreaterThan(0);
    const { panel, text } = await explained(report, (sheet) => {
      sheet.offset = { row: falls, column: 1 };
    });
    expect(text()).toContain(`row ${falls + 1}, column 2`);
    expect(panel.querySelector(".sources")).toBeNull();
  });

  it.each([
    ['=SENSITIVITY("thesis","price","sell_share",{0.25,0.5},"volume_btc",{50000,100000})', { row: 2, column: 1 }, "sell_share0.5", "volume_btc50000"], // prettier-ignore
    ['=SCENARIOCOMPARE({"","Base","Bear";"preset","hold","thesis";"price",70000,60000})', { row: 1, column: 2 }, "presetthesis", "price60000"], // prettier-ignore
    ['=SCENARIOCOMPARE("hold,orderly")', { row: 1, column: 2 }, "presetorderly", "Set by the argument (1)"],
  ])("explains a number of %s by the assumptions of its own scenario", async (formula, offset, first, second) => {
    const { text } = await explained(formula, (sheet) => {
      sheet.offset = offset;
    });
    for (const says of [first, second]) expect(text().replaceAll(/[ ,]/g, "")).toContain(says.replaceAll(" ", ""));
  });

  it("follows the selection, and only while it is open", async () => {
    const { root, sheet, text } = await explained("");
    sheet.cells.set("Sheet1!C3", "=HASHPRICE(91132,146472570619930.8,0.017282554)");
    sheet.select("Sheet1!C3");
    await settle();
    expect(text()).toContain("39.33");
    buttonCalled(root, "About").click();
    sheet.select("Sheet1!D4");
    await settle();
    expect(text()).toContain("39.33");
    buttonCalled(root, "Explain").click();
    await settle();
    expect(text()).toContain("Sheet1!D4 calls no function");
  });

  it("shows what stands in cells as text, never as markup", async () => {
    const { panel, text } = await explained("=MINERHOLDINGS(A1)", ({ tables }) => {
      tables.set("Sheet1!A1", [["<img src=x onerror=alert(1)>"]]);
    });
    expect(panel.querySelector("img")).toBeNull();
    expect(text()).toContain("<img src=x");
  });
});
