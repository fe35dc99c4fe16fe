// MINEREVENTS: leases, financings, sales and changes of policy, newest first.
import { serialOf, type Day } from "../../common/days";
import { EVENT_KINDS } from "../../data/schema";
import type { MinerEvent } from "../../data/rows";
import { everyoneAt, optionalMiners, tickerOf } from "../baskets";
import { CellError, type Cell } from "../cells";
import { spilling } from "../define";
import { firstDayOf, lastDayOf, yearEndOf } from "../fiscal";
import { COUNT, DATE, rich, USD } from "../formats";
import { choice, date, optional } from "../parameters";
import { latestDay, record } from "../session";
import { headers } from "./common";

const COLUMNS = [
  "Date", "Ticker", "Kind", "Commitment", "Counterparty", "MW", "Value (USD)", "Years", "What happened", "Confidence",
  "Source", "Link", "Split ratio",
]; // prettier-ignore

const kind = optional(
  choice({ name: "kind", description: "Only events of one kind.", default: "all kinds" }, EVENT_KINDS),
  undefined,
);
const start = optional(
  date({ name: "start", description: "First day.", default: "the beginning of the record" }),
  undefined,
);
const end = optional(date({ name: "end", description: "Last day.", default: "the end of the record" }), undefined);

const maybe = (value: number | undefined, format: string): Cell => (value === undefined ? "" : rich(value, format));

/** A month or a year is shown as it is known: a serial would pretend to a day. */
const when = (event: MinerEvent): Cell =>
  event.dateText.length === 10 ? rich(serialOf(event.day), DATE) : event.dateText;

const rowOf = (event: MinerEvent): Cell[] => {
  const source = record().source(event.source);
  return [
    when(event),
    event.ticker,
    event.kind,
    event.commitment,
    event.counterparty,
    maybe(event.mw, COUNT),
    maybe(event.valueUsd, USD),
    maybe(event.termYears, "0.0"),
    event.summary,
    event.confidence,
    source.title,
    source.url,
    maybe(event.splitRatio, "0.0000"),
  ];
};

export const MINEREVENTS = spilling(
  {
    id: "MINEREVENTS",
    group: "record",
    summary: "Table of events: AI leases, financings, BTC sales, treasury policy, share splits, newest first.",
    details:
      "MW is critical IT load. Value is the contract value for leases, the principal for financings, the proceeds for sales. Rows of one miner may be running totals or replace each other, as the text says: do not add them blindly. A date known only by month or year stays text.",
    result: "One row an event, thirteen columns; a split's ratio is new shares for one old share.",
    errors: [
      { code: "#VALUE!", when: "unknown miner or kind, an invalid date, start after end" },
      { code: "#N/A", when: "no such event in that time" },
    ],
    examples: [
      { formula: '=MINEREVENTS("WULF","hpc_lease")', shows: "Date", says: "TeraWulf's AI leases." },
      { formula: '=MINEREVENTS(,"btc_sale","2026-01-01")', shows: "Date", says: "Sales of coins since January 2026." },
    ],
  },
  [optionalMiners({ default: "every company in the record" }), kind, start, end, headers],
  (basket, only, from, to, withHeaders) => {
    const yearEnd = yearEndOf(basket);
    const first: Day = from ? firstDayOf(from, yearEnd) : -Infinity;
    const last: Day = to ? lastDayOf(to, yearEnd) : Infinity;
    if (first > last) throw new CellError("#VALUE!", "start lies after end: swap the two dates.");
    const all = basket.kind === "group" && basket.group === "ALL";
    const tickers = all
      ? undefined
      : new Set(everyoneAt(basket, Math.min(last, latestDay())).map((miner) => tickerOf(miner)));
    const rows = record()
      .events.filter(
        (event) =>
          event.day >= first &&
          event.day <= last &&
          (only === undefined || event.kind === only) &&
          (tickers === undefined || tickers.has(event.ticker)),
      )
      .sort((a, b) => b.day - a.day || a.ticker.localeCompare(b.ticker))
      .map(rowOf);
    if (rows.length === 0) {
      throw new CellError("#N/A", `The record has no ${only ?? "event"} of ${basket.label} in that time.`);
    }
    return withHeaders ? [COLUMNS, ...rows] : rows;
  },
);
