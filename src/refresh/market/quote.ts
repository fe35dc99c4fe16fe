// The live market by the public interface of mempool.space (https://mempool.space/docs/api/rest). Asked for, never kept.
import { BLOCKS_PER_DAY } from "../../common/chain";
import { SECONDS_PER_DAY, type Day } from "../../common/days";
import { count } from "../../common/words";
import type { MinerRecord } from "../../data/record";
import type { MarketPoint, Source } from "../../data/rows";
import { download, safeAddress } from "../fetch/download";
import type { Environment } from "../environment";
import { RefreshError, refusal } from "../faults";
import { parseJson } from "../fetch/latest";
import { arePlausibleFees, isPlausible, isPlausibleDay } from "./plausible";
import { fits, isPositive, type Tests } from "../fetch/shape";

export const MARKET_HOME = "https://mempool.space/";
const LIMIT_BYTES = 1_000_000;

export interface Quote {
  /** Milliseconds since 1970 by the clock of mempool.space. */
  readonly takenAt: number;
  readonly points: readonly MarketPoint[];
  readonly source: Source;
  /** What of it is missing, and that the record stands in. */
  readonly sentences: readonly string[];
}

interface Prices {
  /** Seconds since 1970. */
  readonly time: number;
  readonly USD: number;
}
interface Hashrate {
  /** Hashes per second. */
  readonly currentHashrate: number;
  readonly currentDifficulty: number;
}
interface Rewards {
  /** Satoshi, a text of digits. */
  readonly totalFee: string | number;
}
const PRICES: Tests<Prices> = { time: isPositive, USD: isPositive };
const HASHRATE: Tests<Hashrate> = { currentHashrate: isPositive, currentDifficulty: isPositive };
const REWARDS: Tests<Rewards> = { totalFee: (value) => isPositive(Number(value)) };

export interface QuoteOptions {
  /** Without a quote: what a new one is held against. */
  readonly record: MinerRecord;
  /** By this computer's clock. */
  readonly today: Day;
  readonly signal?: AbortSignal | undefined;
  readonly home?: string;
}

/** Throws the sentence to show when there is no price that can be: it brings the time of the quote. */
export const fetchQuote = async (
  environment: Environment,
  { record, today, signal, home = MARKET_HOME }: QuoteOptions,
): Promise<Quote> => {
  const url = safeAddress(home);
  if (!url) throw refusal("address", home);
  const ask = async <Shape extends object>(path: string, tests: Tests<Shape>): Promise<Shape> => {
    const answer = await download(environment, new URL(path, url), { limitBytes: LIMIT_BYTES, signal });
    const json = parseJson(new TextDecoder().decode(answer?.bytes), url.host);
    if (!fits(json, tests)) throw refusal("unexpected", url.host);
    return json;
  };
  const [prices, hashrate, rewards] = await Promise.allSettled([
    ask("api/v1/prices", PRICES),
    ask("api/v1/mining/hashrate/3d", HASHRATE),
    // The record counts its fees over as many.
    ask(`api/v1/mining/reward-stats/${BLOCKS_PER_DAY}`, REWARDS),
  ]);
  if (prices.status === "rejected") throw asMarketFault(prices.reason);
  const { time, USD } = prices.value;
  const day = Math.floor(time / SECONDS_PER_DAY);
  if (!isPlausibleDay(day, record, today)) throw asMarketFault(refusal("odd-time", url.host));
  if (!isPlausible("price", USD, record)) throw asMarketFault(refusal("odd-price", url.host, count(USD)));
  const source: Source = { id: "mempool.space", title: "mempool.space, live", url: "https://mempool.space/" };
  const point = (series: string, value: number): MarketPoint => ({ series, day, value, source: source.id });
  const sentences: string[] = [];
  const points = [point("price", USD)];
  const instead = (what: string, why: string): void =>
    void sentences.push(`${what} ${why}; the record's own are used.`);
  if (hashrate.status === "rejected") instead("Hash rate and difficulty", "are missing");
  else {
    const ehs = hashrate.value.currentHashrate / 1e18;
    const { currentDifficulty } = hashrate.value;
    if (isPlausible("hashrate", ehs, record) && isPlausible("difficulty", currentDifficulty, record)) {
      points.push(point("hashrate", ehs), point("difficulty", currentDifficulty));
    } else instead("Hash rate and difficulty", "are implausible");
  }
  if (rewards.status === "rejected") instead("Fees", "are missing");
  else {
    const fees = Number(rewards.value.totalFee) / 1e8;
    if (arePlausibleFees(fees)) points.push(point("fees_btc_per_day", fees));
    else instead("Fees", "are implausible");
  }
  return { takenAt: time * 1000, points, source, sentences };
};

const asMarketFault = (reason: unknown): unknown =>
  reason instanceof RefreshError && reason.fault !== "cancelled" ? refusal("market-failed", reason.message) : reason;
