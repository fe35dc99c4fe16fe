// A line more in reports.csv is a matter of CSV alone: the record builds, every headline and example holds, and only a
// line that contradicts a headline makes one wrong. Known answers are asked of the frozen record and do not notice.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { buildRecord, DATA_FOLDER, RecordProblems } from "../../src/build/bundle/record";
import { withNumbersOf } from "../../src/build/coverage/readme";
import { MinerRecord } from "../../src/data/record";
import { bundledRecord, catalogue } from "../../src/functions";
import { readFormula } from "../../src/taskpane/formula/read";
import { trace } from "../../src/taskpane/formula/trace";
import { ask } from "../functions/ask";
import { errorsIn, evaluate, faultsOf, VALID } from "../functions/contract";
import { withRecord } from "../functions/record-as-of";
import { HEADLINES } from "./headlines";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The record that ships with lines added to reports.csv, as the build makes it. */
const withLines = (...lines: readonly string[]): MinerRecord => {
  const folder = mkdtempSync(join(tmpdir(), "new-row-"));
  folders.push(folder);
  cpSync(DATA_FOLDER, folder, { recursive: true });
  appendFileSync(join(folder, "reports.csv"), lines.map((line) => `${line}\n`).join(""));
  return MinerRecord.unpack(buildRecord(folder).packed);
};

/** Headlines that another record contradicts. */
const wrongUnder = (record: MinerRecord): string[] =>
  withRecord(
    record,
    () =>
    HEADLINES.filter(({ ticker, day, btc }) => ask("MINERHOLDINGS", ticker, day) !== btc).map(({ ticker, day }) => `${ticker} ${day}`), // prettier-ignore
  );

const OCTOBER = [
  "MARA,holdings_btc,month,2026-10-31,30000,2026-11-05,s1,,,made up",
  "CLSK,produced_btc,month,2026-10-31,700,2026-11-05,s1,,,made up",
];

it("a new month makes no headline wrong, gives no example an error and breaks no function", () => {
  const record = withLines(...OCTOBER);
  expect(record.counts.rows).toBe(bundledRecord().counts.rows + 2);
  expect(wrongUnder(record)).toEqual([]);
  withRecord(record, () => {
    expect(ask("MINERHOLDINGS", "MARA")).toBe(30_000);
    for (const { formula } of catalogue.flatMap(({ examples }) => examples)) {
      const read = readFormula(formula);
      const errors = read ? trace(read, new Map()).flatMap(({ answer }) => (answer ? errorsIn(answer) : [])) : [];
      expect(errors, formula).toEqual([]);
    }
    for (const [id, args] of Object.entries(VALID)) expect(faultsOf(evaluate(id, args)), id).toEqual([]);
  });
});

it.each([
  ["a wrong date", "MARA,holdings_btc,month,2026-10-32,1,2026-11-05,s1,,,", /period_end is "2026-10-32": write a day/],
  [
    "a number with its unit",
    'MARA,holdings_btc,month,2026-10-31,"1 BTC",2026-11-05,s1,,,',
    /value is "1 BTC": write a plain/,
  ],
  [
    "a figure that is there",
    "MARA,holdings_btc,quarter,2025-12-31,53822,2026-03-01,s284,,,",
    /repeats the miner, metric/,
  ],
  ["an unknown source", "MARA,holdings_btc,month,2026-10-31,1,2026-11-05,s99999,,,", /source "s99999" is not in/],
  [
    "a day after the last",
    "ARBK,holdings_btc,month,2026-01-31,2,2026-02-05,s1,,,",
    /after the last day of ARBK \(2025-12-11, del/,
  ],
])("%s fails the build with file, line and sentence", (_, line, sentence) => {
  const last = readFileSync(join(DATA_FOLDER, "reports.csv"), "utf8").trimEnd().split("\n").length;
  expect(() => withLines(line)).toThrow(RecordProblems);
  expect(() => withLines(line)).toThrow(new RegExp(`reports\\.csv:${last + 1}: .*${sentence.source}`));
});

it("what README says of the record follows it", () => {
  const marks = "<!-- record: written by the build -->\n\nold\n\n<!-- end -->\n";
  const rows = (bundledRecord().counts.rows + 2).toLocaleString("en-US");
  expect(withNumbersOf(withLines(...OCTOBER), marks)).toContain(`holds ${rows} figures`);
});

it("a filing that says otherwise makes that headline wrong, and no other", () => {
  const filing = "MARA,holdings_btc,quarter,2025-12-31,53000,2026-11-05,s4,,,made up";
  expect(wrongUnder(withLines(filing))).toEqual(["MARA 2025-12-31"]);
});
