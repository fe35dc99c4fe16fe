// The built functions as Excel calls them: dist/functions.js under the real office.js.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { distText } from "../build/dist";
import { EMPTY_CELL, type CallResult, type FunctionsMetadata } from "./calls";
import { OLDEST } from "./double";
import { openExcel, type ExcelInJsdom } from "./jsdom";
import { EMPTY_AS } from "../functions/empty-cells";
import { plain } from "./plain";

const open = async (options: Parameters<typeof openExcel>[0] = {}): Promise<ExcelInJsdom> => {
  const metadata = JSON.parse(distText("functions.json")) as FunctionsMetadata;
  const excel = await openExcel({ metadata, ...options });
  excel.run(distText("functions.js"));
  return excel;
};

describe.each(EMPTY_AS)("the functions in an Excel that hands over %j for an empty cell", (emptyCells) => {
  let excel: ExcelInJsdom;
  beforeAll(async () => {
    excel = await open({ emptyCells });
  });
  afterAll(() => {
    expect(excel.complaints).toEqual([]);
    excel.close();
  });
  const call = (name: string, ...args: unknown[]): Promise<CallResult> => excel.host.call(name, args);
  const asked = async (name: string, ...args: unknown[]): Promise<unknown> => plain(await call(name, ...args));

  // 53,822, 2,537, 3 and 0: the counts at the year's end, each with its source in assets/data/reports.csv. 46022 is 2025-12-31.
  it.each([["2025-12-31"], [46_022], ["2025Q4"], ["FY2025"]])("answer a date typed as %s", async (date) => {
    expect(await asked("MINERHOLDINGS", "MARA", date)).toEqual([[53_822]]);
  });

  it("spill a row, and a table from a column and a row", async () => {
    const row = [["CORZ", "WULF", "IREN", "MARA"]];
    expect(await asked("MINERHOLDINGS", row, "2025-12-31")).toEqual([[2_537, 3, 0, 53_822]]);
    const table = await asked("MINERHOLDINGS", [["MARA"], ["CORZ"], ["WULF"]], [["2025-12-31", 46_022]]);
    expect(table).toEqual([[53_822, 53_822], [2_537, 2_537], [3, 3]]); // prettier-ignore
  });

  it("give a number with its format and what stands behind it", async () => {
    const result = await call("MINERHOLDINGS", "MARA", "2025-12-31");
    expect(result).toMatchObject({
      value: [
        [{ type: "Double", basicValue: 53_822, numberFormat: "#,##0", properties: { Source: { type: "String" } } }],
      ],
    });
  });

  it("say in the cell what was wrong", async () => {
    expect(await call("MINERHOLDINGS", "MAARA")).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("MARA") as string,
    });
    const early = await call("MINERHOLDINGS", "MARA", "1999-12-31");
    expect(early).toMatchObject({ error: "#N/A", message: expect.stringMatching(/\d{4}-\d{2}-\d{2}/) as string });
  });

  it("leave an error cell of a range where it stands", async () => {
    expect(await asked("MINERHOLDINGS", [["MARA"], [{ error: "#DIV/0!" }], ["WULF"]], "2025-12-31")).toEqual([
      [53_822],
      ["#DIV/0!"],
      [3],
    ]);
  });

  it.each(["#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#VALUE!"])("hand %s on as it came in", async (error) => {
    expect(await call("MINERHOLDINGS", { error }, "2025-12-31")).toEqual({ error });
    expect(await call("OVERHANG", "ALL", "TREASURY", { error })).toEqual({ error });
    expect(await asked("MINERHOLDINGS", [["MARA", { error }]], "2025-12-31")).toEqual([[53_822, error]]);
    expect(await call("SCENARIO", [["preset", { error }]])).toEqual({ error });
  });

  it.each(["#REF!", "#NAME?", "#CALC!", "#SPILL!"])(
    "say of %s, which Excel does not take, where it is",
    async (error) => {
      const told = {
        error: "#VALUE!",
        message: `A cell among the arguments shows ${error}: correct that cell, and this one will follow.`,
      };
      expect(await call("MINERHOLDINGS", { error }, "2025-12-31")).toEqual(told);
      expect(await call("SCENARIO", [["preset", { error }]])).toEqual(told);
      const beside = await call("MINERHOLDINGS", [["WULF", { error }]], "2025-12-31");
      expect(beside).toMatchObject({ value: [[{ basicValue: 3 }, told]] });
    },
  );

  it.each([[null], [""], [EMPTY_CELL]])("take %j for an omitted date", async (empty) => {
    expect(await call("MINERHOLDINGS", "MARA", empty)).toEqual(await call("MINERHOLDINGS", "MARA"));
  });

  it("answer a list and a table of assumptions with empty cells in them", async () => {
    const columns = [["month", null, "price"], [null, null, null]]; // prettier-ignore
    const table = [["preset", "thesis"], [null, null], ["start", null], ["miners", null]]; // prettier-ignore
    const answer = await asked("SCENARIO", table, columns);
    expect(answer).toEqual(await asked("SCENARIO", "thesis", [["month", "price"]]));
    expect(await asked("OVERHANG", EMPTY_CELL, EMPTY_CELL, null, EMPTY_CELL)).toEqual(await asked("OVERHANG"));
  });

  it("answer a column of 1,000 rows with blanks in it, row by row", async () => {
    const column = Array.from({ length: 1_000 }, (_, index) => [
      index % 3 === 0 ? "MARA" : index % 3 === 1 ? "" : "WULF",
    ]);
    const answer = (await asked("MINERHOLDINGS", column, "2025-12-31")) as unknown[][];
    expect(answer).toHaveLength(1_000);
    expect([answer[0]?.[0], answer[2]?.[0], answer[999]?.[0]]).toEqual([53_822, 3, 53_822]);
    expect(answer[1]).toEqual(answer[4]);
  });

  it("never put null into a cell, where Excel would show 0", async () => {
    const metadata = JSON.parse(distText("functions.json")) as FunctionsMetadata;
    for (const { id, parameters } of metadata.functions) {
      if (parameters.some(({ optional }) => optional !== true)) continue;
      expect(JSON.stringify(await call(id)), id).not.toMatch(/null/);
    }
  });
});

describe("the functions in the oldest Excel that the manifest lets in", () => {
  it("give plain numbers", async () => {
    const excel = await open({ sets: OLDEST });
    expect(await excel.host.call("MINERHOLDINGS", ["MARA", "2025-12-31"])).toEqual({ value: [[53_822]] });
    const list = await excel.host.call("MINERLIST", []);
    expect(JSON.stringify(list)).not.toMatch(/knows no data types/);
    excel.close();
  });
});
