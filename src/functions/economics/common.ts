// Arguments of the economics that fall back to the record's latest figure. Each gives a function, asked only when used.
import { CellError } from "../cells";
import { number, optional, type Limits, type Parameter, type ParameterText } from "../parameters";
import { latestDay, record } from "../session";

const BLOCKS_PER_DAY = 144;

const latest = (series: string): number => {
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

export const feesPerBlock = orLatest(
  { name: "fees_per_block", description: "Mean fees in a block.", unit: "BTC", default: "the record's latest" },
  { min: 0 },
  () => latest("fees_btc_per_day") / BLOCKS_PER_DAY,
);

export const subsidy = orLatest(
  { name: "subsidy", description: "New coins in a block.", unit: "BTC", default: "the subsidy of the record's day" },
  { min: 0 },
  () => latest("subsidy"),
);
