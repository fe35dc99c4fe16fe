// SCENARIOFAN: chance around a scenario, as percentiles by month.
import { DEFAULT_PATHS, fan, mostPaths, PATHS, type Fan } from "../../model/fan/fan";
import { serialOf } from "../../common/days";
import type { ColumnName } from "../../model/scenario/columns";
import { CellError, type Cell } from "../cells";
import { listOf, spilling } from "../define";
import { date as dateCell, rich } from "../formats";
import { number, optional } from "../parameters";
import { headers } from "../record/common";
import { memo } from "../session";
import { assumptions, provenance, column, FORMATS, modelled, type Run } from "./run";

const percentiles = number(
  { name: "percentiles", description: "Shares 0 to 1, in a range.", default: "0.05, 0.25, 0.5, 0.75, 0.95" },
  { min: 0, max: 1 },
);
const DEFAULT_PERCENTILES = [0.05, 0.25, 0.5, 0.75, 0.95];
const MOST_PERCENTILES = 25;

const paths = optional(
  number(
    { name: "paths", description: "Number of paths.", default: `${DEFAULT_PATHS}, fewer if each takes long` },
    { min: 1, max: PATHS.max, integer: true },
  ),
  undefined,
);
const seed = optional(
  number(
    { name: "seed", description: "Same seed, same numbers.", default: "1" },
    { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true },
  ),
  1,
);

/** As many as were asked for, or as many as the default and the time allow. */
const pathsFor = (run: Run, name: ColumnName, asked: number | undefined): number => {
  const most = modelled(() => mostPaths(run.inputs, [name]));
  if (asked === undefined) return Math.min(DEFAULT_PATHS, most);
  if (asked <= most) return asked;
  throw new CellError(
    "#NUM!",
    `${asked} paths of ${run.inputs.months} months would keep Excel waiting: up to ${most} answer within about two seconds. Ask for fewer paths or months.`,
  );
};

const fans = memo<Fan>(50);

export const SCENARIOFAN = spilling(
  {
    id: "SCENARIOFAN",
    group: "scenarios",
    summary: "Percentiles of a scenario's column by month over many random price paths. Same seed, same numbers.",
    details:
      "Prices get normal daily returns with the scenario's volatility; the assumption fan_centre says whether the median or the mean follows the drift. More paths refine the same picture. Where sales depend on the path, impact uses a 16-term kernel (5e-8 of the impact).",
    result: "One row a month: month, date, then the percentiles.",
    errors: [
      { code: "#VALUE!", when: "assumptions that do not fit, a percentile outside 0 to 1, over 20,000 paths" },
      { code: "#NUM!", when: "too many paths and months: the answer would take more than about two seconds" },
    ],
    examples: [
      { formula: '=SCENARIOFAN("thesis","price")', shows: "Month", says: "Five percentiles of the price by month." },
      {
        formula: '=SCENARIOFAN("hold","hashprice",{0.1,0.5,0.9},2000,7)',
        shows: "Month",
        says: "With 2,000 paths, seed 7.",
      },
    ],
  },
  [assumptions(), optional(column(), "price" as const), listOf(percentiles, DEFAULT_PERCENTILES), paths, seed, headers],
  (run, name, given, asked, from, withHeaders) => {
    const count = pathsFor(run, name, asked);
    const shares = [...new Set(given)].sort((a, b) => a - b);
    if (shares.length > MOST_PERCENTILES) {
      throw new CellError(
        "#VALUE!",
        `percentiles takes up to ${MOST_PERCENTILES}, not ${shares.length}: ask for fewer.`,
      );
    }
    const question = { columns: [name], shares, paths: count, seed: from };
    const found = fans(`${run.key} ${JSON.stringify(question)}`, () => modelled(() => fan(run.inputs, question)));
    const about = () => ({
      ...provenance(run),
      Paths: count,
      Seed: from,
      ...Object.fromEntries(found.notes.map((note, i) => [`Fan note ${i + 1}`, note])),
    });
    const rows = found.days.map((day, month): Cell[] => [
      rich(month, "0"),
      dateCell(day),
      ...(found.percentiles[0]?.[month] ?? []).map((value) =>
        rich(name === "date" ? serialOf(value) : value, FORMATS[name] ?? "General", about),
      ),
    ]);
    const heads = shares.map((share) => `P${+(100 * share).toFixed(2)}`);
    return withHeaders ? [["Month", "Date", ...heads], ...rows] : rows;
  },
);
