// The untagged tables of a report's notes: counts of bitcoin at a day, and what led from one count to the next.
import type { Day } from "../../common/days";
import { cut, onlyFound, printed, type Candidate, type Evidence, type Found, type Paper } from "../candidate";
import type { Filer } from "../filers";
import type { Known } from "../known";
import { periodOfLevel } from "../place";
import { periodOf } from "../spans";
import { bridgesOf, sumOf, type Bridge, type BridgeLine } from "../tables/bridge";
import { wordsOf, type Row, type Table } from "../tables/table";
import { columnAt, headerRows } from "./columns";
import { flowOf } from "./labels";
import { readLevels } from "./levels";
import { priceTested } from "./priced-cell";

const MENTIONS_COINS = /\b(bitcoins?|btc)\b/i;

export const readNotes = (tables: readonly Table[], filer: Filer, paper: Paper, known: Known): Found =>
  onlyFound(
    tables
      .filter((table) => table.rows.some((row) => MENTIONS_COINS.test(wordsOf(row))))
      .map((table) => {
        const header = headerRows(table);
        const bridges = bridgesOf(table).filter(({ column }) => columnAt(header, column).kind === "count");
        if (bridges.length === 0) return readLevels(table, filer, paper, known);
        return onlyFound(bridges.map((bridge) => readBridge(table, bridge, filer, paper, known)));
      }),
  );

const evidenceOf = (row: Row, label: string, value: number): Evidence => ({
  printed: printed(Math.abs(value)),
  around: cut(wordsOf(row)),
  label,
});

const readBridge = (table: Table, bridge: Bridge, filer: Filer, paper: Paper, known: Known): Found => {
  const { opening, closing, flows, gap, column } = bridge;
  const period = periodOf(opening.day + 1, closing.day);
  const arithmetic = `${sumOf(bridge)} = ${printed(closing.value)}`;
  const standing = (day: Day): Candidate["standing"] => (day === paper.periodEnd ? "report" : "prior");
  const common = { ticker: filer.ticker, basis: "stated" as const, paper, isScaled: false, isSure: true };
  const level = (line: BridgeLine & { day: Day }): Found => {
    const evidence = evidenceOf(line.row, line.label, line.value);
    const tested = priceTested(table, line.row, column, line.day, known);
    if (typeof tested === "string") {
      return { candidates: [], refusals: [{ ticker: filer.ticker, paper, evidence, reason: tested }], unread: [] };
    }
    const metric = "holdings_btc";
    const remarks = gap === 0 ? [...tested.remarks, `the table closes: ${arithmetic}`] : tested.remarks;
    const candidate = {
      ...common, metric, period: periodOfLevel(metric, "quarter"), periodEnd: line.day, value: tested.value,
      note: "", evidence, standing: standing(line.day), remarks,
    }; // prettier-ignore
    return { candidates: [candidate], refusals: [], unread: [] };
  };
  const told = flows.flatMap((line) => {
    const metric = flowOf(line.label);
    return metric === undefined || line.value === 0 ? [] : [{ line, metric }];
  });
  const flowCandidates = told.map(({ line, metric }): Candidate => ({
    ...common,
    metric,
    period: period ?? "quarter",
    periodEnd: closing.day,
    value: Math.abs(line.value),
    note: /\bpayments?\b/i.test(line.label) ? "sales and payments in BTC" : "",
    evidence: evidenceOf(line.row, line.label, line.value),
    standing: standing(closing.day),
    remarks: [`the table closes: ${arithmetic}`],
  }));
  const refusedFlows = told.map(({ line }) => ({
    ticker: filer.ticker,
    paper,
    evidence: evidenceOf(line.row, line.label, line.value),
    reason:
      gap === 0
        ? `a stretch of ${closing.day - opening.day} days is no period of the record`
        : `its table does not close: ${sumOf(bridge)} is not ${printed(closing.value)}`,
  }));
  const areSound = gap === 0 && period !== undefined;
  const flowsFound: Found = areSound
    ? { candidates: flowCandidates, refusals: [], unread: [] }
    : { candidates: [], refusals: refusedFlows, unread: [] };
  return onlyFound([level(opening), level(closing), flowsFound]);
};
