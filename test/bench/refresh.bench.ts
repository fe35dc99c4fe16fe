// Speed of taking in a release of 20,000 figures, as ratios to JSON.parse of the same file in the same run.
import { createHash } from "node:crypto";
import { buildRecord } from "../../src/build/bundle/record";
import { packTables, type PackedRecord } from "../../src/data/pack";
import { MinerRecord } from "../../src/data/record";
import type { RecordTables } from "../../src/data/rows";
import { sorted } from "../../src/data/sort";
import { compare } from "../../src/refresh/fetch/compare";
import type { Environment } from "../../src/refresh/environment";
import type { Latest } from "../../src/refresh/fetch/latest";
import { readRelease } from "../../src/refresh/fetch/read-release";
import { cpuSeconds } from "./clock";

export interface RefreshCase {
  readonly name: string;
  readonly run: () => Promise<number>;
  /** The ratio that must not be exceeded. */
  readonly goal: number;
}

const ROWS = 20_000;
const GOAL = 5;
const TURNS = 40;
/** Above any number of a source. */
const COPY = 10_000;

/** The record once more for each copy: its miners under other tickers, with sources, events and figures of their own. */
const grown = (tables: RecordTables, copies: number): RecordTables => {
  const numbers = Array.from({ length: copies }, (_, copy) => copy);
  const many = <Row>(rows: readonly Row[], rename: (row: Row, copy: number) => Row): Row[] =>
    numbers.flatMap((copy) => rows.map((row) => (copy === 0 ? row : rename(row, copy))));
  const renamedSource = (id: string, copy: number) => `s${Number(id.slice(1)) + copy * COPY}`;
  const ofMiner = <Row extends { readonly ticker: string; readonly source: string }>(rows: readonly Row[]): Row[] =>
    many(rows, (row, copy) => ({
      ...row,
      ticker: `${row.ticker}${copy}`,
      source: renamedSource(row.source, copy),
    }));
  const [reports, facts, events] = [ofMiner(tables.reports), ofMiner(tables.facts), ofMiner(tables.events)];
  // A source without a row would be refused; those of market series are not needed twice.
  const used = new Set([...reports, ...facts, ...events].map((row) => row.source));
  return {
    ...tables,
    reports,
    facts,
    events,
    miners: many(tables.miners, ({ parent, ...miner }, copy) => ({
      ...miner,
      ticker: `${miner.ticker}${copy}`,
      ...(parent === undefined ? {} : { parent: `${parent}${copy}` }),
    })),
    sources: many(tables.sources, ({ id, title, url }, copy) => ({
      id: renamedSource(id, copy),
      title: `${title} (${copy})`,
      url,
    })).filter((source, at) => at < tables.sources.length || used.has(source.id)),
  };
};

/** What a user may have before: the last figures are not there yet, and one in a hundred has another value. */
const earlier = (tables: RecordTables): RecordTables => ({
  ...tables,
  reports: tables.reports
    .slice(0, -200)
    .map((row, index) => (index % 100 === 0 ? { ...row, value: row.value + 1 } : row)),
});

const leastSeconds = async (work: () => unknown): Promise<number> => {
  let seconds = Infinity;
  for (let turn = 0; turn < TURNS; turn++) {
    const start = cpuSeconds();
    await work();
    seconds = Math.min(seconds, cpuSeconds() - start);
  }
  return seconds;
};

/** A release, and the record that it comes to. */
export const material = () => {
  const { tables } = MinerRecord.unpack(buildRecord().packed);
  const copies = Math.ceil(ROWS / (tables.reports.length + tables.facts.length));
  const packed = packTables(sorted(grown(tables, copies)));
  const text = JSON.stringify(packed);
  const bytes = new TextEncoder().encode(text);
  const current = new MinerRecord(earlier(MinerRecord.unpack(JSON.parse(text) as PackedRecord).tables));
  return { packed, text, bytes, current };
};

export const refreshCases = (): readonly RefreshCase[] => {
  const { packed, text, bytes, current } = material();
  const rows = packed.reports.value.length + packed.facts.value.length;
  const latest = {
    ...{ schema: packed.schema, version: packed.version, rows, bytes: bytes.length },
    sha256: createHash("sha256").update(bytes).digest("hex"),
  } as Latest;
  const environment = { subtle: crypto.subtle } as unknown as Environment;
  const againstParsing = async (work: () => unknown): Promise<number> => {
    const seconds = await leastSeconds(work);
    return seconds / (await leastSeconds(() => JSON.parse(text) as unknown));
  };
  const size = rows.toLocaleString("en-US");
  return [
    {
      name: `release of ${size} figures: hash, checks, comparison / JSON.parse`,
      goal: GOAL,
      run: () =>
        againstParsing(async () => {
          const { record } = await readRelease(environment, bytes, latest, "bench");
          return compare(current, record);
        }),
    },
    {
      name: `release of ${size} figures: only to put it in place / JSON.parse`,
      goal: GOAL,
      run: () => againstParsing(() => MinerRecord.unpack(packed, "release")),
    },
  ];
};
