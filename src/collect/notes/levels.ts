// Counts of bitcoin in a table without a bridge: a total, or its parts, each of one day.
import { isoOf, type Day } from "../../common/days";
import { cut, exact, printed, type Candidate, type Evidence, type Found, type Paper, type Refusal } from "../candidate";
import type { Filer } from "../filers";
import type { Known } from "../known";
import { periodOfLevel } from "../place";
import { daysIn } from "../dates";
import { readPrinted } from "../tables/printed-number";
import { labelOf, textAt, wordsOf, type Row, type Table } from "../tables/table";
import { columnAt, headerRows } from "./columns";
import { COUNT, levelOf, OTHER_THINGS } from "./labels";
import { priceTested } from "./priced-cell";

interface Level {
  readonly row: Row;
  readonly label: string;
  readonly column: number;
  readonly day: Day;
  readonly metric: string;
}

/** The day that the heading names, when it names just one. */
const onlyDay = (header: readonly Row[]): Day | undefined => {
  const days = new Set(header.flatMap((row) => daysIn(wordsOf(row))));
  return days.size === 1 ? [...days][0] : undefined;
};

export const readLevels = (table: Table, filer: Filer, paper: Paper, known: Known): Found => {
  const header = headerRows(table);
  const levels: Level[] = [];
  const refusals: Refusal[] = [];
  const evidenceOf = (row: Row, label: string, column: number): Evidence => ({
    printed: textAt(row, column),
    around: cut(wordsOf(row)),
    label,
  });
  const refuse = (row: Row, label: string, column: number, reason: string): void => {
    refusals.push({ ticker: filer.ticker, paper, evidence: evidenceOf(row, label, column), reason });
  };
  for (const row of table.rows.slice(header.length)) {
    const label = labelOf(row);
    row.cells.forEach((cell, column) => {
      const number = readPrinted(cell?.text ?? "");
      if (column === 0 || !number || number.isMoney || number.isPercent || number.isDash) return;
      const over = columnAt(header, column);
      const isCount = over.kind === "count" || (over.kind === "unknown" && COUNT.test(label));
      if (!isCount) return;
      const day = over.day ?? onlyDay(header);
      const metric = levelOf(label);
      if (OTHER_THINGS.test(label)) refuse(row, label, column, "its row speaks of something other than own bitcoin");
      else if (metric === undefined) return;
      else if (day === undefined) refuse(row, label, column, "no single date stands over its column");
      else levels.push({ row, label, column, day, metric });
    });
  }
  const candidates = levels.flatMap((level): Candidate[] => {
    const { row, label, column, day, metric } = level;
    const parts = partsProblem(table, level, levels);
    const tested = parts ?? priceTested(table, row, column, day, known);
    if (typeof tested === "string") {
      refuse(row, label, column, tested);
      return [];
    }
    return [
      {
        ticker: filer.ticker,
        metric,
        period: periodOfLevel(metric, "quarter"),
        periodEnd: day,
        value: tested.value,
        basis: "stated",
        note: "",
        paper,
        evidence: evidenceOf(row, label, column),
        standing: day === paper.periodEnd ? "report" : "prior",
        isScaled: false,
        isSure: true,
        remarks: tested.remarks,
      },
    ];
  });
  return { candidates, refusals, unread: [] };
};

const valueOf = ({ row, column }: Level): number => readPrinted(textAt(row, column))?.value ?? NaN;

/** A total must be the sum of the rows above it. */
const partsProblem = (table: Table, level: Level, levels: readonly Level[]): string | undefined => {
  if (!/^total\b/i.test(level.label)) return undefined;
  const at = table.rows.indexOf(level.row);
  const parts = levels.filter(({ column, row }) => column === level.column && table.rows.indexOf(row) < at);
  if (parts.length < 2) return undefined;
  const sum = exact(parts.reduce((total, part) => total + valueOf(part), 0));
  if (sum === valueOf(level)) return undefined;
  return `its parts add up to ${printed(sum)}, not ${printed(valueOf(level))}, on ${isoOf(level.day)}`;
};
