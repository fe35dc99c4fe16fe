// OVERHANGREPORT: the overhang on one screen: how much, how encumbered, what the market makes of it, how old the data is.
import { isoOf, type Day } from "../../common/days";
import { OLD_AFTER_DAYS } from "../../common/limits";
import { issuedBtc } from "../../model/chain/chain";
import { monthsOfIssuance } from "../../model/impact/impact";
import { optionalMiners, rollOfAll, type Basket } from "../baskets";
import type { Cell } from "../cells";
import { claimsOnAll } from "../claims";
import { spilling } from "../define";
import { BTC, COUNT, date as dateCell, rich, SHARE, spoken, USD } from "../formats";
import { coinAge, dayFor, propertiesOf } from "../holdings";
import { marketOn, noMarket } from "../market";
import { headers, knownBy, onDate, unit } from "../record/common";
import { record } from "../session";
import { exposuresOf, method, overhangTotal, share } from "./exposure";
import { marketRows } from "./overhang-market";

/** How the sum of all comes about, for who counts the miners. */
const rollWords = (basket: Basket, day: Day, knownBy: Day): string => {
  if (basket.kind !== "group" || basket.group !== "ALL") return "";
  const { members, counted, insideParent, ended } = rollOfAll(day, knownBy);
  return `; ${members} in ALL, ${counted} with a count of their own, ${insideParent} inside its parent${ended > 0 ? `, ${ended} ended` : ""}`;
};

export const OVERHANGREPORT = spilling(
  {
    id: "OVERHANGREPORT",
    group: "scenarios",
    summary:
      "The overhang on one screen: BTC, USD, pledged share, days of volume, price impact as a range, age of the data.",
    details:
      "Impact is always a range: two readings (the square-root law for one sale without decay; the flow reading, 3.4 % for each billion USD) over three definitions of volume that lie a factor of thirty apart. They are readings, not bounds. Unknown is not free: coins not reported as either pledged or free are shown separately. Where the record has no price within 45 days of a named day, rows that need one are blank and say so. Unit sets the unit in which amounts of coins are shown.",
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
    const on = { day, knownBy: knownDay, isNamed: asked !== undefined };
    const price = marketOn("price", on);
    if (!price && by === "FUNDING") throw noMarket("price", on);
    const exposures = exposuresOf(basket, by, part, day, knownDay, price?.value ?? 0);
    const btc = overhangTotal(exposures);
    const counted = exposures.filter((one) => one.overhangBtc > 0);
    const claims = claimsOnAll(counted, day, knownDay);
    const age = coinAge(counted, day);
    const amount = (coins: number): Cell =>
      inUnit === "BTC" ? rich(coins, BTC) : price ? rich(coins * price.value, USD) : "";
    const height = record().market("epoch_height", marketDay);
    const subsidy = record().market("subsidy", marketDay)?.value;
    const oldest = counted.reduce<number | undefined>(
      (old, one) => (old === undefined || record().periodEnd(one.row) < record().periodEnd(old) ? one.row : old),
      undefined,
    );
    const rows: Cell[][] = [
      ["Overhang", rich(btc, BTC), "BTC", `${by.toLowerCase()}, ${basket.label}, ${isoOf(day)}`],
      [
        "Overhang in USD",
        price ? rich(btc * price.value, USD) : "",
        "USD",
        price ? `at ${spoken(Math.round(price.value))} USD, ${isoOf(price.day)}` : noMarket("price", on).message,
      ],
      ["Of it encumbered", amount(claims.encumberedBtc), inUnit, "pledged, loaned or restricted, as last reported"],
      ["Free", amount(claims.freeBtc), inUnit, "reported as such, or left by an encumbrance of the count's own date"],
      ["Not told", amount(claims.notToldBtc), inUnit, "not reported: unknown is not free"],
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
    rows.push(
      ...marketRows(btc, price, on),
      [
        "Miners counted",
        rich(counted.length, COUNT),
        "miners",
        `with coins that may come${rollWords(basket, day, knownDay)}`,
      ],
      [
        "Oldest report",
        oldest === undefined ? "" : dateCell(record().periodEnd(oldest), () => propertiesOf(oldest, day)),
        "date",
        oldest === undefined
          ? ""
          : `${record().observation(oldest).ticker}, ${day - record().periodEnd(oldest)} days before`,
      ],
      ["Average age", age ? rich(age.weightedDays, COUNT) : "", "days", "of the counts, each weighted by its coins"],
      [
        `Reports older than ${OLD_AFTER_DAYS} days`,
        rich(age?.shareOld ?? 0, SHARE),
        "share of BTC",
        `carried forward over ${OLD_AFTER_DAYS} days`,
      ],
    );
    return withHeaders ? [["Measure", "Value", "Unit", "How"], ...rows] : rows;
  },
);
