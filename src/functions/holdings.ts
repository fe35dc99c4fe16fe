// Holdings of a basket on a day: the sum, the reports it rests on, and what stands behind the number.
import { isoOf, serialOf, type Day } from "../common/days";
import { OLD_AFTER_DAYS } from "../common/limits";
import { sumOf } from "../common/sum";
import type { Reading } from "../data/record";
import { coinAgeOf } from "../data/coin-age";
import { withoutSubsidiaries } from "../data/groups";
import { everyoneAt, membersAt, tickerOf, type Basket } from "./baskets";
import type { Properties } from "./cells";
import { lastDayOf, yearEndOf } from "./fiscal";
import { DATE, spoken } from "./formats";
import { allTooOld, beforeRecord, noReport, noReports, tooOldReport } from "./no-report";
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

/** Counts that a question is answered with, and those that are older than it wants. */
export interface Held {
  readonly held: readonly Holding[];
  readonly tooOld: readonly Holding[];
}

/** The newest count of each of these miners at or before the day. */
const countsOf = (members: readonly number[], day: Day, knownBy: Day): Holding[] =>
  members.flatMap((miner) => {
    const row = record().asOf(miner, metric(), day, knownBy);
    return row < 0 ? [] : [{ miner, row, btc: record().value(row) }];
  });

/**
 * The newest report of each member at or before the day, at most `maxAge` days old. Members of a list must have one; of
 * a group those that do. A subsidiary counts for itself where its parent's report is too old.
 */
export const heldOf = (basket: Basket, day: Day, knownBy: Day = Infinity, maxAge = Infinity): Held => {
  if (day < record().firstReport) throw beforeRecord(day);
  const isFresh = ({ row }: Holding): boolean => day - record().periodEnd(row) <= maxAge;
  const found = countsOf(membersAt(basket, day, knownBy), day, knownBy);
  const tooOld = found.filter((one) => !isFresh(one));
  if (tooOld.length === 0) return { held: allOf(basket, found, day, knownBy), tooOld };
  const [oldest] = tooOld;
  if (basket.kind !== "group" && oldest)
    throw tooOldReport(tickerOf(oldest.miner), record().periodEnd(oldest.row), day, maxAge);
  const fresh = countsOf(everyoneAt(basket, day, knownBy), day, knownBy).filter(isFresh);
  const counted = withoutSubsidiaries(
    record(),
    fresh.map(({ miner }) => miner),
    day,
    knownBy,
  );
  const held = fresh.filter(({ miner }) => counted.includes(miner));
  if (held.length === 0)
    throw allTooOld(basket.label, day, maxAge, Math.max(...tooOld.map(({ row }) => record().periodEnd(row))));
  return { held, tooOld };
};

/** The counts, if they are enough of them. */
const allOf = (basket: Basket, found: readonly Holding[], day: Day, knownBy: Day): readonly Holding[] => {
  const missing =
    basket.kind === "group"
      ? -1
      : (membersAt(basket, day, knownBy).find((miner) => !found.some((one) => one.miner === miner)) ?? -1);
  if (missing >= 0) throw noReport(missing, metric(), day, knownBy);
  if (found.length === 0) throw noReports(basket.label, day, knownBy);
  return found;
};

export const holdingsOf = (basket: Basket, day: Day, knownBy?: Day, maxAge?: number): readonly Holding[] =>
  heldOf(basket, day, knownBy, maxAge).held;

export const total = (holdings: readonly Holding[]): number => {
  const [first] = holdings;
  if (first && holdings.length === 1) return first.btc;
  return sumOf(holdings.map((holding) => holding.btc));
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

const DAYS = '0 "days"';

/** The property of a sum that says how much of it rests on old reports. */
export const CARRIED_LONG = `Carried forward over ${OLD_AFTER_DAYS} days`;

/** The age of a sum of coins: by weight, and the share of it that rests on old reports. */
export const coinAge = (holdings: readonly Holding[], asked: Day): ReturnType<typeof coinAgeOf> =>
  coinAgeOf(
    holdings.map(({ btc, row }) => ({ btc, periodEnd: record().periodEnd(row) })),
    asked,
  );

/** What was left out for its age, as properties of what was not. */
const leftOut = (tooOld: readonly Holding[]): Properties =>
  tooOld.length === 0
    ? {}
    : {
        "Left out as older": total(tooOld),
        "Left out miners": tooOld
          .map(({ miner, row }) => `${tickerOf(miner)} ${isoOf(record().periodEnd(row))}`)
          .join(", "),
      };

/** What stands behind a sum: how many reports, how old, and each part. */
export const propertiesOfSum = (
  holdings: readonly Holding[],
  asked: Day,
  tooOld: readonly Holding[] = [],
): Properties => {
  const age = coinAge(holdings, asked);
  const oldest = Math.min(...holdings.map(({ row }) => record().periodEnd(row)));
  const parts = [...holdings].sort((a, b) => b.btc - a.btc);
  return {
    Status: inTime("summed", asked),
    Miners: holdings.length,
    ...ownRowsIn(holdings.map(({ row }) => row)),
    "Oldest report": { value: serialOf(oldest), format: DATE },
    [CARRIED_LONG]: total(holdings.filter(({ row }) => asked - record().periodEnd(row) > OLD_AFTER_DAYS)),
    ...(age ? { "Average age by weight": { value: age.weightedDays, format: DAYS } } : {}),
    ...leftOut(tooOld),
    ...Object.fromEntries(
      parts.map(({ miner, btc, row }) => [tickerOf(miner), `${spoken(btc)} BTC, ${isoOf(record().periodEnd(row))}`]),
    ),
  };
};
