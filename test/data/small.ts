// A record of a few lines for tests: CSV text in, the record or its problems out.
import { readTable } from "../../src/data/read-table";
import type { Problem } from "../../src/data/row-reader";
import { MinerRecord } from "../../src/data/record";
import { COLUMNS } from "../../src/data/schema";
import { TABLE_NAMES, validateRecord, type TableName, type TextTables, type Validated } from "../../src/data/validate";

const BASE: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  miners: [
    "AAA,Alpha Mining Holdings Inc.,ALP; Alpha Blockchain,,12,yes,",
    "BBB,Beta Digital,,,9,yes,",
    "SUB,Subsidiary Mining,,BBB,12,yes,",
    "OLD,Old Company,,,12,no,",
  ],
  metrics: [
    "holdings_btc,BTC held,BTC,stock,end,holdings; btc,Coins held.",
    "produced_btc,BTC mined,BTC,flow,sum,production,Coins mined.",
    "purchased_btc,BTC bought,BTC,flow,sum,,Coins bought.",
    "sold_btc,BTC sold,BTC,flow,sum,,Coins sold.",
    "encumbered_btc,BTC encumbered,BTC,stock,end,,Coins pledged.",
    "btc_sale_proceeds_usd,Proceeds,USD,flow,sum,,Money from sales.",
    "mining_revenue_usd,Mining revenue,USD,flow,sum,,Revenue of mining.",
    "net_income_usd,Net income,USD,flow,sum,,Profit or loss.",
    "power_cost_usd_per_kwh,Power cost,USD/kWh,rate,average,,Cost of power.",
    "cost_per_btc_usd,Cost,USD/BTC,rate,none,,Cost of a coin.",
  ],
  // By their addresses: two of the company, press, and a filing.
  sources: [
    "s1,First release,https://www.prnewswire.com/1",
    "s2,Press,https://example.com/2",
    "s3,Second release,https://www.globenewswire.com/3",
    "s4,Quarterly report,https://www.sec.gov/4",
  ],
  series: ["price,BTC price,USD/BTC,Close of the day."],
};

/** Cells at the end of a line may be left out. */
const filled =
  (cells: number) =>
  (line: string): string =>
    line + ",".repeat(Math.max(0, cells - line.split(",").length));

export type Lines = Partial<Record<TableName, readonly string[]>>;

export const validated = (lines: Lines, version = "2026-11-22"): Validated => {
  const problems: Problem[] = [];
  const texts = Object.fromEntries(
    TABLE_NAMES.map((name) => {
      const csv = [
        COLUMNS[name].join(","),
        ...(lines[name] ?? BASE[name] ?? []).map(filled(COLUMNS[name].length)),
      ].join("\n");
      return [name, readTable(`${name}.csv`, csv, problems)];
    }),
  ) as TextTables;
  const result = validateRecord(texts, version);
  return { ...result, problems: [...problems, ...result.problems] };
};

/** "file:line: sentence" of each problem, except sources that a small example does not use. */
export const problemsOf = (lines: Lines): string[] =>
  validated(lines)
    .problems.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`)
    .filter((problem) => lines.sources !== undefined || !problem.includes("No row uses the source"));

/** The tables as far as they are sound. */
export const smallRecord = (lines: Lines): MinerRecord => new MinerRecord(validated(lines).tables);
