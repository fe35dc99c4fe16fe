// What the add-in would show, and what the record's own checks would newly say, once a row is in.
import { isoOf, type Day } from "../../common/days";
import { findingsOf } from "../../data/checks";
import { MinerRecord } from "../../data/record";
import type { Observation, RecordTables } from "../../data/rows";
import { printed } from "../candidate";

export interface Effect {
  readonly shownBefore: string;
  readonly shownAfter: string;
  readonly findings: readonly string[];
}

type NamedSource = Readonly<Record<"title" | "url", string>>;

const shown = (record: MinerRecord, { ticker, metric, period, periodEnd }: Observation): string => {
  const [miner, id] = [record.minerIndex(ticker), record.metricIndex(metric)];
  const isStock = record.metrics[id]?.kind === "stock";
  const row = isStock ? record.asOf(miner, id, periodEnd) : record.inPeriod(miner, id, period, periodEnd);
  if (row < 0) return "nothing";
  const reading = record.reading(row);
  return `${printed(reading.value)} of ${isoOf(reading.periodEnd)} (${reading.source.title})`;
};

/** Works on one miner's rows at a time, and once for each row: a run weighs everything again after each filing. */
export class Effects {
  private readonly known = new Map<string, Effect>();
  private readonly minerTables = new Map<string, RecordTables>();
  private readonly said = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly tables: RecordTables,
    private readonly today: Day,
  ) {}

  of(row: Observation, source: NamedSource): Effect {
    const key = JSON.stringify([row, source]);
    const effect = this.known.get(key) ?? this.workOut(row, source);
    this.known.set(key, effect);
    return effect;
  }

  private workOut(row: Observation, source: NamedSource): Effect {
    const tables = this.tablesOf(row.ticker);
    const before = new MinerRecord(tables);
    const after = new MinerRecord({
      ...tables,
      reports: [...tables.reports, row],
      sources: [...tables.sources, { id: row.source, ...source }],
    });
    const said = this.said.get(row.ticker) ?? new Set(this.findingsIn(before, row.ticker));
    this.said.set(row.ticker, said);
    return {
      shownBefore: shown(before, row),
      shownAfter: shown(after, row),
      findings: this.findingsIn(after, row.ticker).filter((sentence) => !said.has(sentence)),
    };
  }

  private findingsIn(record: MinerRecord, ticker: string): string[] {
    return findingsOf(record, [record.minerIndex(ticker)], this.today).map(({ sentence }) => sentence);
  }

  private tablesOf(ticker: string): RecordTables {
    const { reports, facts } = this.tables;
    const isOf = (row: Observation): boolean => row.ticker === ticker;
    const tables = this.minerTables.get(ticker) ?? {
      ...this.tables,
      reports: reports.filter(isOf),
      facts: facts.filter(isOf),
    };
    this.minerTables.set(ticker, tables);
    return tables;
  }
}
