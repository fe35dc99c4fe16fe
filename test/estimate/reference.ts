// The estimate of a miner's coins once more, from the lines of the record as they stand, written to be read: slow, and
// without anything that the record's own look-up does.
import { addMonths, type Day } from "../../src/common/days";
import { publishedDay, spanOf } from "../../src/data/published";
import type { MinerRecord } from "../../src/data/record";
import type { Observation } from "../../src/data/rows";

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, half: 6, nine_months: 9, year: 12 };
const ORDER = ["instant", "month", "quarter", "half", "nine_months", "year"];

/** The better of two lines of one day is the one with the greater list, compared place by place. */
const merits = (line: Observation): (number | string)[] => [
  line.scope === "consolidated" ? 1 : 0,
  line.metric === "holdings_btc" && line.period === "quarter" && line.basis === "stated" ? 1 : 0,
  line.confidence === "company" ? 1 : 0,
  // A level of an instant is read before that of a month.
  line.period === "month" ? -1 : ORDER.indexOf(line.period),
  publishedDay(spanOf(line.published), line.period, line.periodEnd),
];

const isBetter = (one: Observation, other: Observation): boolean => {
  const [a, b] = [merits(one), merits(other)];
  const place = a.findIndex((merit, i) => merit !== b[i]);
  if (place >= 0) return (a[place] ?? 0) > (b[place] ?? 0);
  return one.source === other.source ? one.value > other.value : one.source < other.source;
};

/** What was told of a miner up to a day, by another. */
export class Known {
  readonly lines: readonly Observation[];

  constructor(record: MinerRecord, ticker: string, until: Day, knownBy: Day) {
    this.lines = [...record.tables.reports, ...record.tables.facts].filter(
      (line) =>
        line.ticker === ticker &&
        line.period !== "guidance" &&
        line.periodEnd <= until &&
        publishedDay(spanOf(line.published), line.period, line.periodEnd) <= knownBy,
    );
  }

  /** Of each day the best line of a metric. */
  byDay(metric: string): Map<Day, number> {
    const best = new Map<Day, Observation>();
    for (const line of this.lines.filter((each) => each.metric === metric)) {
      const before = best.get(line.periodEnd);
      if (!before || isBetter(line, before)) best.set(line.periodEnd, line);
    }
    return new Map([...best].map(([day, line]) => [day, line.value]));
  }

  newest(metric: string, until: Day): { day: Day; btc: number } | undefined {
    const all = [...this.byDay(metric)].filter(([day]) => day <= until).sort(([a], [b]) => b - a);
    return all[0] && { day: all[0][0], btc: all[0][1] };
  }

  /** Each stretch that a flow was reported for, with its best line. */
  stretches(metric: string): { from: Day; to: Day; value: number }[] {
    const best = new Map<string, Observation>();
    for (const line of this.lines.filter((each) => each.metric === metric && each.period in MONTHS)) {
      const key = `${line.period} ${line.periodEnd}`;
      const before = best.get(key);
      if (!before || isBetter(line, before)) best.set(key, line);
    }
    return [...best.values()].map(({ period, periodEnd, value }) => {
      return { from: addMonths(periodEnd + 1, -(MONTHS[period] ?? NaN)), to: periodEnd, value };
    });
  }

  /** Sum over the fewest stretches that lie end to end. */
  over(metric: string, from: Day, to: Day): number | undefined {
    const all = this.stretches(metric);
    let reached = [{ next: from, sum: 0 }];
    for (let parts = 0; parts <= all.length && reached.length > 0; parts++) {
      const arrived = reached.find(({ next }) => next === to + 1);
      if (arrived && parts > 0) return arrived.sum;
      reached = reached.flatMap(
        ({ next, sum }) =>
        all.filter((one) => one.from === next && one.to <= to).map((one) => ({ next: one.to + 1, sum: sum + one.value })), // prettier-ignore
      );
    }
    return undefined;
  }

  /** q(a..b) */
  rate(from: Day, to: Day): number | undefined {
    const whole = from <= to ? this.over("produced_btc", from, to) : undefined;
    if (whole !== undefined) return whole / (to - from + 1);
    const ended = this.stretches("produced_btc").filter((one) => one.to <= to);
    const newest = Math.max(...ended.map((one) => one.to));
    const [longest] = ended.filter((one) => one.to === newest).sort((a, b) => a.from - b.from);
    return longest && longest.value / (longest.to - longest.from + 1);
  }
}

export interface Reference {
  readonly btc: number;
  readonly pace: number;
  readonly mined: number | undefined;
  readonly width: number | undefined;
  /** The width on another day, with what is known. */
  readonly widthAt: (day: Day) => number | undefined;
}

export const referenceEstimate = (
  record: MinerRecord,
  ticker: string,
  day: Day,
  knownBy: Day,
): Reference | undefined => {
  const known = new Known(record, ticker, day, knownBy);
  const count = known.newest("holdings_btc", day);
  if (!count) return undefined;

  // 3.1
  let [anchor, value, base] = [count.day, count.btc, count.day];
  const told = known.newest("holdings_update_btc", day);
  const from = count.day + 1;
  const ends = known
    .stretches("sold_btc")
    .map((one) => one.to)
    .filter((to) => to >= from);
  const rolled = ends.filter((to) => known.over("sold_btc", from, to) !== undefined).sort((a, b) => b - a)[0];
  if (told && told.day > count.day) {
    [anchor, value, base] = [told.day, told.btc, told.day];
  } else if (rolled !== undefined) {
    const mined = known.over("produced_btc", from, rolled) ?? (known.rate(from, rolled) ?? 0) * (rolled - count.day);
    const sold = known.over("sold_btc", from, rolled) ?? 0;
    const bought = known.over("purchased_btc", from, rolled) ?? 0;
    [anchor, value] = [rolled, Math.max(0, count.btc + mined - sold + bought)];
  }

  // 3.2
  const first = known.newest("holdings_btc", anchor - 25);
  const mined = first ? known.rate(first.day + 1, anchor) : known.rate(anchor - 29, anchor);
  let pace = 0;
  if (first && mined !== undefined) {
    pace = (value - first.btc) / (anchor - first.day);
    if (pace > mined) pace = mined;
    if (pace < -mined) pace = -mined;
    const second = known.newest("holdings_btc", first.day - 25);
    if (pace < 0 && !(second && second.btc > first.btc)) pace = 0;
  }

  // 3.3
  let sales = 0;
  for (const [when, btc] of known.byDay("dated_sale_btc")) if (when > anchor) sales += btc;
  const widthAt = (at: Day) => (mined === undefined ? undefined : (at - base) * Math.sqrt(value * mined));
  return { btc: Math.max(0, value + pace * (day - anchor) - sales), pace, mined, width: widthAt(day), widthAt };
};
