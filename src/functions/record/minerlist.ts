// MINERLIST: who holds what, one row a miner.
import type { Day } from "../../common/days";
import { OLD_AFTER_DAYS } from "../../common/limits";
import { sumOf } from "../../common/sum";
import { counted } from "../../common/words";
import { optionalMiners, tickerOf } from "../baskets";
import type { Cell } from "../cells";
import { spilling } from "../define";
import { BTC, COUNT, date, percent, rich, SHARE, spoken } from "../formats";
import { coinAge, dayFor, heldOf, propertiesOf, propertiesOfSum, statusOf, total, type Holding } from "../holdings";
import { contractedMw } from "../leases";
import { record } from "../session";
import { flag, optional } from "../parameters";
import { headers, maxAge, onDate } from "./common";

const COLUMNS = ["Ticker", "Name", "BTC", "Share", "Reported", "Age (days)", "AI lease (MW)", "Status"];

const withTotal = optional(
  flag({
    name: "total",
    description: "TRUE for a last row: the sum, its age by weight, and its parts.",
    default: "FALSE",
  }),
  false,
);

/** The last row: the age is that of the coins, by weight; megawatts say of how many miners they are. */
const totalRow = (held: readonly Holding[], tooOld: readonly Holding[], day: Day): Cell[] => {
  const age = coinAge(held, day);
  const leases = held.flatMap(({ miner }) => contractedMw(miner, day) ?? []);
  const old = age ? `, ${percent(age.shareOld)} from reports over ${OLD_AFTER_DAYS} days old` : "";
  const left = tooOld.length === 0 ? "" : `; ${spoken(total(tooOld))} BTC of ${tooOld.length} left out as older`;
  return [
    "Total",
    counted(held.length, "miner"),
    rich(total(held), BTC, () => propertiesOfSum(held, day, tooOld)),
    rich(1, SHARE),
    "",
    age ? rich(age.weightedDays, COUNT) : "",
    leases.length === 0 ? "" : rich(sumOf(leases), COUNT),
    `by weight${old}; megawatts of ${leases.length}${left}`,
  ];
};

export const MINERLIST = spilling(
  {
    id: "MINERLIST",
    group: "record",
    summary: "Table of miners: BTC held, share of all, date and age of the report, contracted AI megawatts.",
    details:
      "Largest treasury first. Age counts from the report's period end to the date asked for. AI lease is critical IT load under signed contracts, as last reported or announced by the date; blank where none is known. max_age leaves older reports out. total adds a last row: the sum, its age weighted by coins, and how much of it comes from old reports.",
    result: "One row a miner, eight columns.",
    errors: [
      { code: "#VALUE!", when: "unknown group or miner" },
      { code: "#N/A", when: "no member has a report at or before the date" },
    ],
    examples: [
      { formula: '=MINERLIST("ALL","2025-12-31")', shows: "Ticker", says: "Every miner with a report, MARA on top." },
      {
        formula: '=MINERLIST("PIVOT",,FALSE)',
        shows: "",
        says: "Miners with a signed AI lease, without the first row.",
      },
    ],
  },
  [
    optionalMiners({ name: "group", description: 'ALL, PIVOT, HOLDERS, or miners in one text ("CORZ,WULF").' }),
    onDate,
    headers,
    maxAge,
    withTotal,
  ],
  (basket, asked, withHeaders, oldest, totalled) => {
    const day = dayFor(basket, asked);
    const { held: found, tooOld } = heldOf(basket, day, undefined, oldest);
    const held = [...found].sort((a, b) => b.btc - a.btc);
    const all = total(held);
    const rows = held.map(({ miner, row, btc }): Cell[] => {
      const reading = record().reading(row);
      const megawatts = contractedMw(miner, day);
      return [
        tickerOf(miner),
        record().miners[miner]?.name ?? "",
        rich(btc, BTC, () => propertiesOf(row, day)),
        rich(all > 0 ? btc / all : 0, SHARE),
        date(reading.periodEnd),
        rich(day - reading.periodEnd, COUNT),
        megawatts === undefined ? "" : rich(megawatts, COUNT),
        statusOf(reading, day),
      ];
    });
    if (totalled) rows.push(totalRow(held, tooOld, day));
    return withHeaders ? [COLUMNS, ...rows] : rows;
  },
);
