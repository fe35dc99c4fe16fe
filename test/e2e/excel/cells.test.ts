// What Excel gets for its cells from the built functions: 10,000 in one batch, errors with their sentences, and values
// with or without what stands behind them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "../../host/calls";
import { openExcelPage, openSite, type ExcelInChromium, type Site } from "../../host/chromium";
import { plain } from "../../host/plain";
import { metadata, SETS } from "./sets";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

const MINERS = ["MARA", "RIOT", "CLSK", "HUT", "CORZ", "WULF", "IREN", "BITF", "CIFR", "HIVE"];
const GOOD: readonly Call[] = [
  ...MINERS.flatMap((miner) =>
    ["2023", "2024", "2025"].flatMap((year) =>
      ["03-31", "06-30", "09-30", "12-31"].map((day): Call => {
        return { name: "MINERHOLDINGS", args: [miner, `${year}-${day}`] };
      }),
    ),
  ),
  ...Array.from({ length: 40 }, (_, i): Call => ({ name: "HASHCOST", args: [20 + i, 0.04 + i / 1000] })),
  { name: "SCENARIOVALUE", args: [[["months", 6]], "price"] },
  { name: "MINERLIST", args: ["PIVOT"] },
];
/** Each with what its cell shows. */
const BAD: readonly (readonly [Call, string, RegExp | undefined])[] = [
  [{ name: "MINERHOLDINGS", args: ["MAARA"] }, "#VALUE!", /No miner is called .*MAARA.*MARA/],
  [{ name: "MINERHOLDINGS", args: ["MARA", "1999-12-31"] }, "#N/A", /\d{4}-\d{2}-\d{2}/],
  [{ name: "MINERHOLDINGS", args: ["MARA", "the other day"] }, "#VALUE!", /date/],
  [{ name: "MINERHOLDINGS", args: [[[{ error: "#DIV/0!" }]]] }, "#DIV/0!", undefined],
  [{ name: "HASHCOST", args: ["much", 0.05] }, "#VALUE!", /number/],
  [{ name: "SCENARIO", args: [[["no such thing", 1]]] }, "#VALUE!", /no such thing/],
  [{ name: "MINERHOLDING", args: ["MARA"] }, "#NAME?", undefined],
];

describe.each(SETS)("cells in Excel %s", (_, sets) => {
  let excel: ExcelInChromium;
  beforeAll(async () => {
    excel = await openExcelPage(site, { metadata, sets });
  });
  afterAll(async () => {
    expect(excel.complaints).toEqual([]);
    await excel.close();
  });

  it("are all answered in a batch of 10,000; duplicates agree and bad ones harm no other", async () => {
    const alone = await excel.host.callAll(GOOD);
    expect(alone.filter((result) => "error" in result && result.error !== "#N/A")).toEqual([]);
    const good = GOOD.map((call, i) => [call, alone[i]] as const);
    const bad = BAD.map(([call, code]) => [call, code] as const);
    const calls = Array.from({ length: 10_000 }, (_each, i) => {
      const from = i % 10 === 7 ? bad : good;
      return from[Math.floor(i / 10) % from.length];
    }).filter((each) => each !== undefined);
    const results = await excel.host.callAll(calls.map(([call]) => call));
    const wrong = results.flatMap((result, i) => {
      const expected = calls[i]?.[1];
      const isRight =
        typeof expected === "string"
          ? "error" in result && result.error === expected
          : JSON.stringify(result) === JSON.stringify(expected);
      return isRight ? [] : [{ call: calls[i]?.[0], result }];
    });
    expect(wrong).toEqual([]);
    expect(results).toHaveLength(10_000);
  });

  it("say in a sentence what is wrong", async () => {
    const results = await excel.host.callAll(BAD.map(([call]) => call));
    expect(results).toEqual(
      BAD.map(([, error, sentence]): unknown =>
        sentence ? { error, message: expect.stringMatching(sentence) as string } : { error },
      ),
    );
  });

  it("leave an error of one row in its row", async () => {
    const column = [["MARA"], ["MAARA"], [{ error: "#DIV/0!" }], [{ error: "#REF!" }], ["WULF"]];
    expect(plain(await excel.host.call("MINERHOLDINGS", [column, "2025-12-31"]))).toEqual([
      [53_822],
      ["#VALUE!"],
      ["#DIV/0!"],
      // For input only: it goes out as #VALUE! with a sentence.
      ["#VALUE!"],
      [3],
    ]);
  });

  it("carry what stands behind a value exactly where Excel takes it", async () => {
    const holdings = await excel.host.call("MINERHOLDINGS", ["MARA", "2025-12-31"]);
    const card = await excel.host.call("MINERCARD", ["MARA"]);
    if (sets.CustomFunctionsRuntime === "1.1") {
      expect(holdings).toEqual({ value: [[53_822]] });
      expect(card).toEqual({ value: [[expect.stringContaining("MARA")]] });
      return;
    }
    expect(holdings).toMatchObject({
      value: [
        [
          {
            type: "Double",
            basicValue: 53_822,
            numberFormat: "#,##0",
            properties: {
              Source: { type: "String" },
              Link: { basicValue: expect.stringMatching(/^https:/) as string },
            },
          },
        ],
      ],
    });
    expect(card).toMatchObject({ value: [[{ type: "Entity", text: expect.stringContaining("MARA") as string }]] });
  });
});
