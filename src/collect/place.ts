// In which file of the record a figure belongs, and which period a level carries there.
import type { Period } from "../data/schema";
import type { FigureFile } from "./known";

const IN_REPORTS: ReadonlySet<string> = new Set([
  "holdings_btc", "produced_btc", "sold_btc", "purchased_btc", "encumbered_btc", "energized_ehs", "avg_operating_ehs",
]); // prettier-ignore

export const fileOf = (metric: string, period: Period): FigureFile =>
  IN_REPORTS.has(metric) && (period === "month" || period === "quarter") ? "reports" : "facts";

/** A level of the reports carries the period of its document; any other has no length. */
export const periodOfLevel = (metric: string, ofDocument: "month" | "quarter"): Period =>
  IN_REPORTS.has(metric) ? ofDocument : "instant";
