// MINERESTIMATE: known answers, its band, what stands behind it, and its errors.
import { describe, expect, it } from "vitest";
import { record } from "../../src/functions";
import { withToldRows } from "../estimate/told-rows";
import { ask, sentence, table } from "./ask";
import { behind } from "./behind";
import { withRecord } from "./record-as-of";
import { smallRecord } from "../data/small";

const BAND = [[0.05, 0.5, 0.95]];
const told = <T>(run: () => T): T => withRecord(withToldRows(), run);

// Worked out twice, by independent implementations, on the record of 2026-11-22.
describe("MINERESTIMATE", () => {
  it.each([
    ["ALL", "2026-11-22", null, 64_765.148785, 82_013.721313, 99_262.293841],
    ["ALL", "2026-03-31", "2026-03-31", 108_405.493382, 120_915.095877, 133_424.698371],
    ["ALL", "2024-12-31", "2024-12-31", 62_559.022893, 68_701.316204, 74_843.609515],
    ["MARA", "2026-11-22", null, 22_585.236033, 36_013.593407, 49_441.95078],
    ["RIOT", "2026-11-22", null, 2_391.644778, 8_851.263736, 15_310.882695],
    ["CORZ", "2026-11-22", null, 0, 869.096774, 3_581.906281],
  ])("of %s on %s, known by %s, has its band", (miners, date, known, ...band) => {
    const found = table("MINERESTIMATE", miners, date, "BTC", known, BAND)[0] ?? [];
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(Number(band[i]), 5);
    });
  });

  it.each([
    ["2026-03-31", 85_238.364349, 97_747.966844, 110_257.569339],
    ["2024-12-31", 85_661.298412, 89_511.622656, 93_361.9469],
  ])("of ALL on %s, with the sales and counts that were told by themselves, comes nearer", (date, ...band) => {
    const found = told(() => table("MINERESTIMATE", "ALL", date, "BTC", date, BAND)[0] ?? []);
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(Number(band[i]), 5);
    });
  });

  it("widens evenly from 0.25 and 0.75 to 0.05 and 0.95", () => {
    const [low, quarter, middle, most, high] = table("MINERESTIMATE", "MARA", null, "BTC", null, [[0.05, 0.25, 0.5, 0.75, 0.95]])[0]?.map(Number) ?? []; // prettier-ignore
    const width = (high ?? 0) - (middle ?? 0);
    expect([low, quarter, most].map((value) => ((value ?? 0) - (middle ?? 0)) / width)).toEqual([
      expect.closeTo(-1, 9), expect.closeTo(-0.2, 9), expect.closeTo(0.2, 9),
    ]); // prettier-ignore
  });

  it("is the count on the day of a count", () => {
    for (const [ticker, date] of [
      ["MARA", "2025-12-31"],
      ["WULF", "2025-12-31"],
    ])
      // prettier-ignore
      expect(ask("MINERESTIMATE", ticker, date)).toBe(ask("MINERHOLDINGS", ticker, date));
    expect(behind("MINERESTIMATE", "MARA", "2025-12-31")).toMatchObject({ Status: "counted", Counted: 53_822 });
  });

  it("is worth the close of the date in USD", () => {
    const price = Number(ask("BTCNETWORK", "price", "2026-06-30"));
    const coins = Number(ask("MINERESTIMATE", "ALL", "2026-06-30"));
    expect(ask("MINERESTIMATE", "ALL", "2026-06-30", "USD")).toBeCloseTo(coins * price, 2);
    const usd = behind("MINERESTIMATE", "MARA", "2026-08-31", "USD");
    const btc = behind("MINERESTIMATE", "MARA", "2026-08-31");
    const low = (of: typeof usd) => (of["Low"] as { value: number }).value;
    expect(low(usd) / low(btc)).toBeCloseTo(Number(ask("BTCNETWORK", "price", "2026-08-31")), 6);
  });

  it("says of one miner how it came to be", () => {
    const mara = behind("MINERESTIMATE", "MARA");
    expect(mara).toMatchObject({ Status: "estimated, 145 days after the count", Counted: 35_577, "Dated sales": 0 });
    expect(mara["Pace"]).toBeCloseTo(3.010989, 6);
    expect(mara["Mined a day"]).toBeCloseTo(24.106849, 6);
    expect(behind("MINERESTIMATE", "CORZ")["Status"]).toMatch(/^rolled forward to 20\d\d-\d\d-\d\d$/);
    expect(told(() => behind("MINERESTIMATE", "MARA", "2024-12-20")["Status"])).toBe("told between reports");
    expect(told(() => behind("MINERESTIMATE", "MARA", "2026-03-31", null, "2026-03-31")["Dated sales"])).toBe(15_133);
  });

  it("says of a group what was counted, and each part", () => {
    const all = behind("MINERESTIMATE", "ALL");
    expect(all).toMatchObject({ Status: "estimated sum", Counted: ask("MINERHOLDINGS", "ALL"), Band: "90 %" });
    expect(all["MARA"]).toBe("36,014 BTC, estimated, 145 days after the count");
    expect(Number(all["Carried forward over 120 days"])).toBeGreaterThan(0);
  });

  it("is never called reported", () => {
    const counted = record().miners.filter(({ ticker }) => typeof ask("MINERHOLDINGS", ticker) === "number");
    expect(counted.length).toBeGreaterThan(15);
    for (const { ticker } of [{ ticker: "ALL" }, { ticker: "MARA,RIOT" }, ...counted])
      expect(JSON.stringify(behind("MINERESTIMATE", ticker)), ticker).not.toMatch(/"Status":"[^"]*reported/);
  });

  it("leaves counts as they are", () => {
    expect(Math.round(Number(ask("MINERHOLDINGS", "ALL")))).toBe(86_562);
    expect(Math.round(Number(ask("OVERHANG")))).toBe(86_562);
  });
});

