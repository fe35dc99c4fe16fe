// Arguments of the economics that fall back to the record's latest figure. Each gives a function, asked only when used.
import { BLOCKS_PER_DAY } from "../../common/chain";
import { REAL_VOLUME_USD } from "../assumed";
import { serialOf } from "../../common/days";
import { CellError, type Properties } from "../cells";
import { DATE } from "../formats";
import { difficultyProperties, oneDayBy, priceProperties, type OneDay } from "../market";
import { number, optional, type Limits, type Parameter, type ParameterText } from "../parameters";
import { latestDay, record } from "../session";

export const latest = (series: string): number => {
  const found = record().market(series, latestDay());
  if (found) return found.value;
  throw new CellError("#N/A", `The record has no ${series}: give it as an argument.`);
};

/** The number when it is asked for, and whether the user gave it. */
type Taken = (() => number) & { readonly isGiven?: boolean };

const orLatest = (about: ParameterText, limits: Limits, fallback: () => number): Parameter<Taken> => {
  const given = number(about, limits);
  const taken = (value: number): Taken => Object.assign(() => value, { isGiven: true });
  return optional<Taken, Taken>({ ...given, read: (cell) => taken(given.read(cell)) }, fallback);
};

/** Price and difficulty of one and the same day, the newest that has both. */
const oneDay = (): OneDay => {
  const found = oneDayBy(latestDay());
  if (found) return found;
  throw new CellError("#N/A", "The record has no day with both price and difficulty: give them as arguments.");
};

/** What was taken from the record, with its days: behind a number that the user did not give whole. */
export const takenFromRecord = (...arguments_: readonly Taken[]): Properties => {
  if (arguments_.every((one) => one.isGiven)) return {};
  const fees = record().market("fees_btc_per_day", latestDay());
  const uses = (one: Taken): boolean => arguments_.includes(one);
  return {
    ...(uses(ofDay.price) ? priceProperties(oneDay().price) : {}),
    ...(uses(ofDay.difficulty) ? difficultyProperties(oneDay()) : {}),
    ...(uses(latestFeesPerBlock) && fees ? { "Fees of": { value: serialOf(fees.day), format: DATE } } : {}),
  };
};

export const ofDay: Readonly<Record<"price" | "difficulty", Taken>> = {
  price: () => oneDay().price.value,
  difficulty: () => oneDay().difficulty.value,
};

export const price = orLatest(
  {
    name: "price",
    description: "Bitcoin price.",
    unit: "USD/BTC",
    default: "that of the record's newest day with price and difficulty",
  },
  { above: 0 },
  ofDay.price,
);

export const difficulty = orLatest(
  {
    name: "difficulty",
    description: "Network difficulty.",
    default: "that of the record's newest day with price and difficulty",
  },
  { above: 0 },
  ofDay.difficulty,
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

export const NOT_POSITIVE = { code: "#VALUE!", when: "an argument is not a number, or is outside the accepted range" };
