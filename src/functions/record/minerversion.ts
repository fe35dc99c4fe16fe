// MINERVERSION: which record the cells read.
import type { Cell } from "../cells";
import { elementwise } from "../define";
import { COUNT, date, rich } from "../formats";
import { choice, optional } from "../parameters";
import { origin, record } from "../session";

const ITEMS = ["VERSION", "NEWEST_REPORT", "NEWEST_PUBLISHED", "MINERS", "ROWS", "ORIGIN"] as const;

const answers: Record<(typeof ITEMS)[number], () => Cell> = {
  VERSION: () => record().version,
  NEWEST_REPORT: () => date(record().newestReport),
  NEWEST_PUBLISHED: () => date(record().newestPublished),
  MINERS: () => rich(record().miners.length, COUNT),
  ROWS: () => rich(record().counts.rows, COUNT),
  ORIGIN: () => origin(),
};

export const MINERVERSION = elementwise(
  {
    id: "MINERVERSION",
    group: "record",
    summary: "Version of the record that the cells read; or its newest report, size or origin.",
    details:
      'A workbook that stores this value beside its results can be compared later. ORIGIN is "bundled" until newer data is brought in through the pane.',
    result: "Text for VERSION and ORIGIN, a date or a count for the others.",
    errors: [{ code: "#VALUE!", when: "unknown item" }],
    examples: [
      { formula: "=MINERVERSION()", shows: "2026-11-22", says: "The record's version." },
      { formula: '=MINERVERSION("NEWEST_REPORT")', shows: "2026-09-30", says: "Period end of the newest BTC report." },
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
