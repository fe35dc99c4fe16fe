// The one order in which rows are packed, so that the order of lines in the CSV files does not matter.
import { sourceNumber } from "./pack-names";
import type { Observation, RecordTables } from "./rows";

const compare = <T>(...keys: readonly ((row: T) => number | string)[]): ((a: T, b: T) => number) => {
  return (a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
};

/** Miners, metrics and series keep their order: it is how lists show them. Sources go by their number. */
export const sorted = (tables: RecordTables): RecordTables => {
  const place = (ids: readonly string[]): ((id: string) => number) => {
    const places = new Map(ids.map((id, index) => [id, index]));
    return (id) => places.get(id) ?? ids.length;
  };
  const minerPlace = place(tables.miners.map((miner) => miner.ticker));
  const metricPlace = place(tables.metrics.map((metric) => metric.id));
  const seriesPlace = place(tables.series.map((series) => series.id));
  const observations = compare<Observation>(
    (row) => minerPlace(row.ticker),
    (row) => metricPlace(row.metric),
    (row) => row.periodEnd,
    (row) => row.period,
    (row) => row.scope,
    (row) => row.source,
    (row) => row.value,
  );
  const reports = [...tables.reports].sort(observations);
  const facts = [...tables.facts].sort(observations);
  const events = [...tables.events].sort(
    compare(
      (event) => event.day,
      (event) => minerPlace(event.ticker),
      (event) => event.kind,
      (event) => event.counterparty,
      (event) => event.summary,
    ),
  );
  const market = [...tables.market].sort(
    compare(
      (point) => seriesPlace(point.series),
      (point) => point.day,
    ),
  );
  const aggregate = [...tables.aggregate].sort(
    compare(
      (figure) => figure.day,
      (figure) => figure.publisher,
      (figure) => figure.metric,
      (figure) => figure.scopeNote,
      (figure) => figure.value,
    ),
  );
  const sources = [...tables.sources].sort(compare((source) => sourceNumber(source.id)));
  return { ...tables, reports, facts, events, market, aggregate, sources };
};
