// Formulas as files have them: where our calls carry Excel's mark, where they must not, and that they come back.
import { describe, expect, it } from "vitest";
import { functionCalled } from "../../src/functions";
import { formulaIn } from "../../src/xlsx/read/formula-in";
import { writtenAt } from "../../src/xlsx/read/references";
import { fileFormula } from "../../src/xlsx/write/file-formula";

const KNOWN = ["SUM", "IF", "LET", "LAMBDA", "HYPERLINK", "FILTER", "MAP"];
const isKnown = (name: string): boolean => KNOWN.includes(name) || functionCalled(name) !== undefined;
const A1 = { row: 0, column: 0 };
const readBack = (inFile: string): string => {
  const read = formulaIn(inFile, "S", "filling", { isKnown, sheetHere: (name) => name, named: () => undefined });
  return "pieces" in read ? `=${writtenAt(read.pieces, A1, A1)}` : read.why;
};

describe("a formula in a file", () => {
  it.each([
    ['=MINERHOLDINGS("MARA")', '_xldudf_MINERHOLDINGS("MARA")'],
    ["=minerlist()", "_xldudf_MINERLIST()"],
    ["=SUM(MINERHOLDINGS(A1:A9),-HASHPRICE())", "SUM(_xldudf_MINERHOLDINGS(A1:A9),-_xldudf_HASHPRICE())"],
    ['=SCENARIO(ASSUMPTIONS("thesis"))', '_xldudf_SCENARIO(_xldudf_ASSUMPTIONS("thesis"))'],
    ['="MINERLIST()"&MINERLIST()', '"MINERLIST()"&_xldudf_MINERLIST()'],
    ["='MINERLIST()'!A1", "'MINERLIST()'!A1"],
    ["=LET(x,OVERHANG(),x/2)", "_xlfn.LET(_xlpm.x,_xldudf_OVERHANG(),_xlpm.x/2)"],
    ["=MAP(A1:A3,LAMBDA(m,MINERHOLDINGS(m)))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.m,_xldudf_MINERHOLDINGS(_xlpm.m)))"],
    ["=FILTER(MINERLIST(),TRUE)", "_xlfn._xlws.FILTER(_xldudf_MINERLIST(),TRUE)"],
    ["=Overhang+1", "Overhang+1"],
  ])("of %s is %s, and comes back", (typed, inFile) => {
    expect(fileFormula(typed)).toBe(inFile);
    expect(readBack(inFile)).toBe(typed.replace("minerlist", "MINERLIST"));
  });

  it("is read without the mark too, as older files of ours have it", () => {
    expect(readBack('SUM(MINERHOLDINGS("MARA"))')).toBe('=SUM(MINERHOLDINGS("MARA"))');
  });
});
