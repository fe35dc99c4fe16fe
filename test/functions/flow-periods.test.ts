// One column, one period: a flow is a number of a quarter unless asked otherwise, and its period stands behind it.
import { describe, expect, it } from "vitest";
import { dayOfIso, isoOf, serialOf } from "../../src/common/days";
import { functionCalled, isRich, record, type Properties } from "../../src/functions";
import { ask, sentence, table } from "./ask";
import { behind } from "./behind";

const FIVE = [["MARA"], ["RIOT"], ["CLSK"], ["HUT"], ["CORZ"]];
const periods = (...args: unknown[]): unknown[] =>
  (functionCalled("MINERDATA")?.evaluate([FIVE, "produced_btc", ...args]) ?? []).map(([cell]) =>
    typeof cell === "object" && isRich(cell) ? cell.properties?.()["Period"] : cell,
  );
const serial = (iso: string): number => serialOf(dayOfIso(iso) ?? NaN);
const iso = (cell: unknown): string => isoOf(Number(cell) - serialOf(0));

describe("a column of coins mined", () => {
  it("is of quarters without a date, each by its name", () => {
    // MARA: the year 8,799 less 2,286, 2,358 and 2,144. CLSK: 586 + 593 + 529. CORZ: 256 + 215 + 247.
    expect(table("MINERDATA", FIVE, "produced_btc")).toEqual([[2_011], [1_587], [1_708], [135], [718]]);
    expect(periods()).toEqual(["2025-12-31", "2026-06-30", "2026-09-30", "2025-03-31", "2025-03-31"].map((end) => `quarter to ${end}`)); // prettier-ignore
  });

  it("is of twelve months with LTM, or says what would answer", () => {
    expect(table("MINERDATA", FIVE, "produced_btc", null, null, "LTM")).toEqual([[8_799], [5_791], [7_253], ["#N/A"], [4_487]]); // prettier-ignore
    expect(sentence("MINERDATA", "HUT", "produced_btc", null, null, "LTM")).toMatch(/^#N\/A No produced_btc of HUT for the twelve months .*With period "M", "Q", "H", "YTD" there is an answer\.$/); // prettier-ignore
  });

  it("is the newest report of any length with REPORTED", () => {
    expect(table("MINERDATA", FIVE, "produced_btc", null, null, "REPORTED")).toEqual([[8_799], [1_587], [529], [135], [247]]); // prettier-ignore
  });

  it("takes the newest that had ended by a plain day, and what was known then", () => {
    expect(ask("MINERDATA", "RIOT", "produced_btc", "2025-11-15")).toBe(1_406);
    // The third quarter was published on 2025-10-30.
    expect(ask("MINERDATA", "RIOT", "produced_btc", "2025-11-15", "2025-10-29")).toBe(484 + 477 + 445);
    expect(ask("MINERDATA", "RIOT", "produced_btc", "2025-11-15", "2025-09-30")).toBe(1_426);
  });

  it("is refused where date and period name unlike ones", () => {
    expect(sentence("MINERDATA", "MARA", "produced_btc", "2025Q3", null, "M")).toBe('#VALUE! The date names a quarter, but period says M: leave period out, or give the day ("2025-09-30").'); // prettier-ignore
    expect(ask("MINERDATA", "MARA", "produced_btc", "2025Q3", null, "Q")).toBe(2_144);
    expect(ask("MINERDATA", "MARA", "produced_btc", "2025Q3", null, "REPORTED")).toBe(2_144);
  });
});

describe("a figure that was put together", () => {
  it("names its parts, and what was taken away", () => {
    expect(behind("MINERDATA", "CLSK", "produced_btc")).toMatchObject({ Status: "summed", Parts: 3, "CLSK month to 2026-08-31": "593 BTC, month to 2026-08-31" }); // prettier-ignore
    expect(behind("MINERDATA", "MARA", "produced_btc", "2025Q4")).toMatchObject({
      Status: "derived",
      Period: "quarter to 2025-12-31",
      "MARA year to 2025-12-31": "8,799 BTC, year to 2025-12-31",
      "less MARA quarter to 2025-09-30": "2,144 BTC, quarter to 2025-09-30",
    });
  });

  it("has rows in MINERSOURCE that add up to it, those taken away with a minus", () => {
    for (const { ticker } of record().miners) {
      for (const metric of ["produced_btc", "total_revenue_usd", "sold_btc"]) {
        for (const period of ["Q", "H", "Y", "LTM", "YTD"]) {
          const value = ask("MINERDATA", ticker, metric, null, null, period);
          if (value === "#N/A") continue;
          const sum = table("MINERSOURCE", ticker, metric, null, period).reduce((all, row) => all + Number(row[8]), 0);
          expect(sum, `${ticker} ${metric} ${period}`).toBeCloseTo(Number(value), 6);
        }
      }
    }
  });

  it("never spans a hole", () => {
    // Nothing was told of Hut 8's fourth quarter of 2024.
    expect(ask("MINERDATA", "HUT", "produced_btc", "2024Q4")).toBe("#N/A");
    expect(ask("MINERDATA", "HUT", "produced_btc", "2024")).toBe("#N/A");
  });
});

describe("several miners together", () => {
  it("are asked over one calendar quarter: of a list the newest that each of them has", () => {
    expect(ask("MINERDATA", "MARA,RIOT", "produced_btc")).toBe(2_011 + 437 + 428 + 460);
    expect(behind("MINERDATA", "MARA,RIOT", "produced_btc")["Period"]).toBe("quarter to 2025-12-31");
    expect(sentence("MINERDATA", "CORZ,ABTC", "produced_btc")).toMatch(/^#N\/A No quarter has produced_btc of every miner of CORZ,ABTC\. The newest of each: CORZ to 2025-03-31, ABTC to 2026-03-31\./); // prettier-ignore
  });

  it("are asked over the newest quarter that half of a group has, and the rest is named", () => {
    const about = behind("MINERDATA", "ALL", "produced_btc");
    expect(about).toMatchObject({ Status: "summed", Period: "quarter to 2025-12-31", "Not told": "ARBK, BTBT, CAN, CIFR, CORZ, HUT, IREN, KEEL, LMFA" }); // prettier-ignore
    const each = ["BTDR", "CANG", "CLSK", "DMGI", "FUFU", "HIVE", "MARA", "RIOT", "WULF"];
    const sum = each.reduce((all, ticker) => all + Number(ask("MINERDATA", ticker, "produced_btc", "2025Q4")), 0);
    expect(ask("MINERDATA", "ALL", "produced_btc")).toBeCloseTo(sum, 9);
    expect(ask("MINERDATA", "ALL", "produced_btc", "2026Q1")).not.toBe("#N/A");
  });
});

describe("a fiscal year", () => {
  const level = (ticker: string): unknown[] => [
    ask("MINERHOLDINGS", ticker, "FY2025"),
    ask("MINERDATA", ticker, "holdings_btc", "FY2025"),
    table("MINERFLOW", ticker, "FY2025", null, false)[0]?.[7],
    table("MINERHISTORY", ticker, null, "FY2025", "FY2025", "Y", null, false)[0]?.[1],
    table("MINERSOURCE", ticker, null, "FY2025")[0]?.[8],
  ];

  it.each([
    ["CLSK", "2025-09-30", 13_011],
    ["HIVE", "2025-03-31", 2_620],
    ["DMGI", "2025-09-30", 341],
  ])("of %s ends on %s in every function", (ticker, end, btc) => {
    expect(level(ticker)).toEqual([btc, btc, btc, btc, btc]);
    expect(iso(table("MINERHISTORY", ticker, null, "FY2025", "FY2025", "Y", null, false)[0]?.[0])).toBe(end);
  });

  it("of IREN ends in June: no coins were counted by then, and its mining is that of July to June", () => {
    expect(ask("MINERHOLDINGS", "IREN", "FY2025")).toBe("#N/A");
    expect(ask("MINERDATA", "IREN", "holdings_btc", "FY2025")).toBe("#N/A");
    expect(ask("MINERDATA", "IREN", "produced_btc", "FY2025")).toBe(5_499);
    expect(table("MINERFLOW", "IREN", "FY2025", null, false)[0]?.[3]).toBe(5_499);
    expect(table("MINERHISTORY", "IREN", "produced_btc", "FY2025", "FY2025", "Y", null, false)[0]).toEqual([serial("2025-06-30"), 5_499]); // prettier-ignore
  });

  it("has halves and quarters of its own", () => {
    // IREN's first half of 2026 is July to December 2025: 240.3 + 184.7 million USD.
    expect(ask("MINERDATA", "IREN", "total_revenue_usd", "FY2026H1")).toBe(425_000_000);
    expect(ask("MINERDATA", "IREN", "total_revenue_usd", "FY2026Q1")).toBe(240_300_000);
    expect(ask("MINERDATA", "IREN", "total_revenue_usd", null, null, "H")).toBe(707_007_000 - 425_000_000);
    expect(behind("MINERDATA", "CLSK", "produced_btc", null, null, "H")["Period"]).toBe("half to 2026-09-30");
  });

  it("of unlike companies together is the calendar's", () => {
    expect(ask("MINERDATA", "CLSK,DMGI", "holdings_btc", "FY2025")).toBe(13_011 + 341);
    expect(ask("MINERDATA", "CLSK,MARA", "holdings_btc", "FY2025")).toBe(ask("MINERDATA", "CLSK,MARA", "holdings_btc", "2025-12-31")); // prettier-ignore
  });
});

describe("a period as start or end", () => {
  it("begins on its first day and ends on its last", () => {
    const months = table("MINERHISTORY", "MARA", null, "2023", "2023", "M", null, false);
    expect([iso(months[0]?.[0]), iso(months.at(-1)?.[0]), months.length]).toEqual(["2023-01-31", "2023-12-31", 12]);
    const prices = table("BTCNETWORK", "price", "2025Q1", "2025Q1", "M", false).map(([date]) => iso(date));
    expect(prices).toEqual(["2025-01-31", "2025-02-28", "2025-03-31"]);
    expect(table("MINEREVENTS", "MARA", null, "2025", "2025")).toEqual(table("MINEREVENTS", "MARA", null, "2025-01-01", "2025-12-31")); // prettier-ignore
    expect(iso(table("BACKTEST", "hold", "2025", "price", false)[0]?.[0])).toBe("2025-01-31");
    expect(iso(ask("SCENARIOVALUE", [["start", "2025"]], "date", 0))).toBe("2025-01-01");
  });
});

describe("MINERHISTORY", () => {
  it("gives the twelve months or the year to date before each row", () => {
    const rows = table("MINERHISTORY", "CLSK", "produced_btc", "2025Q4", "2026Q3", "Q", null, false, null, "LTM");
    for (const [date, value] of rows) {
      expect(value, iso(date)).toBe(ask("MINERDATA", "CLSK", "produced_btc", date, null, "LTM"));
    }
    const toDate = table("MINERHISTORY", "RIOT", "produced_btc", "2025Q3", "2025Q3", "Q", null, false, null, "YTD");
    expect(toDate[0]?.[1]).toBe(1_530 + 1_426 + 1_406);
  });

  it("refuses a period beside another frequency", () => {
    expect(sentence("MINERHISTORY", "CLSK", "produced_btc", "2025", "2025", "M", null, null, null, "Q")).toMatch(/^#VALUE! period says Q, frequency M: in a history the frequency is the period\./); // prettier-ignore
  });
});

it("says of a day after the record that it is", () => {
  expect(behind("MINERHOLDINGS", "MARA", "2027-01-31")["Status"]).toBe("carried forward 215 days, after the record");
  expect(behind("MINERHOLDINGS", "ALL", "2027-01-31")["Status"]).toBe("summed, after the record");
  expect(behind("MINERDATA", "RIOT", "produced_btc", "2027-01-31")["Status"]).toBe("reported, after the record");
  const about: Properties = behind("MINERHOLDINGS", "MARA", "2026-11-22");
  expect(about["Status"]).toBe("carried forward 145 days");
});
