// The metric argument: an id, its name or a common word for it.
import { findMetric } from "../data/names";
import type { Metric } from "../data/rows";
import { CellError } from "./cells";
import { BTC, COUNT, SHARE, USD, USD_PER_BTC, USD_PER_KWH } from "./formats";
import { text, type Parameter, type ParameterText } from "./parameters";
import { memo, record } from "./session";

const find = (written: string): number => {
  const found = findMetric(record(), written);
  if (typeof found === "number") return found;
  throw new CellError("#VALUE!", `No metric is called "${written.trim()}". Nearest: ${found.nearest.join(", ")}.`);
};

const remembered = memo<{ readonly index: number }>();

export const metric = (about: Partial<ParameterText> = {}): Parameter<number> => {
  const words = text({
    name: "metric",
    description: 'What was reported: "holdings_btc", "produced_btc", "cash_usd" … or a common word ("production").',
    ...about,
  });
  return {
    ...words,
    kind: "metric",
    read: (cell) => {
      const written = words.read(cell);
      return remembered(written, () => ({ index: find(written) })).index;
    },
  };
};

export const metricAt = (index: number): Metric => {
  const found = record().metrics[index];
  if (!found) throw new CellError("#N/A", "This record no longer has that metric: re-enter the formula.");
  return found;
};

const FORMATS: Partial<Record<Metric["unit"], string>> = {
  BTC,
  USD,
  "USD/BTC": USD_PER_BTC,
  "USD/kWh": USD_PER_KWH,
  "USD/MW": USD,
  "USD/MW/year": USD,
  "USD/year": USD,
  "USD/PH/day": "0.00",
  "EH/s": "0.0#",
  "J/TH": "0.0#",
  MW: COUNT,
  share: SHARE,
  shares: COUNT,
  count: COUNT,
};

export const formatOf = (of: Metric): string => FORMATS[of.unit] ?? "General";

const ADDITIVE: readonly Metric["unit"][] = ["BTC", "ETH", "USD", "CAD", "USD/year", "EH/s", "MW", "count"];

/** Coins, money, machines and megawatts add up over miners; prices, efficiencies and shares do not. */
export const addsUp = (of: Metric): boolean => ADDITIVE.includes(of.unit);
