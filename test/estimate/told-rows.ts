// The record with what its events tell only in sentences, as figures: two counts between reports and five sales of 2026.
import { MinerRecord } from "../../src/data/record";
import type { Metric, Observation } from "../../src/data/rows";
import { bundledRecord } from "../../src/functions";
import { day } from "../data/bundled";

const DATED_SALE: Metric = {
  id: "dated_sale_btc",
  name: "BTC of one sale told by itself",
  unit: "BTC",
  kind: "flow",
  aggregate: "none",
  synonyms: [],
  definition: "Coins of one sale told by itself, with its last day; inside the sold_btc of its period.",
};

const told = (ticker: string, metric: string, on: string, value: number, published: string): Observation => ({
  ticker,
  metric,
  period: "instant",
  periodEnd: day(on),
  value,
  published,
  confidence: "company",
  source: "s1",
  scope: "consolidated",
  basis: "stated",
  note: "",
});

// MARA 8-K of 2024-12-19, RIOT release of 2024-12-13; the sales as their events in assets/data/events.csv.
const ROWS: readonly Observation[] = [
  told("MARA", "holdings_update_btc", "2024-12-18", 44_394, "2024-12-19"),
  told("RIOT", "holdings_update_btc", "2024-12-13", 16_728, "2024-12-13"),
  told("CANG", "dated_sale_btc", "2026-02-08", 4_451, "2026-02-09"),
  told("BTDR", "dated_sale_btc", "2026-02-20", 943.1, "2026-02-20"),
  told("CORZ", "dated_sale_btc", "2026-01-31", 1_900, "2026-03-03"),
  told("MARA", "dated_sale_btc", "2026-03-25", 15_133, "2026-03-26"),
  told("RIOT", "dated_sale_btc", "2026-01-16", 1_080, "2026-01-16"),
];

/** Without those that the record has by now. */
export const withToldRows = (bare: MinerRecord = bundledRecord()): MinerRecord => {
  const { tables } = bare;
  const metrics = bare.metricIndex(DATED_SALE.id) < 0 ? [...tables.metrics, DATED_SALE] : tables.metrics;
  return new MinerRecord({ ...tables, metrics, facts: [...tables.facts, ...ROWS] });
};
