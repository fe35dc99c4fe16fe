// Money from sales of coins against the coins and the price of the time.
import type { Day } from "../../common/days";
import { overPeriod, type PeriodFigure } from "../flows";
import { startOf } from "../periods";
import { HOLDINGS, type MinerRecord } from "../record";
import { stretch, words, type Finding } from "./finding";

/** Sales happen between the month ends whose prices the record has. */
const PRICE_TOLERANCE = 0.15;
const SMALL_BTC = 50;

interface Stretch {
  readonly miner: number;
  readonly row: number;
  readonly start: Day;
  readonly end: Day;
  readonly proceedsUsd: number;
  /** Lowest and highest price at the month ends around and in the stretch. */
  readonly low: number;
  readonly high: number;
}

export const proceedsFindings = (record: MinerRecord, miner: number, until: Day): Finding[] => {
  const metric = record.metricIndex("btc_sale_proceeds_usd");
  const { start: first, end: last } = record.rows(miner, metric);
  const findings: Finding[] = [];
  for (let row = first; row < last && record.periodEnd(row) <= until; row++) {
    const { period, periodEnd: end, ticker, note } = record.observation(row);
    if (period === "instant" || period === "guidance") continue;
    const start = startOf(period, end);
    const opening = record.market("price", start - 1);
    const prices = [...(opening ? [opening] : []), ...record.marketRange("price", start, end)].map(
      ({ value }) => value,
    );
    if (prices.length < 2) continue;
    const [low, high] = [Math.min(...prices), Math.max(...prices)];
    const of: Stretch = { miner, row, start, end, proceedsUsd: record.value(row), low, high };
    const sold = overPeriod(record, miner, record.metricIndex("sold_btc"), start, end);
    const found = sold ? againstSales(of, sold) : againstCoins(record, of);
    if (!found) continue;
    const sentence = note === "" ? found.sentence : `${found.sentence} Note: ${note}`;
    findings.push({ kind: "proceeds", ticker, day: end, ...found, sentence });
  }
  return findings;
};

type Found = Pick<Finding, "size" | "sentence" | "rows">;

/** With the number of coins sold, the proceeds give a price, and it must have been one of the time. */
const againstSales = (of: Stretch, sold: PeriodFigure): Found | undefined => {
  if (sold.value === 0) return undefined;
  const priceUsd = of.proceedsUsd / sold.value;
  if (priceUsd >= of.low * (1 - PRICE_TOLERANCE) && priceUsd <= of.high * (1 + PRICE_TOLERANCE)) return undefined;
  const nearest = priceUsd < of.low ? of.low : of.high;
  return {
    size: Math.abs(sold.value - of.proceedsUsd / nearest),
    sentence:
      `${stretch(of.start, of.end)}: ${words(of.proceedsUsd)} USD for ${words(sold.value)} BTC is ${words(priceUsd)} USD ` +
      `each, while month-end prices ran from ${words(of.low)} to ${words(of.high)}.`,
    rows: [of.row, ...sold.parts],
  };
};

/** Without it, the proceeds need at least so many coins, and no more can have left than were there. */
const againstCoins = (record: MinerRecord, of: Stretch): Found | undefined => {
  const count = (day: Day): number => record.asOf(of.miner, record.metricIndex(HOLDINGS), day);
  const [opening, closing] = [count(of.start - 1), count(of.end)];
  if (opening < 0 || record.periodEnd(opening) !== of.start - 1 || record.periodEnd(closing) !== of.end)
    return undefined;
  const mined = minedAtMost(record, of);
  if (!mined) return undefined;
  const bought = overPeriod(record, of.miner, record.metricIndex("purchased_btc"), of.start, of.end);
  const held = { before: record.value(opening), after: record.value(closing) };
  const gone = held.before + mined.btc + (bought?.value ?? 0) - held.after;
  const atLeast = of.proceedsUsd / (of.high * (1 + PRICE_TOLERANCE));
  const atMost = of.proceedsUsd / (of.low * (1 - PRICE_TOLERANCE));
  const tooFewGone = atLeast - gone;
  const tooManyGone = mined.isExact ? gone - atMost : 0;
  if (Math.max(tooFewGone, tooManyGone) <= SMALL_BTC) return undefined;
  const coins =
    `${words(held.before)} BTC became ${words(held.after)} with ${mined.words} and ` +
    (bought ? `${words(bought.value)} bought` : "no purchase reported");
  const needed = `${words(of.proceedsUsd)} USD of proceeds take`;
  const sentence =
    tooFewGone > 0
      ? `${needed} at least ${words(atLeast)} BTC at the prices of the time, but ${coins}: ` +
        (gone > 0 ? `no more than ${words(gone)} can have been sold.` : "none can have been sold.")
      : `${needed} at most ${words(atMost)} BTC at the prices of the time, but ${coins}: ${words(gone)} are gone.`;
  return {
    size: Math.max(tooFewGone, tooManyGone),
    sentence: `${stretch(of.start, of.end)}: ${sentence}`,
    rows: [of.row, opening, closing, ...mined.rows, ...(bought?.parts ?? [])],
  };
};

/** Coins mined as reported; else no more than mining revenue, or all revenue, could have been at the lowest price. */
const minedAtMost = (record: MinerRecord, of: Stretch) => {
  const over = (metric: string) => overPeriod(record, of.miner, record.metricIndex(metric), of.start, of.end);
  const mined = over("produced_btc");
  if (mined) return { btc: mined.value, isExact: true, words: `${words(mined.value)} mined`, rows: mined.parts };
  const mining = over("mining_revenue_usd");
  const revenue = mining ?? over("total_revenue_usd");
  if (!revenue) return undefined;
  const btc = revenue.value / (of.low * (1 - PRICE_TOLERANCE));
  const kind = mining ? "mining revenue" : "revenue of every kind";
  const said = `at most ${words(btc)} mined (${words(revenue.value)} USD ${kind})`;
  return { btc, isExact: false, words: said, rows: revenue.parts };
};
