// OVERHANGREPORT: the overhang on one screen: how much, how encumbered, what the market makes of it, how old the data is.
import { isoOf, type Day } from "../../common/days";
import { OLD_AFTER_DAYS } from "../../common/limits";
import { issuedBtc } from "../../model/chain/chain";
import { absorptionDays, flowImpact, monthsOfIssuance, priceFall, sqrtImpact } from "../../model/impact/impact";
import { coverage } from "../../model/impact/overhang";
import { REAL_VOLUME_USD, standardOf } from "../assumed";
import { optionalMiners } from "../baskets";
import type { Cell } from "../cells";
import { spilling } from "../define";
import { BTC, COUNT, date as dateCell, rich, SHARE, spoken, USD } from "../formats";
import { dayFor, priceAt, propertiesOf } from "../holdings";
import { headers, knownBy, onDate, unit } from "../record/common";
import { record } from "../session";
import { exposuresOf, method, overhangTotal, share } from "./exposure";
import { knownAt } from "./starting";

const PARTICIPATION = 0.05;
const FLOW_BETA = standardOf("flow_beta");

interface Volume {
  readonly name: string;
  readonly usd: number;
  readonly from: string;
}

const volumesAt = (day: Day): Volume[] => {
  const stored = (series: string, name: string): Volume[] => {
    const found = record().market(series, day);
    return found ? [{ name, usd: found.value, from: `month to ${isoOf(found.day)}` }] : [];
  };
  return [
    ...stored("volume_btcusd_usd", "BTC/USD pairs only"),
    { name: "real, all quotes", usd: REAL_VOLUME_USD, from: "assumption: 8 billion USD a day" },
    ...stored("volume_reported_usd", "as reported"),
  ];
};

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

export const OVERHANGREPORT = spilling(
  {
    id: "OVERHANGREPORT",
    group: "scenarios",
    summary:
      "The overhang on one screen: BTC, USD, pledged part, days of volume, price impact as a range, age of the data.",
    details:
      "Impact is always a range: two readings (the square-root law for one sale without decay; the flow reading, 3.4 % for each billion USD) over three definitions of volume that lie a factor of thirty apart. They are readings, not bounds. Unit sets in what the amounts of coins are shown.",
    result: "One row a measure: what, value, unit, and how it comes about.",
    errors: [
      { code: "#VALUE!", when: "unknown miner or method, share outside 0 to 1" },
      { code: "#N/A", when: "no report, price or volatility at or before the date" },
    ],
    examples: [
      {
        formula: '=OVERHANGREPORT("ALL","PIVOT",1,"2026-03-14",,"2026-03-14")',
        shows: "Measure",
        says: "The article's thesis, with what was known that day.",
      },
      { formula: "=OVERHANGREPORT()", shows: "Measure", says: "All treasuries, latest reports." },
    ],
  },
  [optionalMiners(), method, share, onDate, unit, knownBy, headers],
  (basket, by, part, asked, inUnit, known, withHeaders) => {
    const day = dayFor(basket, asked);
    const knownDay = known?.day ?? Infinity;
    const marketDay = Math.min(day, knownDay);
    const price = priceAt(marketDay);
    const exposures = exposuresOf(basket, by, part, day, knownDay, price.value);
    const btc = overhangTotal(exposures);
    const counted = exposures.filter((one) => one.overhangBtc > 0);
    const encumbered = counted.reduce(
      (sum, one) => sum + Math.min(knownAt(one.miner, day, knownDay).encumberedBtc, one.overhangBtc),
      0,
    );
    const reach = coverage(
      counted.map(({ btc: held, row }) => ({ holdingsBtc: held, reportDay: record().periodEnd(row) })),
      day,
    );
    const amount = (coins: number): Cell => (inUnit === "BTC" ? rich(coins, BTC) : rich(coins * price.value, USD));
    const volatility = record().market("volatility_365d", marketDay)?.value;
    const height = record().market("epoch_height", marketDay);
    const subsidy = record().market("subsidy", marketDay)?.value;
    const flowFall = priceFall(flowImpact(btc, price.value, FLOW_BETA));
    const volumes = volumesAt(marketDay);
    const falls = volumes.map(({ usd }) =>
      volatility === undefined ? undefined : priceFall(sqrtImpact(btc, usd / price.value, volatility)),
    );
    const all = [...falls.filter((fall) => fall !== undefined), flowFall];
    const oldest = counted.reduce<number | undefined>(
      (old, one) => (old === undefined || record().periodEnd(one.row) < record().periodEnd(old) ? one.row : old),
      undefined,
    );
    const rows: Cell[][] = [
      ["Overhang", rich(btc, BTC), "BTC", `${by.toLowerCase()}, ${basket.label}, ${isoOf(day)}`],
      [
        "Overhang in USD",
        rich(btc * price.value, USD),
        "USD",
        `at ${spoken(Math.round(price.value))} USD, ${isoOf(price.day)}`,
      ],
      ["Of it encumbered", amount(encumbered), inUnit, "pledged, loaned or restricted, where reported"],
      ["Free", amount(btc - encumbered), inUnit, "the rest"],
    ];
    if (height) {
      const issued = issuedBtc(height.value);
      rows.push([
        "Share of all coins",
        rich(btc / issued, "0.00%"),
        "share",
        `of ${spoken(Math.round(issued))} issued by block ${height.value}`,
      ]);
    }
    if (subsidy)
      rows.push([
        "Months of issuance",
        rich(monthsOfIssuance(btc, subsidy), "0.0"),
        "months",
        `at ${subsidy} BTC a block`,
      ]);
    volumes.forEach(({ name, usd, from }) => {
      rows.push([
        `Days at 5 % of volume, ${name}`,
        rich(absorptionDays(btc, PARTICIPATION, usd / price.value), "#,##0.0"),
        "days",
        `${(usd / 1e9).toFixed(1)} billion USD a day, ${from}`,
      ]);
    });
    rows.push([
      "Price fall, from and to",
      all.length > 1 ? `${percent(Math.min(...all))} to ${percent(Math.max(...all))}` : percent(flowFall),
      "share",
      "both readings over all volumes: a range of views, not of chance",
    ]);
    volumes.forEach(({ name }, i) => {
      const fall = falls[i];
      rows.push([
        `Square-root law, ${name}`,
        fall === undefined ? "" : rich(fall, SHARE),
        "share",
        volatility === undefined
          ? "no volatility in the record"
          : `Y = 1, ${(100 * volatility).toFixed(2)} % a day, before decay`,
      ]);
    });
    rows.push(
      ["Flow reading", rich(flowFall, SHARE), "share", "3.4 % for each billion USD sold, never decaying"],
      ["Miners counted", rich(reach.miners, COUNT), "miners", "with coins that may come"],
      [
        "Oldest report",
        oldest === undefined ? "" : dateCell(record().periodEnd(oldest), () => propertiesOf(oldest, day)),
        "date",
        oldest === undefined
          ? ""
          : `${record().observation(oldest).ticker}, ${day - record().periodEnd(oldest)} days before`,
      ],
      [
        `Reports older than ${OLD_AFTER_DAYS} days`,
        rich(reach.staleShare, SHARE),
        "share of BTC",
        `carried forward over ${OLD_AFTER_DAYS} days`,
      ],
    );
    return withHeaders ? [["Measure", "Value", "Unit", "How"], ...rows] : rows;
  },
);
