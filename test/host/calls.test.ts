// The custom-functions channel of the double, with the real office.js and two made-up functions.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OLDEST } from "./double";
import type { FunctionsMetadata } from "./calls";
import { openExcel, type ExcelInJsdom } from "./jsdom";

const metadata: FunctionsMetadata = {
  allowErrorForDataTypeAny: true,
  functions: [
    { id: "SEEN", parameters: [{ name: "a" }, { name: "b", optional: true, dimensionality: "matrix" }] },
    { id: "GIVE", parameters: [{ name: "what" }] },
  ],
};

/** SEEN tells what arrived, GIVE answers what is asked. */
const bundle = `
  const seen = (...args) => {
    const invocation = args.pop();
    const text = (value) => (value instanceof CustomFunctions.Error ? "error " + value.code : value);
    return JSON.stringify({ args: args.map((arg) => (Array.isArray(arg) ? arg.map((row) => row.map(text)) : text(arg))), at: invocation.address });
  };
  const answers = {
    number: () => 7,
    spill: () => [[1, 2], [3, 4]],
    ragged: () => [[1, 2], [3]],
    nan: () => NaN,
    infinity: () => Infinity,
    thrown: () => { throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "No report."); },
    crash: () => { throw new TypeError("A programmer's message."); },
    reference: () => [[new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidReference, "Lost.")]],
    inside: () => [[1, new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "Bad miner.")]],
    rich: () => [[{ type: "Double", basicValue: 5, numberFormat: "0.00" }]],
    later: () => Promise.resolve(9),
  };
  CustomFunctions.associate("SEEN", seen);
  CustomFunctions.associate("GIVE", (what) => answers[what]());
`;

describe("custom functions through the real office.js", () => {
  let excel: ExcelInJsdom;
  beforeAll(async () => {
    excel = await openExcel({ metadata });
    excel.run(bundle);
  });
  afterAll(() => {
    excel.close();
  });
  const give = (what: string): Promise<unknown> => excel.host.call("GIVE", [what]);
  const seen = async (...args: unknown[]): Promise<unknown> => {
    const result = await excel.host.call("SEEN", args, { address: "'By month'!B2" });
    return "value" in result ? JSON.parse(String(result.value)) : result;
  };

  it("gives values and spilled tables", async () => {
    expect(await give("number")).toEqual({ value: 7 });
    expect(await give("spill")).toEqual({ value: [[1, 2], [3, 4]] }); // prettier-ignore
    expect(await give("later")).toEqual({ value: 9 });
  });

  it("passes the cell's address and null for omitted arguments", async () => {
    expect(await seen("MARA")).toEqual({ args: ["MARA", null], at: "'By month'!B2" });
  });

  it("wraps a single value for a range parameter into a table of one cell", async () => {
    expect(await seen(1, 2)).toMatchObject({ args: [1, [[2]]] });
    expect(await seen(null, [["a"], [""]])).toMatchObject({ args: [null, [["a"], [""]]] });
  });

  it("hands error cells of a range to the function as errors", async () => {
    expect(await seen("x", [[1], [{ error: "#N/A" }]])).toMatchObject({ args: ["x", [[1], ["error #N/A"]]] });
  });

  it("keeps code and message of a thrown CustomFunctions.Error", async () => {
    expect(await give("thrown")).toEqual({ error: "#N/A", message: "No report." });
  });

  it("shows any other exception as #VALUE! without its message", async () => {
    expect(await give("crash")).toEqual({ error: "#VALUE!" });
  });

  it("leaves an error inside a table in its cell", async () => {
    expect(await give("inside")).toEqual({ value: [[1, { error: "#VALUE!", message: "Bad miner." }]] });
  });

  it("hides an error that is for input only behind #VALUE!", async () => {
    expect(await give("reference")).toEqual({ value: [[{ error: "#VALUE!" }]] });
  });

  it("refuses answers that no cell can hold", async () => {
    expect(await give("ragged")).toMatchObject({ error: "#VALUE!" });
    expect(await give("nan")).toMatchObject({ error: "#VALUE!" });
    expect(await give("infinity")).toMatchObject({ error: "#NUM!" });
  });

  it("keeps formatted numbers as data types where Excel knows them", async () => {
    expect(await give("rich")).toEqual({ value: [[{ type: "Double", basicValue: 5, numberFormat: "0.00" }]] });
    expect(excel.window.Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.4")).toBe(true);
  });

  it("does not know a function that the metadata does not name", async () => {
    expect(await excel.host.call("NOSUCH", [])).toEqual({ error: "#NAME?" });
  });

  it("does not accept a formula with the wrong number of arguments", async () => {
    await expect(excel.host.call("SEEN", [])).rejects.toThrow("SEEN takes 1 to 2 arguments");
    await expect(excel.host.call("GIVE", ["a", "b"])).rejects.toThrow("GIVE takes 1 to 1 arguments");
  });

  it("calls 10,000 cells in one batch, each with its own answer", async () => {
    const calls = Array.from({ length: 10_000 }, (_, index) => ({
      name: "SEEN",
      args: [index],
      address: `A${index + 1}`,
    }));
    const results = await excel.host.callAll(calls);
    expect(results).toHaveLength(10_000);
    expect(results[9_999]).toEqual({ value: JSON.stringify({ args: [9_999, null], at: "A10000" }) });
  });

  it("answers errors to the caller without calling, where the metadata forbids error arguments", async () => {
    const strict = await openExcel({ metadata: { functions: metadata.functions } });
    strict.run(bundle);
    expect(await strict.host.call("SEEN", [[["x"], [{ error: "#DIV/0!" }]]])).toEqual({ error: "#DIV/0!" });
    strict.close();
  });
});

describe("an Excel without data types", () => {
  it("says so, and refuses a formatted number", async () => {
    const excel = await openExcel({ metadata, sets: OLDEST });
    excel.run(bundle);
    const { requirements } = excel.window.Office.context;
    expect(requirements.isSetSupported("CustomFunctionsRuntime", "1.4")).toBe(false);
    expect(requirements.isSetSupported("CustomFunctionsRuntime", "1.1")).toBe(true);
    expect(requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
    const message = "This Excel knows no data types.";
    expect(await excel.host.call("GIVE", ["rich"])).toEqual({ value: [[{ error: "#VALUE!", message }]] });
    expect(await excel.host.call("GIVE", ["number"])).toEqual({ value: 7 });
    excel.close();
  });
});
