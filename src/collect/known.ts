// The record as the collector needs it: its rows with their lines, its sources by filing, its prices by day.
import type { Day } from "../common/days";
import { confidenceOfSource } from "../data/confidence";
import { MinerRecord } from "../data/record";
import type { Observation, RecordTables, Source } from "../data/rows";
import type { TextTable } from "../data/row-reader";
import type { TextTables } from "../data/validate";

export type FigureFile = "reports" | "facts";

export interface KnownRow extends Observation {
  readonly file: FigureFile;
  readonly line: number;
}

/** The 18 digits of an accession and the file name: the record's addresses differ in all else. */
export const documentKey = (address: string): string | undefined => {
  const accession = /(\d{10})-?(\d{2})-?(\d{6})(?=[/.-]|$)/.exec(address);
  const file = address.split(/[?#]/)[0]?.split("/").at(-1);
  return accession && file ? `${accession.slice(1).join("")}/${file.toLowerCase()}` : undefined;
};

/** Whether a source is this document itself; a copy that somebody retells is not, whatever address it names. */
export const isDocument = (source: { readonly title: string; readonly url: string }, address: string): boolean => {
  const isThere = source.url === address || isSameFile(source.url, address);
  return isThere && confidenceOfSource(source) === "filing";
};
const isSameFile = (a: string, b: string): boolean => documentKey(a) !== undefined && documentKey(a) === documentKey(b);

const keyOf = (ticker: string, metric: string, periodEnd: Day): string => `${ticker}|${metric}|${periodEnd}`;

export class Known {
  readonly record: MinerRecord;
  private readonly rows = new Map<string, KnownRow[]>();
  private readonly sources: ReadonlyMap<string, Source>;

  constructor(
    readonly texts: TextTables,
    readonly tables: RecordTables,
  ) {
    this.record = new MinerRecord(tables);
    this.sources = new Map(tables.sources.map((source) => [source.id, source]));
    this.add("reports", tables.reports, texts.reports);
    this.add("facts", tables.facts, texts.facts);
  }

  /** All rows of one figure and period end, whatever period they speak of. */
  rowsAt(ticker: string, metric: string, periodEnd: Day): readonly KnownRow[] {
    return this.rows.get(keyOf(ticker, metric, periodEnd)) ?? [];
  }

  source(id: string): Source {
    return this.sources.get(id) ?? { id, title: id, url: "" };
  }

  /** The source that is this document, wherever its address says it lies. */
  sourceOf(address: string): Source | undefined {
    return this.tables.sources.find((source) => isDocument(source, address));
  }

  /** The price of this very day; no neighbour stands in for it. */
  priceOn(day: Day): number | undefined {
    const found = this.record.market("price", day);
    return found?.day === day ? found.value : undefined;
  }

  private add(file: FigureFile, rows: readonly Observation[], { rows: lines }: TextTable): void {
    rows.forEach((row, at) => {
      const key = keyOf(row.ticker, row.metric, row.periodEnd);
      this.rows.set(key, [...(this.rows.get(key) ?? []), { ...row, file, line: lines[at]?.line ?? 0 }]);
    });
  }
}