describe("MINERESTIMATE with arguments that do not fit", () => {
  it.each([0.3, 0, 1, 5, 95, -0.05, "median", true])("takes %s for no percentile", (percentile) => {
    expect(sentence("MINERESTIMATE", "MARA", null, null, null, percentile)).toMatch(
      /^#VALUE! percentile must be one of 0.05, 0.25, 0.5, 0.75, 0.95, not /,
    );
  });

  it("has the errors of MINERHOLDINGS", () => {
    for (const args of [
      ["MARRA"],
      ["MARA", "2009-01-03"],
      ["ABTC", "2023-12-31"],
      ["MARA", "soon"],
      ["MARA", null, "EUR"],
    ])
      // prettier-ignore
      expect(sentence("MINERESTIMATE", ...args)).toBe(sentence("MINERHOLDINGS", ...args));
  });

  it("says of a group without counts from when on there is one", () => {
    expect(sentence("MINERESTIMATE", "PIVOT", "2023-03-31")).toMatch(/^#N\/A No miner of PIVOT has a BTC report/);
  });
});

describe("MINERESTIMATE of a small record", () => {
  const count = (ticker: string, end: string, btc: number): string =>
    `${ticker},holdings_btc,month,${end},${btc},${end},s1,,,`;
  const mined = (ticker: string, end: string, btc: number): string =>
    `${ticker},produced_btc,month,${end},${btc},${end},s1,,,`;
  const within = <T>(reports: readonly string[], run: () => T): T => withRecord(smallRecord({ reports }), run);
  const at = (ticker: string, date: string, percentile: number): string | number =>
    Number.isFinite(ask("MINERESTIMATE", ticker, date, null, null, percentile))
      ? Number(ask("MINERESTIMATE", ticker, date, null, null, percentile))
      : sentence("MINERESTIMATE", ticker, date, null, null, percentile);

  it("carries the one count of a miner, without a pace", () => {
    within([count("AAA", "2026-03-31", 100), mined("AAA", "2026-03-31", 31)], () => {
      expect(at("AAA", "2026-06-30", 0.5)).toBe(100);
      // 91 days, 1 BTC a day: w = 91 * sqrt(100).
      expect([at("AAA", "2026-06-30", 0.05), at("AAA", "2026-06-30", 0.95)]).toEqual([9, 191]);
      expect(behind("MINERESTIMATE", "AAA", "2026-06-30")["Pace"]).toBe(0);
    });
  });

  it("has no band without a reported production, and says so", () => {
    within([count("AAA", "2026-02-28", 90), count("AAA", "2026-03-31", 100)], () => {
      expect(at("AAA", "2026-06-30", 0.5)).toBe(100);
      expect(at("AAA", "2026-06-30", 0.95)).toBe(
        "#N/A No production of AAA is reported: its estimate has no band. Ask for 0.5.",
      );
      expect(behind("MINERESTIMATE", "AAA", "2026-06-30")["Band"]).toMatch(/^none/);
    });
  });

  it("names in a sum the miners without a band, and does not widen it by them", () => {
    const reports = [count("AAA", "2026-03-31", 100), mined("AAA", "2026-03-31", 31), count("BBB", "2026-03-31", 50)];
    within(reports, () => {
      expect([at("AAA,BBB", "2026-06-30", 0.05), at("AAA,BBB", "2026-06-30", 0.95)]).toEqual([59, 241]);
      expect(behind("MINERESTIMATE", "AAA,BBB", "2026-06-30")["Without a band"]).toBe("BBB");
    });
  });

  it("goes on rising at the pace of its counts, but not faster than it mines", () => {
    const reports = [count("AAA", "2026-02-28", 90), count("AAA", "2026-03-31", 121), mined("AAA", "2026-03-31", 15.5)];
    within(reports, () => {
      // One coin a day between the counts, half a coin mined: 121 + 0.5 * 30.
      expect(at("AAA", "2026-04-30", 0.5)).toBe(136);
    });
  });

  it("falls on only where the interval before fell too, and not below nothing", () => {
    const falls = [count("AAA", "2026-02-28", 62), count("AAA", "2026-03-31", 31), mined("AAA", "2026-03-31", 31)];
    within(falls, () => {
      expect(at("AAA", "2026-04-30", 0.5)).toBe(31);
    });
    within([count("AAA", "2026-01-31", 90), ...falls], () => {
      expect(at("AAA", "2026-04-30", 0.5)).toBe(1);
      expect(at("AAA", "2026-09-30", 0.5)).toBe(0);
      expect(at("AAA", "2026-09-30", 0.05)).toBe(0);
    });
  });
});
