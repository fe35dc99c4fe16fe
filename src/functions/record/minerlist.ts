// MINERLIST: who holds what, one row a miner.
import { optionalMiners, tickerOf } from "../baskets";
import type { Cell } from "../cells";
import { spilling } from "../define";
import { BTC, COUNT, date, rich, SHARE } from "../formats";
import { dayFor, holdingsOf, propertiesOf, statusOf, total } from "../holdings";
import { contractedMw } from "../leases";
import { record } from "../session";
import { headers, onDate } from "./common";

const COLUMNS = ["Ticker", "Name", "BTC", "Share", "Reported", "Age (days)", "AI lease (MW)", "Status"];

export const MINERLIST = spilling(
  {
    id: "MINERLIST",
    group: "record",
    summary: "Table of miners: BTC held, share of all, date and age of the report, contracted AI megawatts.",
    details:
      "Largest treasury first. Age counts from the report's period end to the date asked for. AI lease is critical IT load under signed contracts as last reported or announced by the date, blank where none is known.",
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
  ],
  (basket, asked, withHeaders) => {
    const day = dayFor(basket, asked);
    const held = [...holdingsOf(basket, day)].sort((a, b) => b.btc - a.btc);
    const all = total(held);
    const rows = held.map(({ miner, row, btc }): Cell[] => {
      const reading = record().reading(row);
      const megawatts = contractedMw(miner, day)?.mw;
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
    return withHeaders ? [COLUMNS, ...rows] : rows;
  },
);
