// MINERCHECK: what in the record does not fit.
import { OLD_AFTER_DAYS } from "../../common/limits";
import { findingsOf } from "../../data/checks";
import { everyoneAt, optionalMiners } from "../baskets";
import type { Cell } from "../cells";
import { spilling } from "../define";
import { COUNT, date, rich } from "../formats";
import { latestDay, record } from "../session";
import { headers } from "./common";

const COLUMNS = ["Miner", "Check", "Date", "Size", "What does not fit"];

export const MINERCHECK = spilling(
  {
    id: "MINERCHECK",
    group: "record",
    summary: "Table of inconsistencies in the record: breaks, contradictions and old reports, a sentence each.",
    details: `Roll-forwards that break by over 1 % or 50 BTC, sources that disagree for one date, reports older than ${OLD_AFTER_DAYS} days, sale proceeds against coins and price, months against quarters and quarters against years, pledged coins above holdings, dates of publication before the period's end. Size is in BTC, USD or days, as the sentence says. A finding is not always an error of ours: companies restate.`,
    result: "One row a finding, five columns.",
    errors: [{ code: "#VALUE!", when: "unknown miner" }],
    examples: [
      {
        formula: '=MINERCHECK("CORZ")',
        shows: "Miner",
        says: "Finds the 402.5 million USD of sales that are not possible.",
      },
      { formula: "=MINERCHECK(,FALSE)", shows: "", says: "Every finding, without the first row." },
    ],
  },
  [optionalMiners(), headers],
  (basket, withHeaders) => {
    const day = latestDay();
    const found = findingsOf(record(), everyoneAt(basket, day), day);
    const rows = found.map(({ ticker, kind, day: of, size, sentence }): Cell[] => [
      ticker,
      kind,
      date(of),
      rich(size, COUNT),
      sentence,
    ]);
    if (rows.length === 0) rows.push([basket.label, "all", date(day), 0, "No inconsistencies found."]);
    return withHeaders ? [COLUMNS, ...rows] : rows;
  },
);
