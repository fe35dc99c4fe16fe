// @vitest-environment jsdom
// Formulas of a workbook, as the pane reads them: prefixes, nesting, references, and what only Excel knows.
import { describe, expect, it } from "vitest";
import { bare } from "../../src/functions";
import { withoutPrefixes } from "../../src/sheets/prefixed-calls";
import { hasOurs, onlyCall, readFormula } from "../../src/taskpane/formula/read";
import { trace, type References } from "../../src/taskpane/formula/trace";

const traced = (formula: string, references: References = new Map()) => {
  const read = readFormula(formula);
  if (!read) throw new Error(`${formula} was not read.`);
  return trace(read, references);
};

/** The plain first value of each call, innermost first; undefined where only Excel knows. */
const values = (formula: string, references?: References): unknown[] =>
  traced(formula, references).map(({ answer }) => {
    const cell = answer?.[0]?.[0];
    return cell === undefined ? undefined : bare(cell);
  });

// MARA held 53,822 BTC on 2025-12-31: 10-Q of 2026-03-31, s925 in assets/data/sources.csv.
const MARA = 53_822;

describe("the prefixes that other computers leave before a function's name", () => {
  it.each([
    ["=_xldudf_MINERHOLDINGS(A1)", "=MINERHOLDINGS(A1)"],
    ["=_xll.HASHPRICE()", "=HASHPRICE()"],
    ["=FUNCRES.XLAM!_xldudf_HASHPRICE(1E3)", "=HASHPRICE(1E3)"],
    ["=1+'C:\\add ins\\[FUNCRES.XLAM]'!HASHPRICE(1)", "=1+HASHPRICE(1)"],
    ["='it''s\\OTHER.xla'!hashprice()", "=hashprice()"],
    ['=LET(x,_xldudf_MINERHOLDINGS("MARA"),x/_xldudf_HASHPRICE())', '=LET(x,MINERHOLDINGS("MARA"),x/HASHPRICE())'],
  ])("go: %s", (formula, clean) => {
    expect(withoutPrefixes(formula)).toBe(clean);
  });

  it.each([
    '=MINERHOLDINGS("MARA")',
    '="_xldudf_MINERHOLDINGS("&A1',
    "=_xldudf_SOMEONEELSES(A1)",
    "=OTHER.XLAM!THEIRS(A1)",
    "=Sheet1!A1+HASHPRICE()",
    "_xldudf_MINERHOLDINGS(A1)",
  ])("stay where they are not before a function of ours: %s", (formula) => {
    expect(withoutPrefixes(formula)).toBe(formula);
  });
});

describe("chosen columns of a table of ours", () => {
  it.each(["1", "-7", "1,2"])("go on to the next function: %s", (columns) => {
    expect(values(`=SUM(MINERHOLDINGS(CHOOSECOLS(MINERLIST("MARA",46022,FALSE),${columns}),"2025-12-31"))`)).toContain(
      MARA,
    );
  });

  it.each(["0", "99", "-99", '"a"'])("are Excel's to refuse where there are none: %s", (columns) => {
    expect(values(`=MINERHOLDINGS(CHOOSECOLS(MINERLIST("MARA",46022,FALSE),${columns}))`).at(-1)).toBeUndefined();
  });
});

describe("what a formula calls", () => {
  it.each(["=MINERLIST()", "=sum(minerlist())", "=_xldudf_OVERHANG()", "=IF(A1,1,-HASHPRICE())"])(
    "is ours in %s",
    (formula) => {
      expect(hasOurs(formula)).toBe(true);
    },
  );

  it.each(["", "MINERLIST()", "=SUM(A1)", '="MINERLIST()"', "=MINERLISTS()", "=Sheet1!MINERLIST"])(
    "is not ours in %s",
    (formula) => {
      expect(hasOurs(formula)).toBe(false);
    },
  );

  it("is the whole formula only where nothing is done with it", () => {
    const isWhole = (formula: string): boolean => {
      const read = readFormula(formula);
      return read !== undefined && onlyCall(read) !== undefined;
    };
    expect(["=HASHPRICE()", "=@HASHPRICE()", "=HASHPRICE()*1", "=SUM(HASHPRICE())"].map(isWhole)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("is told of no formula that cannot be parsed", () => {
    expect(readFormula("=SUM(1,")).toBeUndefined();
  });
});

describe("tracing a formula", () => {
  it("computes each call with the arguments that are written", () => {
    expect(values('=SUM(MINERHOLDINGS({"MARA","RIOT"},DATE(2025,12,31)))')).toEqual([MARA]);
  });

  it("takes what stands in the cells", () => {
    const references = new Map([
      ["$A2", [["MARA"]]],
      ["B$1", [[46_022]]],
    ]);
    expect(values("=MINERHOLDINGS($A2,B$1)", references)).toEqual([MARA]);
  });

  it("goes from the innermost call outwards and hands results on", () => {
    const calls = traced('=SCENARIOVALUE(ASSUMPTIONS("thesis"),"price",0)');
    expect(calls.map(({ of }) => of.id)).toEqual(["ASSUMPTIONS", "SCENARIOVALUE"]);
    const [direct] = values('=SCENARIOVALUE("thesis","price",0)');
    expect(values('=SCENARIOVALUE(ASSUMPTIONS("thesis"),"price",0)')[1]).toBe(direct);
    expect(direct).toBeTypeOf("number");
  });

  it("knows the names that LET gives", () => {
    expect(values('=LET(who,"MARA",day,"2025-12-31",MINERHOLDINGS(who,day)/1000)')).toEqual([MARA]);
  });

  it("leaves to Excel what depends on Excel's own functions", () => {
    expect(values('=MINERHOLDINGS("MARA",TODAY())')).toEqual([undefined]);
    expect(values("=MAP(A1:A3,LAMBDA(m,MINERHOLDINGS(m)))")).toEqual([undefined]);
    expect(values("=MINERHOLDINGS(A:A)")).toEqual([undefined]);
  });

  it("reads a skipped argument as left out and negative numbers as numbers", () => {
    const [call] = traced('=MINERHOLDINGS("MARA",,"BTC")');
    expect(call?.given[1]).toBeUndefined();
    expect(traced("=HASHPRICE(-5%)")[0]?.given[0]?.value).toEqual([[-0.05]]);
  });
});
