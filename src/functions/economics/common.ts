// Arguments of the economics that fall back to the record's latest figure. Each gives a function, asked only when used.
import { BLOCKS_PER_DAY } from "../../common/chain";
import { REAL_VOLUME_USD } from "../assumed";
import { CellError } from "../cells";
import { number, optional, type Limits, type Parameter, type ParameterText } from "../parameters";
import { latestDay, record } from "../session";

export const latest = (series: string): number => {
  const found = record().market(series, latestDay());
  if (found) return found.value;
  throw new CellError("#N/A", `The record has no ${series}: give it as an argument.`);
};

const orLatest = (about: ParameterText, limits: Limits, fallback: () => number): Parameter<() => number> => {
  const given = number(about, limits);
  return optional(
    {
      ...given,
      read: (cell) =>
        (
          (value) => () =>
            value
        )(given.read(cell)),
    },
    fallback,
  );
};

export const price = orLatest(
  { name: "price", description: "Bitcoin price.", unit: "USD/BTC", default: "the record's latest close" },
  { above: 0 },
  () => latest("price"),
);

export const difficulty = orLatest(
  { name: "difficulty", description: "Network difficulty.", default: "the record's latest" },
  { above: 0 },
  () => latest("difficulty"),
);

export const latestFeesPerBlock = (): number => latest("fees_btc_per_day") / BLOCKS_PER_DAY;
export const latestSubsidy = (): number => latest("subsidy");

export const feesPerBlock = orLatest(
  { name: "fees_per_block", description: "Mean fees in a block.", unit: "BTC", default: "the record's latest" },
  { min: 0 },
  latestFeesPerBlock,
);

export const subsidy = orLatest(
  { name: "subsidy", description: "New coins in a block.", unit: "BTC", default: "the subsidy of the record's day" },
  { min: 0 },
  latestSubsidy,
);

export const volume = orLatest(
  {
    name: "volume",
    description: "Spot volume of the market.",
    unit: "BTC/day",
    default: "8 billion USD a day at the latest price (assumption)",
  },
  { above: 0 },
  () => REAL_VOLUME_USD / latest("price"),
);

export const volatility = orLatest(
  {
    name: "volatility",
    description: "Daily volatility of the price.",
    unit: "share per day",
    default: "that of the record's last 365 days",
  },
  { above: 0, max: 0.5 },
  () => latest("volatility_365d"),
);

export const coefficient = optional(
  number(
    {
      name: "coefficient",
      description: "Y of the square-root law; the literature finds 0.5 to 1.5.",
      default: "1 (assumption)",
    },
    { above: 0, max: 5 },
  ),
  1,
);

export const btc = number({ name: "btc", description: "Coins to sell.", unit: "BTC" }, { min: 0 });

export const efficiency = number(
  { name: "efficiency", description: "Energy per terahash of the machine.", unit: "J/TH" },
  { above: 0, max: 10_000 },
);

export const powerPrice = number(
  { name: "power_price", description: "Price of electricity.", unit: "USD/kWh" },
  { min: 0, max: 100 },
);

export const NOT_POSITIVE = { code: "#VALUE!", when: "an argument is no number or outside what it accepts" };
