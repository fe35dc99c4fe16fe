// New lines put into the record's CSV texts at their place; no other line is touched.
import Papa from "papaparse";
import { COLUMNS } from "../../data/schema";
import type { FigureLine, MarketLine } from "../proposal";

type Cells = readonly string[];

const csvLine = (cells: Cells): string => Papa.unparse([[...cells]], { newline: "\n" });

/** A record's line as its cells; none of its cells holds a line break. */
const cellsOf = (line: string): Cells => Papa.parse<string[]>(line, { delimiter: "," }).data[0] ?? [];

const compare = (a: Cells, b: Cells): number => {
  const at = a.findIndex((cell, index) => cell !== b[index]);
  return at < 0 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
};

const column = (table: "reports" | "market", name: string): number =>
  (COLUMNS[table] as readonly string[]).indexOf(name);

/** After the last line whose key is not greater. */
const insert = (lines: readonly string[], line: string, key: (cells: Cells) => Cells): string[] => {
  const own = key(cellsOf(line));
  let place = 1;
  for (let at = 1; at < lines.length; at++) if (compare(key(cellsOf(lines[at] ?? "")), own) <= 0) place = at + 1;
  return [...lines.slice(0, place), line, ...lines.slice(place)];
};

const linesOf = (text: string): string[] => text.trimEnd().split("\n");
const textOf = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

/** A plain decimal, as the record writes it. */
const numberText = (value: number): string => {
  const text = String(value);
  return /e/i.test(text) ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 }) : text;
};

const figureKey = (cells: Cells): Cells =>
  ["ticker", "metric", "period_end", "period"].map((name) => cells[column("reports", name)] ?? "");

export const withFigure = (text: string, line: FigureLine, source: string): string => {
  const cells: Readonly<Record<(typeof COLUMNS.reports)[number], string>> = {
    ticker: line.ticker,
    metric: line.metric,
    period: line.period,
    period_end: line.period_end,
    value: numberText(line.value),
    published: line.published,
    source,
    scope: line.scope === "consolidated" ? "" : line.scope,
    basis: line.basis === "stated" ? "" : line.basis,
    note: line.note,
  };
  return textOf(insert(linesOf(text), csvLine(COLUMNS.reports.map((name) => cells[name])), figureKey));
};

/** Series keep the order of the file; within one, days ascend. */
export const withPoint = (text: string, line: MarketLine, source: string): string => {
  const lines = linesOf(text);
  const order = [...new Set(lines.slice(1).map((each) => cellsOf(each)[0] ?? ""))];
  const rank = (series: string): string =>
    String(order.includes(series) ? order.indexOf(series) : 999).padStart(3, "0");
  const key = (cells: Cells): Cells => [rank(cells[0] ?? ""), cells[1] ?? ""];
  const isReplaced = (each: string): boolean =>
    line.replaces && cellsOf(each)[0] === line.series && cellsOf(each)[1] === line.date;
  const kept = lines.filter((each) => !isReplaced(each));
  return textOf(insert(kept, csvLine([line.series, line.date, numberText(line.value), source]), key));
};

export const withSource = (text: string, id: string, title: string, url: string): string =>
  textOf([...linesOf(text), csvLine([id, title, url])]);

export const sourcesIn = (text: string): { id: string; title: string; url: string }[] =>
  linesOf(text).map((line) => {
    const [id = "", title = "", url = ""] = cellsOf(line);
    return { id, title, url };
  });

export const nextSourceId = (text: string): string => {
  const numbers = linesOf(text).map((line) => Number(/^s(\d+),/.exec(line)?.[1] ?? 0));
  return `s${Math.max(...numbers) + 1}`;
};

/** Sources that no line of figures, events or market names any more. */
export const withoutUnused = (sources: string, others: readonly string[]): string => {
  const used = new Set(others.flatMap((text) => linesOf(text).flatMap((line) => cellsOf(line))));
  return textOf(linesOf(sources).filter((line, at) => at === 0 || used.has(cellsOf(line)[0] ?? "")));
};
