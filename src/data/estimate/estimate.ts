// An estimate of a miner's coins on a day: the newest figure, its own pace since, sales told by themselves, and a band.
import type { Day } from "../../common/days";
import type { MinerRecord } from "../record";
import { anchorOf, countAt, type Anchor } from "./anchor";
import { minedPerDay } from "./mined-per-day";

/** Counts closer together say too little of a pace. */
const LEAST_DAYS_BETWEEN = 25;
const RECENT_DAYS = 30;

export interface Pace {
  /** BTC a day. */
  readonly btcPerDay: number;
  /** Own production, BTC a day; undefined where none was reported. */
  readonly minedPerDay: number | undefined;
}

export interface Estimate {
  readonly anchor: Anchor;
  readonly btc: number;
  readonly pace: Pace;
  /** BTC of the sales that were told by themselves since the anchor. */
  readonly datedSalesBtc: number;
  /** The width w of the band: 0.02 w on either side holds half of the outcomes, 0.10 w nine in ten. */
  readonly width: number | undefined;
}

/** How the coins went on before the anchor, without what goes beyond the miner's own production. */
export const paceOf = (record: MinerRecord, miner: number, anchor: Anchor, knownBy = Infinity): Pace => {
  const before = countAt(record, miner, anchor.day - LEAST_DAYS_BETWEEN, knownBy);
  if (before < 0) {
    const mined = minedPerDay(record, miner, anchor.day + 1 - RECENT_DAYS, anchor.day, knownBy);
    return { btcPerDay: 0, minedPerDay: mined };
  }
  const since = record.periodEnd(before);
  const mined = minedPerDay(record, miner, since + 1, anchor.day, knownBy);
  if (mined === undefined) return { btcPerDay: 0, minedPerDay: mined };
  const change = (anchor.btc - record.value(before)) / (anchor.day - since);
  const cut = Math.min(mined, Math.max(-mined, change));
  if (cut >= 0) return { btcPerDay: cut, minedPerDay: mined };
  // One fall may be an event; two are a habit.
  const earlier = countAt(record, miner, since - LEAST_DAYS_BETWEEN, knownBy);
  const fellBefore = earlier >= 0 && record.value(earlier) > record.value(before);
  return { btcPerDay: fellBefore ? cut : 0, minedPerDay: mined };
};

/** BTC of the sales told by themselves from the day after `from` to `day`: of each day the best report. */
const datedSales = (record: MinerRecord, miner: number, from: Day, day: Day, knownBy: Day): number => {
  const rows = record.rows(miner, record.metricIndex("dated_sale_btc"));
  const byDay = new Map<Day, number>();
  for (let row = rows.start; row < rows.end; row++) {
    const end = record.periodEnd(row);
    if (end > from && end <= day && record.published(row) <= knownBy) byDay.set(end, record.value(row));
  }
  return [...byDay.values()].reduce((sum, btc) => sum + btc, 0);
};

/** How wide the estimate may miss on a day: it grows with the time since the last count and with the miner's size. */
export const widthAt = ({ anchor, pace }: Pick<Estimate, "anchor" | "pace">, day: Day): number | undefined => {
  const base = anchor.kind === "rolled forward" ? anchor.countDay : anchor.day;
  return pace.minedPerDay === undefined ? undefined : (day - base) * Math.sqrt(anchor.btc * pace.minedPerDay);
};

/** Undefined without a count. Only what was published by `knownBy` is used. */
export const estimateOf = (record: MinerRecord, miner: number, day: Day, knownBy = Infinity): Estimate | undefined => {
  const anchor = anchorOf(record, miner, day, knownBy);
  if (!anchor) return undefined;
  const pace = paceOf(record, miner, anchor, knownBy);
  const datedSalesBtc = datedSales(record, miner, anchor.day, day, knownBy);
  const btc = Math.max(0, anchor.btc + pace.btcPerDay * (day - anchor.day) - datedSalesBtc);
  return { anchor, btc, pace, datedSalesBtc, width: widthAt({ anchor, pace }, day) };
};
