// The user's own figures: text rows in, a preview with what is wrong by line out. What is sound wins over the record.
import type { Day } from "../../common/days";
import { dayOfVersion } from "../../common/version";
import { figureRule } from "../../data/figure-rules";
import { findMetric, findMiner } from "../../data/names";
import { readObservation } from "../../data/read-lines";
import { readRows, type Problem, type TextRow, type TextTable } from "../../data/row-reader";
import type { MinerRecord } from "../../data/record";
import type { Metric, Observation, Source } from "../../data/rows";
import { CONFIDENCES } from "../../data/schema";
import { atOnce } from "./parts";

/** Those of the record's figures, and confidence: of a source in the user's words only the user can tell. */
export const OWN_COLUMNS = [
  "ticker", "metric", "period", "period_end", "value", "published", "confidence", "source", "scope", "basis", "note",
] as const; // prettier-ignore
/** What a row without a source is from. */
const IF_NOT_SAID = "Own row";
const REQUIRED: readonly string[] = ["ticker", "metric", "period_end", "value"];

/** What the pane says of each column beside the template. */
export const COLUMN_MEANINGS: Readonly<Record<(typeof OWN_COLUMNS)[number], string>> = {
  ticker: "Ticker or name of the miner.",
  metric: "Id or name of the metric, as in the list of metrics; its unit is the metric's.",
  period: "instant, month, quarter, half, nine_months, year or guidance. Empty: instant, for levels only.",
  period_end: "Last day of the period, YYYY-MM-DD.",
  value: "Plain number such as 1234.5, without units or thousands separators.",
  published: "Day on which it was published, YYYY-MM-DD; empty if not known.",
  confidence: "filing, company or secondary. Empty: secondary.",
  source: "Where it is from, in your words, or a web address. Empty: Own row.",
  scope: "consolidated or excluding_subsidiaries. Empty: consolidated.",
  basis: "stated or derived. Empty: stated.",
  note: "Anything worth remembering.",
};

/** A row as it was brought in, and what is wrong with it before its cells are looked at. */
export interface OwnTextRow extends TextRow {
  readonly fault?: string;
}

export interface OwnTable extends TextTable {
  readonly rows: readonly OwnTextRow[];
}

/** Cells by column, complete and in the record's own spelling; this is what is kept. */
export type OwnCells = Readonly<Record<string, string>>;

/** Names the figure that a row is of. */
export const idOf = (cells: OwnCells): string =>
  ["ticker", "metric", "period", "period_end", "scope"].map((column) => cells[column]).join("|");

export interface OwnRow {
  /** Miner, metric, period, end and scope: there is one own figure of each. */
  readonly id: string;
  readonly line: number;
  readonly cells: OwnCells;
  readonly metric: Metric;
  readonly observation: Observation;
  readonly source: Source;
}

export interface OwnPreview {
  /** The valid ones. */
  readonly rows: readonly OwnRow[];
  readonly problems: readonly Problem[];
  /** All rows of the table, valid or not. */
  readonly total: number;
}

/** Wherever the figure is shown, it is told apart from those of the record. */
const titleOf = (source: string): string => (source === IF_NOT_SAID ? source : `${IF_NOT_SAID}: ${source}`);

export const previewOwnRows = (table: OwnTable, record: MinerRecord, today: Day): OwnPreview =>
  atOnce(previewing(table, record, today));

