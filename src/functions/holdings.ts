// Holdings of a basket on a day: the sum, the reports it rests on, and what stands behind the number.
import { isoOf, serialOf, type Day } from "../common/days";
import { OLD_AFTER_DAYS } from "../common/limits";
import { sumOf } from "../common/sum";
import type { Reading } from "../data/record";
import { CellError, type Properties } from "./cells";
import { membersAt, tickerOf, type Basket } from "./baskets";
import { lastDayOf, yearEndOf } from "./fiscal";
import { DATE, spoken, USD_PER_BTC } from "./formats";
import type { AskedDate } from "./parameters";
import { latestDay, record } from "./session";

export interface Holding {
  readonly miner: number;
  readonly row: number;
  readonly btc: number;
}

/** The day that was asked for; a fiscal year ends when the miner's does, that of unlike ones on 31 December. */
export const dayFor = (basket: Basket, asked: AskedDate | undefined): Day =>
  !asked ? latestDay() : asked.fiscal === undefined ? asked.day : lastDayOf(asked, yearEndOf(basket));

let holdingsMetric = { of: record(), index: record().metricIndex("holdings_btc") };
const metric = (): number => {
  if (holdingsMetric.of !== record()) holdingsMetric = { of: record(), index: record().metricIndex("holdings_btc") };
  return holdingsMetric.index;
};

const firstReport = (miner: number, knownBy: Day): number | undefined => {
  const { start, end } = record().rows(miner, metric());
  for (let row = start; row < end; row++) if (record().published(row) <= knownBy) return row;
  return undefined;
};

const publishedBy = (knownBy: Day): string => (knownBy === Infinity ? "" : ` published by ${isoOf(knownBy)}`);

const noReport = (miner: number, day: Day, knownBy: Day): CellError => {
  const known = publishedBy(knownBy);
  const first = firstReport(miner, knownBy);
  const instead =
    first === undefined
      ? "The record has none."
      : `The first is of ${isoOf(record().periodEnd(first))}: ask for that day or a later one.`;
  return new CellError("#N/A", `No BTC report of ${tickerOf(miner)} at or before ${isoOf(day)}${known}. ${instead}`);
};

const beforeRecord = (day: Day): CellError =>
  new CellError(
    "#N/A",
    `${isoOf(day)} lies before the record, which begins on ${isoOf(record().firstReport)}. Ask for that day or a later one.`,
  );

/** The newest report of each member at or before the day. Members of a list must have one; of a group those that do. */
export const holdingsOf = (basket: Basket, day: Day, knownBy: Day = Infinity): readonly Holding[] => {
  const now = record();
  if (day < now.firstReport) throw beforeRecord(day);
  const found: Holding[] = [];
  for (const miner of membersAt(basket, day, knownBy)) {
    const row = now.asOf(miner, metric(), day, knownBy);
    if (row >= 0) found.push({ miner, row, btc: now.value(row) });
    else if (basket.kind !== "group") throw noReport(miner, day, knownBy);
  }
  if (found.length === 0) {
    const wanted = `a BTC report${publishedBy(knownBy)} of ${isoOf(day)} or before`;
    throw new CellError("#N/A", `No miner of ${basket.label} has ${wanted}: ask for a later day.`);
  }
  return found;
};

export const total = (holdings: readonly Holding[]): number => {
  const [first] = holdings;
  if (first && holdings.length === 1) return first.btc;
  return sumOf(holdings.map((holding) => holding.btc));
};

/** BTC price at the close of the day, or the last close before it. */
export const priceAt = (day: Day): { readonly value: number; readonly day: Day } => {
  const price = record().market("price", day);
  if (price) return price;
  throw new CellError("#N/A", `The record has no BTC price at or before ${isoOf(day)}.`);
};

/** How a report came to answer for the day; also from which layer, unless it came with the add-in. */
export const statusOf = (reading: Reading, asked: Day): string => {
  const age = asked - reading.periodEnd;
  const stated = reading.basis === "derived" ? "derived" : "reported";
  const isLevel = record().metrics[record().metricIndex(reading.metric)]?.kind === "stock";
  const status = inTime(age > 0 && isLevel ? `carried forward ${age} days` : stated, asked);
  return reading.layer === "bundled" ? status : `${reading.layer}, ${status}`;
};

/** A day that the record has not lived to is answered, and said. */
export const inTime = (status: string, asked: Day): string =>
  asked > latestDay() ? `${status}, after the record` : status;

/** What stands behind one report, as properties of its cell. */
export const propertiesOf = (row: number, asked: Day): Properties => {
  const reading = record().reading(row);
  return {
    Source: reading.source.title,
    Link: reading.source.url,
    Reported: { value: serialOf(reading.periodEnd), format: DATE },
    Published: { value: serialOf(reading.published), format: DATE },
    ...(reading.publishedAssumed ? { "Published as stated": reading.publishedText || "not stated: assumed" } : {}),
    Confidence: reading.confidence,
    Status: statusOf(reading, asked),
    ...(reading.layer === "bundled" ? {} : { Layer: reading.layer }),
    ...(reading.note === "" ? {} : { Note: reading.note }),
  };
};

/** A sum says how many of its parts are the user's own. */
export const ownRowsIn = (rows: readonly number[]): Properties => {
  const own = rows.filter((row) => record().reading(row).layer === "own").length;
  return own === 0 ? {} : { "Own rows": own };
};

/** The property of a sum that says how much of it rests on old reports. */
export const CARRIED_LONG = `Carried forward over ${OLD_AFTER_DAYS} days`;

/** What stands behind a sum: how many reports, how old, and each part. */
export const propertiesOfSum = (holdings: readonly Holding[], asked: Day): Properties => {
  const oldest = Math.min(...holdings.map(({ row }) => record().periodEnd(row)));
  const parts = [...holdings].sort((a, b) => b.btc - a.btc);
  return {
    Status: inTime("summed", asked),
    Miners: holdings.length,
    ...ownRowsIn(holdings.map(({ row }) => row)),
    "Oldest report": { value: serialOf(oldest), format: DATE },
    [CARRIED_LONG]: total(holdings.filter(({ row }) => asked - record().periodEnd(row) > OLD_AFTER_DAYS)),
    ...Object.fromEntries(
      parts.map(({ miner, btc, row }) => [tickerOf(miner), `${spoken(btc)} BTC, ${isoOf(record().periodEnd(row))}`]),
    ),
  };
};

export const priceProperties = (price: { value: number; day: Day }): Properties => ({
  Price: { value: price.value, format: USD_PER_BTC },
  "Price date": { value: serialOf(price.day), format: DATE },
});
