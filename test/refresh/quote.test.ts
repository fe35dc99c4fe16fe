// The live market over the record: asked for, dated by its own clock, dropped again, never kept.
import { describe, expect, test } from "vitest";
import { dayOf, isoOf } from "../../src/common/days";
import { fetchQuote } from "../../src/refresh/market/quote";
import { json, older, openRefresh, startHost, status, type Answers } from "./support";

// Shapes as documented at https://mempool.space/docs/api/rest (Price, Hashrate, Reward Stats).
const TAKEN = Date.UTC(2026, 10, 25, 9, 30) / 1000;
const answers = (): Answers => ({
  "/api/v1/prices": json({ time: TAKEN, USD: 91_234, EUR: 80_000 }),
  "/api/v1/mining/hashrate/3d": json({
    hashrates: [],
    currentHashrate: 1.05e21,
    currentDifficulty: 145_042_165_424_853.5,
  }),
  "/api/v1/mining/reward-stats/144": json({
    startBlock: 1,
    endBlock: 144,
    totalReward: "45360000000",
    totalFee: "360000000",
    totalTx: "500000",
  }),
});

const openMarket = async (changed: Answers = {}) => {
  const host = await startHost({ ...answers(), ...changed });
  const window = openRefresh({
    environment: { fetch: (address, init) => fetch(address.replace("https://mempool.space/", host.home), init) },
  });
  return { ...window, host };
};

describe("the live market", () => {
  test("is not asked for until the user does", async () => {
    const { host, refresh } = await openMarket();
    expect(refresh.state.quote).toBeUndefined();
    expect(host.requests).toEqual([]);
  });

  test("lays price, hash rate, difficulty and fees over the record in the record's units", async () => {
    const { refresh, show } = await openMarket();
    const quote = await refresh.askMarket();
    expect(quote.sentences).toEqual([]);
    expect(quote.takenAt).toBe(TAKEN * 1000);
    const { record } = refresh.state;
    const day = dayOf(2026, 11, 25);
    const read = (series: string) => record.market(series, day);
    expect(read("price")).toMatchObject({ value: 91_234, layer: "market", source: { title: "mempool.space, live" } });
    expect(read("hashrate")?.value).toBe(1050);
    expect(read("difficulty")?.value).toBe(145_042_165_424_853.5);
    expect(read("fees_btc_per_day")?.value).toBe(3.6);
    expect(record.market("price", day - 1)).toEqual(older.market("price", day - 1));
    expect(show.mock.calls.at(-1)?.[0]).toBe(record);
  });

  test("is dated by the answer, not by a clock that is wrong by a year", async () => {
    const { refresh, clock } = await openMarket();
    clock.now -= 365 * 86_400_000;
    const { points } = await refresh.askMarket();
    expect(points.map((point) => isoOf(point.day))).toEqual(Array(4).fill("2026-11-25"));
  });

  test("is never kept, and dropped on demand", async () => {
    const { refresh, storage } = await openMarket();
    await refresh.askMarket();
    expect(storage.texts.size).toBe(0);
    expect(openRefresh({ storage }).refresh.state.quote).toBeUndefined();
    refresh.dropMarket();
    expect(refresh.state.record).toBe(older);
  });

  test("uses what came and says what did not", async () => {
    const { refresh } = await openMarket({
      "/api/v1/mining/hashrate/3d": status(404),
      "/api/v1/mining/reward-stats/144": json({}),
    });
    const { points, sentences } = await refresh.askMarket();
    expect(points.map((point) => point.series)).toEqual(["price"]);
    expect(sentences).toEqual([
      "Hash rate and difficulty are missing; the record's own are used.",
      "Fees are missing; the record's own are used.",
    ]);
  });

  test("leaves out a hash rate and fees that cannot be, and says so", async () => {
    const { refresh } = await openMarket({
      "/api/v1/mining/hashrate/3d": json({ currentHashrate: 1.05e27, currentDifficulty: 1.45e14 }),
      "/api/v1/mining/reward-stats/144": json({ totalFee: "9e20" }),
    });
    const { points, sentences } = await refresh.askMarket();
    expect(points.map((point) => point.series)).toEqual(["price"]);
    expect(sentences).toEqual([
      "Hash rate and difficulty are implausible; the record's own are used.",
      "Fees are implausible; the record's own are used.",
    ]);
  });

  test.each<readonly [string, Answers[string], RegExp]>([
    ["refuses", status(429), /status 429.*or wait if you have made many requests/],
    ["has trouble", status(503), /an internal error/],
    ["answers with a price of nothing", json({ time: TAKEN, USD: 0 }), /does not understand/],
    ["answers with a time in the year 287168", json({ time: 9e12, USD: 91_234 }), /time that cannot be/],
    ["answers with a time in milliseconds", json({ time: TAKEN * 1000, USD: 91_234 }), /time that cannot be/],
    ["answers with a time before the record's own price", json({ time: 1.5e9, USD: 91_234 }), /time that cannot be/],
    ["answers with a time two years ahead", json({ time: TAKEN + 2 * 366 * 86_400, USD: 91_234 }), /cannot be/],
    ["answers with a price of 5 dollars", json({ time: TAKEN, USD: 5 }), /price of 5 USD, too far/],
    ["answers with a price of 9e12 dollars", json({ time: TAKEN, USD: 9e12 }), /too far from the record's newest/],
    ["answers with a page", json("<html>"), /web page/],
  ])("that %s leaves the record in use and says so", async (_, answer, what) => {
    const { refresh, show } = await openMarket({ "/api/v1/prices": answer });
    const before = refresh.state;
    await expect(refresh.askMarket()).rejects.toThrow(what);
    await expect(refresh.askMarket()).rejects.toThrow(/The record's own market figures are used.$/);
    expect(refresh.state).toBe(before);
    expect(show).not.toHaveBeenCalled();
  });

  test("can be cancelled", async () => {
    const { refresh } = await openMarket();
    await expect(refresh.askMarket(AbortSignal.abort())).rejects.toThrow(/^Cancelled/);
  });

  test("is asked by https only", async () => {
    const { environment } = { environment: {} as never };
    const options = { record: older, today: dayOf(2026, 11, 25), home: "http://mempool.space/" };
    await expect(fetchQuote(environment, options)).rejects.toThrow(/begins with https/);
  });
});
