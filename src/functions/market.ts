// Prices and network figures for a day: the newest point, or none where that would be too old to speak for the day.
import { isoOf, serialOf, type Day } from "../common/days";
import { BLOCKS_PER_DAY, EPOCH_BLOCKS } from "../common/chain";
import type { MarketReading } from "../data/market";
import { CellError, type Properties } from "./cells";
import { DATE, USD_PER_BTC } from "./formats";
import { record } from "./session";

/** Markets have no gaps: what lies between a point and a later day is only missing in the record. */
const STALE_AFTER_DAYS = 45;
/** A level that holds for years. Any other series is shown only for a time that has a figure of its own. */
export const HOLDS = "subsidy";

/** For which day a market figure is wanted, and whether the user named it: then it must not lie far after the figure. */
export interface MarketDay {
  readonly day: Day;
  readonly knownBy: Day;
  readonly isNamed: boolean;
}

/** The newest point at or before the day. */
export const marketOn = (series: string, { day, knownBy, isNamed }: MarketDay): MarketReading | undefined => {
  const found = record().market(series, day, knownBy);
  return found && isNamed && isStale(series, found.day, Math.min(day, knownBy)) ? undefined : found;
};

export const isStale = (series: string, of: Day, day: Day): boolean => series !== HOLDS && day - of > STALE_AFTER_DAYS;

/** The sentence where there is no point, or none near enough. */
export const noMarket = (series: string, { day, knownBy }: MarketDay): CellError => {
  const by = Math.min(day, knownBy);
  const found = record().market(series, by);
  if (!found) return new CellError("#N/A", `The record has no ${series} at or before ${isoOf(by)}.`);
  return tooOldPoint(series, found.day, by);
};

export const tooOldPoint = (series: string, of: Day, day: Day): CellError =>
  new CellError(
    "#N/A",
    `The newest ${series} in the record by ${isoOf(day)} is of ${isoOf(of)}, ${day - of} days before: too old to use for that day. Ask for ${isoOf(of)}, or leave the date out for the newest.`,
  );

/** BTC price at the close of the day, or the last close before it. */
export const priceAt = (on: MarketDay): MarketReading => {
  const price = marketOn("price", on);
  if (price) return price;
  throw noMarket("price", on);
};

export const priceProperties = (price: { value: number; day: Day }): Properties => ({
  Price: { value: price.value, format: USD_PER_BTC },
  "Price date": { value: serialOf(price.day), format: DATE },
});

/** Price and difficulty of one day. */
export interface OneDay {
  readonly day: Day;
  readonly price: MarketReading;
  /** Of the epoch that the day lies in. */
  readonly difficulty: MarketReading;
}

const EPOCH_DAYS = EPOCH_BLOCKS / BLOCKS_PER_DAY;
/** No epoch of the last ten years took longer. */
const LONGEST_EPOCH_DAYS = 21;

/** Whether the difficulty still held: by the retarget that followed, or by the usual length of an epoch. */
const heldUntil = ({ day: since }: MarketReading, day: Day): boolean =>
  day - since <= EPOCH_DAYS || record().marketRange("difficulty", day + 1, since + LONGEST_EPOCH_DAYS).length > 0;

/** The newest day by a given one for which the record has a price, and the difficulty of the epoch it lies in. */
export const oneDayBy = (day: Day): OneDay | undefined => {
  for (let price = record().market("price", day); price; price = record().market("price", price.day - 1)) {
    const difficulty = record().market("difficulty", price.day);
    if (!difficulty) return undefined;
    if (heldUntil(difficulty, price.day)) return { day: price.day, price, difficulty };
  }
  return undefined;
};

export const difficultyProperties = ({ day, difficulty }: OneDay): Properties => ({
  Difficulty: { value: difficulty.value, format: "0.000E+00" },
  "Difficulty since": { value: serialOf(difficulty.day), format: DATE },
  "Difficulty of": { value: serialOf(day), format: DATE },
});
