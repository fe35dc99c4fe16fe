// What a record must hold as a whole before cells may read it: whatever functions ask for by its id is there and of its
// unit, there are coins to add up, and no market value is one that cannot be.
import { isoOf } from "../common/days";
import { dayOfVersion } from "../common/version";
import type { Problem } from "./row-reader";
import type { MarketPoint, RecordTables } from "./rows";
import type { MetricKind, Unit } from "./schema";

/** The metrics that functions name. Releases of the first format have them all: none is ever added here. */
const METRICS: Readonly<Record<string, readonly [Unit, MetricKind]>> = {
  holdings_btc: ["BTC", "stock"],
  encumbered_btc: ["BTC", "stock"],
  produced_btc: ["BTC", "flow"],
  sold_btc: ["BTC", "flow"],
  purchased_btc: ["BTC", "flow"],
  energized_ehs: ["EH/s", "stock"],
  avg_operating_ehs: ["EH/s", "rate"],
  fleet_efficiency_j_per_th: ["J/TH", "stock"],
  power_cost_usd_per_kwh: ["USD/kWh", "rate"],
  hpc_contracted_mw: ["MW", "stock"],
  cash_usd: ["USD", "stock"],
  total_debt_usd: ["USD", "stock"],
  total_revenue_usd: ["USD", "flow"],
  mining_revenue_usd: ["USD", "flow"],
  btc_sale_proceeds_usd: ["USD", "flow"],
};

/** The market series that functions name, none of which can do without a value. */
const SERIES: Readonly<Record<string, Unit>> = {
  price: "USD/BTC",
  difficulty: "count",
  hashrate: "EH/s",
  subsidy: "BTC",
  fees_btc_per_day: "BTC",
};

/** Money may leave funds; every other series counts something that is there. */
const MAY_BE_NEGATIVE = "etf_flow_usd";

export const wholeRecordProblems = (tables: RecordTables): readonly Problem[] => [
  ...missingMetrics(tables),
  ...missingSeries(tables),
  ...missingCoins(tables),
  ...oddMarket(tables),
];

const problem = (file: string, sentence: string, line = 1): Problem => ({ file, line, sentence });

const missingMetrics = ({ metrics }: RecordTables): Problem[] =>
  Object.entries(METRICS).flatMap(([id, [unit, kind]]) => {
    const metric = metrics.find((each) => each.id === id);
    if (!metric) return [problem("metrics.csv", `There is no metric ${id}: functions ask for it by this id, keep it.`)];
    if (metric.unit === unit && metric.kind === kind) return [];
    const sentence = `${id} is a ${metric.kind} in ${metric.unit}: functions take it for a ${kind} in ${unit}, keep that.`;
    return [problem("metrics.csv", sentence)];
  });

const missingSeries = ({ series, market }: RecordTables): Problem[] =>
  Object.entries(SERIES).flatMap(([id, unit]) => {
    const found = series.find((each) => each.id === id);
    if (!found) return [problem("series.csv", `There is no series ${id}: functions ask for it by this id, keep it.`)];
    if (found.unit !== unit) return [problem("series.csv", `${id} is in ${found.unit}: it must be in ${unit}.`)];
    const isThere = market.some((point) => point.series === id);
    return isThere ? [] : [problem("market.csv", `There is no value of ${id}: functions need one, add it.`)];
  });

const missingCoins = ({ miners, reports }: RecordTables): Problem[] => {
  const all = new Set(miners.flatMap(({ ticker, inAll }) => (inAll ? [ticker] : [])));
  if (all.size === 0) return [problem("miners.csv", "No miner counts in the group ALL: there must be one.")];
  const isCounted = reports.some(
    ({ ticker, metric, value }) => metric === "holdings_btc" && value > 0 && all.has(ticker),
  );
  return isCounted
    ? []
    : [problem("reports.csv", "No miner of the group ALL has a count of coins: there must be one.")];
};

const oddMarket = ({ version, market }: RecordTables): Problem[] => {
  const today = dayOfVersion(version) ?? Infinity;
  return market.flatMap((point, index) => {
    const sentence = oddPoint(point, today);
    return sentence === undefined ? [] : [problem("market.csv", sentence, index + 2)];
  });
};

const oddPoint = ({ series, day, value }: MarketPoint, today: number): string | undefined => {
  if (!Number.isFinite(value)) return `The value of ${series} is no finite number: correct it.`;
  if (value < 0 && series !== MAY_BE_NEGATIVE) return `value is ${value}: ${series} cannot be negative, correct it.`;
  if (value === 0 && series in SERIES && series !== "fees_btc_per_day")
    return `value is 0: ${series} is never zero, correct it or remove the row.`;
  return day > today ? `date is ${isoOf(day)}: that is after the record's own date.` : undefined;
};
