// The door to Excel, through the real office.js: values with what stands behind them where the host knows data types,
// plain ones where it does not, decided while it runs.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isoOf, serialOf } from "../../src/common/days";
import { bare, catalogue, CellError } from "../../src/functions";
import type { CallResult } from "../host/calls";
import { OLDEST, TODAY } from "../host/double";
import { openExcel, type ExcelInJsdom } from "../host/jsdom";
import { functionsMetadata, functionsScript } from "./bundle";
import { evaluate, validFor } from "./contract";

const script = functionsScript();
const open = async (sets: Readonly<Record<string, string>>): Promise<ExcelInJsdom> => {
  const excel = await openExcel({ metadata: functionsMetadata(), sets });
  excel.run(script);
  return excel;
};

interface DataType {
  readonly type: string;
  readonly basicValue?: unknown;
  readonly text?: string;
  readonly numberFormat?: string;
  readonly properties?: Readonly<Record<string, { readonly basicValue: unknown; readonly numberFormat?: string }>>;
  readonly layouts?: { readonly card: { readonly sections: readonly { readonly properties: readonly string[] }[] } };
}

const cellsOf = (result: CallResult): unknown[][] => {
  if ("error" in result) throw new Error(`${result.error} ${result.message ?? ""}`);
  return result.value as unknown[][];
};
const plainOf = (cell: unknown): unknown => {
  if (typeof cell !== "object" || cell === null) return cell;
  return "error" in cell ? cell.error : "basicValue" in cell ? cell.basicValue : (cell as DataType).text;
};
/** What the answer of `evaluate` looks like as plain cells. */
const expected = (id: string): unknown[][] =>
  evaluate(id, validFor(id)).map((row) => row.map((cell) => ((value) => (value instanceof CellError ? value.code : value))(bare(cell)))); // prettier-ignore

describe("in an Excel that knows data types", () => {
  let excel: ExcelInJsdom;
  beforeAll(async () => {
    excel = await open(TODAY);
  });
  afterAll(() => {
    expect(excel.complaints).toEqual([]);
    excel.close();
  });
  const top = async (id: string, ...args: unknown[]): Promise<DataType> =>
    cellsOf(await excel.host.call(id, args))[0]?.[0] as DataType;

  it("a number comes with its format, its provenance and a card that lists it", async () => {
    const value = await top("MINERHOLDINGS", "WULF", "2025-12-31");
    expect(value).toMatchObject({ type: "Double", basicValue: 3, numberFormat: "#,##0" });
    expect(Object.keys(value.properties ?? {})).toEqual(["Source", "Link", "Reported", "Published", "Confidence", "Status", "Note"]); // prettier-ignore
    expect(value.layouts?.card.sections[0]?.properties).toEqual(Object.keys(value.properties ?? {}));
    expect(value.properties?.["Reported"]).toEqual({ type: "Double", basicValue: 46_022, numberFormat: "yyyy-mm-dd" });
    expect(value.properties?.["Link"]?.basicValue).toMatch(/^https:\/\//);
    expect(value.properties?.["Status"]?.basicValue).toBe("reported");
  });

  it("a value between reports says for how many days it was carried forward", async () => {
    const value = await top("MINERHOLDINGS", "WULF", "2026-01-10");
    expect(value.basicValue).toBe(3);
    expect(value.properties?.["Status"]?.basicValue).toBe("carried forward 10 days");
  });

  it("a total lists its parts, each with coins and report date, and they sum to it", async () => {
    const value = await top("MINERHOLDINGS", "CORZ,WULF,IREN", "2025-12-31");
    expect(value.basicValue).toBe(2_540);
    expect(value.properties).toMatchObject({
      Status: { basicValue: "summed" },
      Miners: { basicValue: 3 },
      CORZ: { basicValue: "2,537 BTC, 2025-12-31" },
      WULF: { basicValue: "3 BTC, 2025-12-31" },
      IREN: { basicValue: "0 BTC, 2025-12-31" },
    });
  });

  it("a summed flow lists the periods that it is made of", async () => {
    const value = await top("MINERDATA", "MARA,WULF", "sold_btc", "FY2025");
    expect(value.properties).toMatchObject({ Status: { basicValue: "summed" }, Parts: { basicValue: 2 } });
    expect(value.properties?.["WULF year to 2025-12-31"]?.basicValue).toBe("1,500 BTC, year to 2025-12-31");
  });

  it("USD name the price and its day", async () => {
    const value = await top("MINERHOLDINGS", "WULF", "2025-12-31", "USD");
    expect(value.properties).toMatchObject({ BTC: { basicValue: 3 }, "Price date": { basicValue: 46_022, numberFormat: "yyyy-mm-dd" } }); // prettier-ignore
    expect(value.basicValue).toBe(3 * Number(value.properties?.["Price"]?.basicValue));
  });

  it("dates are serials with a date's format", async () => {
    const value = await top("MINERVERSION", "NEWEST_REPORT");
    expect(value.numberFormat).toBe("yyyy-mm-dd");
    expect(isoOf(Number(value.basicValue) - serialOf(0))).toMatch(/^20\d\d-/);
  });

  it("a miner is a card of its own", async () => {
    expect(await top("MINERCARD", "MARA")).toMatchObject({
      type: "Entity",
      text: "MARA Holdings",
      properties: { Ticker: { type: "String", basicValue: "MARA" } },
    });
  });

  it("a single error carries its code and sentence, one in a table stays in its cell", async () => {
    expect(await excel.host.call("MINERHOLDINGS", ["MAARA"])).toMatchObject({ error: "#VALUE!", message: expect.stringMatching(/"MAARA".*MARA/) as string }); // prettier-ignore
    expect(await excel.host.call("SCENARIOSOLVE", ["thesis", "price", 1e9, "price", 1, 2])).toMatchObject({ error: "#N/A" }); // prettier-ignore
    const [[mara, unknown] = []] = cellsOf(await excel.host.call("MINERHOLDINGS", [[["MARA", "MAARA"]], "2025-12-31"]));
    expect([plainOf(mara), plainOf(unknown)]).toEqual([53_822, "#VALUE!"]);
  });

  it.each(catalogue.map(({ id }) => id))("%s arrives whole", async (id) => {
    const cells = cellsOf(await excel.host.call(id, validFor(id)));
    expect(cells.map((row) => row.map(plainOf))).toEqual(expected(id));
  });
});

describe.each([
  ["the oldest Excel that is let in", OLDEST],
  ["an Excel just before data types", { ...TODAY, CustomFunctionsRuntime: "1.3" }],
])("in %s", (_, sets) => {
  let excel: ExcelInJsdom;
  beforeAll(async () => {
    excel = await open(sets);
  });
  afterAll(() => {
    expect(excel.complaints).toEqual([]);
    excel.close();
  });

  it.each(catalogue.map(({ id }) => id))("%s gives plain cells with the same values", async (id) => {
    expect(cellsOf(await excel.host.call(id, validFor(id)))).toEqual(expected(id));
  });

  it("errors keep their code and sentence", async () => {
    expect(await excel.host.call("MINERHOLDINGS", ["MAARA"])).toMatchObject({ error: "#VALUE!", message: expect.stringContaining("MARA") as string }); // prettier-ignore
    expect(await excel.host.call("MINERHOLDINGS", ["MARA", "1999-12-31"])).toMatchObject({ error: "#N/A" });
  });
});
