// MINERVERSION: which record the cells read.
import { coinAgeOf, countsOfAll, type CoinAge } from "../../data/coin-age";
import { rollOfAll } from "../baskets";
import { CellError, type Cell } from "../cells";
import { elementwise } from "../define";
import { COUNT, date, rich, SHARE } from "../formats";
import { choice, optional } from "../parameters";
import { latestDay, origin, record } from "../session";

const ITEMS = [
  "VERSION",
  "NEWEST_REPORT",
  "NEWEST_PUBLISHED",
  "MINERS",
  "ROWS",
  "ORIGIN",
  "WEIGHTED_AGE",
  "SHARE_OVER_120_DAYS",
  "IN_ALL",
  "COUNTED",
  "INSIDE_PARENT",
  "ENDED",
] as const;

/** Age of the counts of the group ALL on the day of the record. */
const age = (): CoinAge => {
  const found = coinAgeOf(countsOfAll(record(), latestDay()), latestDay());
  if (found) return found;
  throw new CellError("#N/A", "The record has no count of coins: bring in data through the pane.");
};

const answers: Record<(typeof ITEMS)[number], () => Cell> = {
  VERSION: () => record().version,
  NEWEST_REPORT: () => date(record().newestReport),
  NEWEST_PUBLISHED: () => date(record().newestPublished),
  MINERS: () => rich(record().miners.length, COUNT),
  ROWS: () => rich(record().counts.rows, COUNT),
  ORIGIN: () => origin(),
  WEIGHTED_AGE: () => rich(age().weightedDays, COUNT),
  SHARE_OVER_120_DAYS: () => rich(age().shareOld, SHARE),
  IN_ALL: () => rich(rollOfAll(latestDay()).members, COUNT),
  COUNTED: () => rich(rollOfAll(latestDay()).counted, COUNT),
  INSIDE_PARENT: () => rich(rollOfAll(latestDay()).insideParent, COUNT),
  ENDED: () => rich(rollOfAll(latestDay()).ended, COUNT),
};

export const MINERVERSION = elementwise(
  {
    id: "MINERVERSION",
    group: "record",
    summary: "Version of the record that the cells read; or its newest report, size or origin.",
    details:
      'A workbook that stores this value beside its results can be compared later. ORIGIN is "bundled" until newer data is brought in through the pane. WEIGHTED_AGE is the age of all coins in days, each count weighted by its coins; SHARE_OVER_120_DAYS is the share of coins whose count is older than that. IN_ALL is how many miners the group ALL has, COUNTED how many of them have a count of their own in its sum, INSIDE_PARENT how many are counted inside their parent, ENDED how many were taken over, left the exchange or stopped reporting.',
    result: "Text for VERSION and ORIGIN, a date, days, a share or a count for the others.",
    errors: [{ code: "#VALUE!", when: "unknown item" }],
    examples: [
      { formula: "=MINERVERSION()", shows: "2026-11-22", says: "The record's version." },
      { formula: '=MINERVERSION("NEWEST_REPORT")', shows: "2026-09-30", says: "Period end of the newest BTC report." },
      {
        formula: '=MINERVERSION("WEIGHTED_AGE")',
        shows: "167",
        says: "How many days old the sum of all coins is, by weight.",
      },
    ],
  },
  [
    optional(
      choice({ name: "item", description: "What to tell of the record.", default: "VERSION" }, ITEMS),
      "VERSION" as const,
    ),
  ],
  (item) => answers[item](),
);
