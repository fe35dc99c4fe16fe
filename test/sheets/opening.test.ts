// The described sheets of the opening workbook: nothing stands in the way of anything.
import { areaOf, type Area } from "../../src/common/address";
import { describe, expect, it } from "vitest";
import { OPENING } from "../../src/sheets/opening/index";
import { workbookData } from "../../src/playground/render";
import type { SheetDescription } from "../../src/sheets/sheet";

const inside = ({ first, last }: Area, address: string): boolean => {
  const { row, column } = areaOf(address).first;
  return row >= first.row && row <= last.row && column >= first.column && column <= last.column;
};

/** Cells that stand where a formula will fill its answer: they would turn it into #SPILL!. */
const inTheWay = ({ cells }: SheetDescription): string[] =>
  cells.flatMap((cell) => {
    if (!("formula" in cell) || cell.fills === undefined) return [];
    const filled = areaOf(cell.fills);
    return cells
      .filter((other) => other !== cell && inside(filled, other.address))
      .map((other) => `${other.address} in ${cell.fills ?? ""}`);
  });

describe.each(OPENING)("the sheet $name", (sheet) => {
  it("has one content a cell and none where a formula fills its answer", () => {
    const addresses = sheet.cells.map(({ address }) => address);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
    expect(inTheWay(sheet)).toEqual([]);
  });

  it("shows of each filling formula the text from which it is calculated", () => {
    const texts = sheet.cells.flatMap((cell) => (cell.style === "formulaText" && "value" in cell ? [cell.value] : []));
    const filling = sheet.cells.flatMap((cell) =>
      "formula" in cell && cell.fills !== undefined ? [cell.formula] : [],
    );
    expect(texts).toEqual(expect.arrayContaining(filling));
  });

  it("keeps formulas and their texts apart for Univer", () => {
    const data = workbookData("test", [sheet]).sheets?.["sheet-1"]?.cellData ?? {};
    for (const cell of sheet.cells) {
      const { row, column } = areaOf(cell.address).first;
      const content = data[row]?.[column];
      expect([content?.f, content?.v]).toEqual("formula" in cell ? [cell.formula, undefined] : [undefined, cell.value]);
    }
  });
});

describe("the charts of the opening workbook", () => {
  it("read cells that exist, as many values as dates", () => {
    const names = OPENING.map(({ name }) => name);
    for (const { sheet, chart } of OPENING.flatMap(({ name: sheet, charts }) =>
      (charts ?? []).map((chart) => ({ sheet, chart })),
    )) {
      const length = (range: string): number => areaOf(range).last.row - areaOf(range).first.row;
      for (const { name, values } of chart.series) {
        expect(names).toContain(areaOf(name).sheet ?? sheet);
        expect(length(values)).toBe(length(chart.dates));
      }
    }
  });
});