/** The preview row by row: each step gives how many have been looked at. */
export function* previewing(table: OwnTable, record: MinerRecord, today: Day): Generator<number, OwnPreview> {
  const problems = headerProblems(table);
  const total = table.rows.length;
  if (problems.length > 0) return { rows: [], problems, total };
  // A clock that is behind must not refuse a figure of the record's own day.
  const newest = Math.max(today, dayOfVersion(record.version) ?? today);
  const lines = new Map<string, number>();
  const rows: OwnRow[] = [];
  let looked = 0;
  for (const row of table.rows) {
    const { line, fault } = row;
    if (fault !== undefined) problems.push({ file: table.file, line, sentence: fault });
    const found = fault === undefined ? readRow(row, table.file, record, newest, problems) : undefined;
    const first = found && lines.get(found.id);
    if (first !== undefined) {
      const sentence = `This is the same figure as in line ${first}: keep one.`;
      problems.push({ file: table.file, line, sentence });
    } else if (found) {
      lines.set(found.id, line);
      rows.push(found);
    }
    yield ++looked;
  }
  if (total === 0)
    problems.push({ file: table.file, line: 1, sentence: "There are no rows under the header: add some." });
  return { rows, problems, total };
}

/** The first few, as far as they can be read at a glance: the first line may be anything. */
const shortly = (names: readonly string[]): string =>
  [...names.slice(0, 5).map((name) => name.slice(0, 40)), ...(names.length > 5 ? ["…"] : [])].join(", ");

const headerProblems = ({ file, header }: TextTable): Problem[] => {
  const columns: readonly string[] = OWN_COLUMNS;
  const missing = REQUIRED.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => column !== "" && !columns.includes(column));
  const doubled = header.filter((column, at) => column !== "" && header.indexOf(column) < at);
  const sentences = [
    ...(missing.length > 0
      ? [`The column ${missing.join(", ")} is missing: take the first line of the template.`]
      : []),
    ...(unknown.length > 0
      ? [`The column ${shortly(unknown)} is unknown: the columns are ${columns.join(", ")}.`]
      : []),
    ...(doubled.length > 0 ? [`The column ${shortly(doubled)} is there more than once: keep one.`] : []),
    ...(header.includes("") ? ["A column between others has no name: give it one, or take it away."] : []),
  ];
  return sentences.map((sentence) => ({ file, line: 1, sentence }));
};

const readRow = (
  { line, cells: given }: TextRow,
  file: string,
  record: MinerRecord,
  today: Day,
  problems: Problem[],
): OwnRow | undefined => {
  const before = problems.length;
  const named = (column: string, found: ReturnType<typeof findMiner>): number => {
    if (typeof found === "number") return found;
    const near = found.nearest.join(", ");
    problems.push({
      file,
      line,
      sentence: `${column} "${given[column] ?? ""}" is not in the record. Near it: ${near}.`,
    });
    return -1;
  };
  const miner = record.miners[named("ticker", findMiner(record, given["ticker"] ?? ""))];
  const metric = record.metrics[named("metric", findMetric(record, given["metric"] ?? ""))];
  const ifEmpty: OwnCells = {
    period: metric?.kind === "stock" ? "instant" : "",
    confidence: "secondary",
    source: IF_NOT_SAID,
    scope: "consolidated",
    basis: "stated",
  };
  const filled = OWN_COLUMNS.map((column): [string, string] => {
    const cell = given[column] ?? "";
    return [column, cell === "" ? (ifEmpty[column] ?? "") : cell];
  });
  const cells: OwnCells = {
    ...Object.fromEntries(filled),
    ticker: miner?.ticker ?? "?",
    metric: metric?.id ?? "?",
  };
  const table = { file, header: OWN_COLUMNS, rows: [{ line, cells }] };
  const read = readObservation((_source, _note, reader) => reader.oneOf("confidence", CONFIDENCES));
  // Names were resolved above; a source is whatever the user says.
  // The user may know more of a miner after its last day than the record does.
  const rule = figureRule({ metrics: { get: () => metric }, today, miners: [] });
  const [observation] = readRows(table, OWN_COLUMNS, problems, read, rule);
  if (!observation || !metric || problems.length > before) return undefined;
  const { source } = observation;
  const url = /^https?:\/\/\S+$/.test(source) ? source : "";
  return {
    id: idOf(cells),
    line,
    cells,
    metric,
    observation: { ...observation, source: `own: ${source}` },
    source: { id: `own: ${source}`, title: titleOf(source), url },
  };
};
