// Arguments that many functions of the record share, worded once.
import { choice, date, flag, number, optional } from "../parameters";

export const onDate = optional(
  date({
    name: "date",
    description: 'Day asked for: a date cell, "2025-12-31", "2025-12", "2025Q4" or "FY2025" (their last day).',
    default: "the latest in the record",
  }),
  undefined,
);

export const knownBy = optional(
  date({
    name: "known_by",
    description: "Only what was published by this day is used.",
    default: "everything in the record",
  }),
  undefined,
);

export const unit = optional(
  choice({ name: "unit", description: "BTC, or USD at the close of the date.", default: "BTC" }, ["BTC", "USD"]),
  "BTC" as const,
);

export const headers = optional(
  flag({ name: "headers", description: "TRUE for a first row with the columns' names.", default: "TRUE" }),
  true,
);

export const maxAge = optional(
  number(
    {
      name: "max_age",
      description: "A report older than this on the date counts as none.",
      unit: "days",
      default: "none: every report counts",
    },
    { min: 0, max: 100_000, integer: true },
  ),
  undefined,
);
