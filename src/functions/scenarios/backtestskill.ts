// BACKTESTSKILL: how good the scenario was over many starts, against two rivals without a model.
import { isoOf, serialOf, type Day } from "../../common/days";
import type { ColumnName } from "../../model/scenario/columns";
import { skillOf, type Skill } from "../../model/skill/measures";
import { CellError, type Cell, type Properties } from "../cells";
import { listOf, spilling } from "../define";
import { firstDayOf, lastDayOf } from "../fiscal";
import { DATE, rich } from "../formats";
import { date, number, optional } from "../parameters";
import { headers } from "../record/common";
import { latestDay, memo, record } from "../session";
import { assumptions, column, type Run } from "./run";
import { monthEnds, REPORTED_COLUMNS, trialsKey, trialsOf, type Trials } from "./trials";

const start = optional(
  date({ name: "start", description: "First start.", default: "the record's first count" }),
  undefined,
);
const end = optional(
  date({ name: "end", description: "Last start.", default: "the last that has an outcome" }),
  undefined,
);
const months = listOf(
  number({ name: "months", description: "Horizons, one or several.", unit: "months", default: "3, 6, 12" }, { min: 1, max: 119, integer: true }), // prettier-ignore
  [3, 6, 12],
);

const HEADS = [
  "Column", "Months", "Starts", "Windows", "Error", "Persistence", "Run-rate", "Skill", "± 95 %", "Bias", "Inside 50 %",
  "Inside 90 %", "Verdict",
]; // prettier-ignore
const SHARE = "0.0%";

const remembered = memo<Trials>(20);

/** Rows that fix what the record gives at each start. */
const FROM_RECORD = ["price", "calibration_price", "difficulty", "hashrate", "daily_volatility", "volatility", "volume_btc", "epoch_days", "epoch_blocks"]; // prettier-ignore
const heldAtEveryStart = (run: Run): string =>
  run.rows
    .map(({ name }) => name)
    .filter((name) => FROM_RECORD.includes(name) || name.includes("."))
    .join(", ");

const refuse = (sentence: string): never => {
  throw new CellError("#VALUE!", sentence);
};

const checkedColumns = (columns: readonly ColumnName[]): readonly ColumnName[] => {
  const unknown = columns.find((name) => !REPORTED_COLUMNS.includes(name));
  return unknown === undefined
    ? columns
    : refuse(`Nobody reports ${unknown} for all miners: BACKTESTSKILL takes ${REPORTED_COLUMNS.join(", ")}.`);
};

const behindOf = (run: Run, starts: readonly Day[]): Properties => {
  const held = heldAtEveryStart(run);
  const day = (at: number) => ({ value: serialOf(starts.at(at) ?? 0), format: DATE });
  return {
    Preset: run.preset.name,
    Miners: run.miners,
    "First start": day(0),
    "Last start": day(-1),
    ...(held === "" ? {} : { "Held at every start": held }),
  };
};

const share = (value: number | undefined): Cell => (value === undefined ? "" : rich(value, SHARE));

const rowOf = (name: ColumnName, horizon: number, skill: Skill | undefined, behind: () => Properties): Cell[] => {
  if (!skill) return [name, horizon, 0, ...new Array<Cell>(9).fill(""), "no start"];
  const { starts, windows, error, persistence, runRate, margin, bias, inside50, inside90, verdict } = skill;
  const measures = [persistence, runRate, skill.skill, margin, bias, inside50, inside90].map(share);
  return [name, horizon, starts, windows, rich(error, SHARE, behind), ...measures, verdict];
};

export const BACKTESTSKILL = spilling(
  {
    id: "BACKTESTSKILL",
    group: "scenarios",
    summary:
      "How good a scenario was over many past starts, against two benchmarks without a model, with the margin of error.",
    details:
      "A scenario is started at every month end with only what was published by then, and compared with what was reported later. Persistence assumes that nothing changes (but knows the halving). The run-rate goes on as the twelve months before. Error is the mean of |F - A| over the mean of both. Skill is the share of persistence's error that the scenario avoids; ± is half of its 95 % interval, which allows for overlapping horizons; Windows counts the horizons that do not overlap. Holdings are compared over miners with a count at the start and one of exactly the outcome's day. Inside says how often the outcome lay within the fan (price), or the estimate's band (holdings under pace). A row start is ignored; rows that fix what the record gives hold at every start.",
    result:
      "One row a column and horizon: starts, windows, errors, skill and its margin, bias, shares inside the bands, verdict.",
    errors: [
      { code: "#VALUE!", when: "start after end, a horizon that is not a whole number from 1 to 119, or is longer than the scenario, a column that nobody reports" },
      { code: "#N/A", when: "no month end between start and end has an outcome that the record knows" },
    ], // prettier-ignore
    examples: [
      { formula: '=BACKTESTSKILL("hold")', shows: "Column", says: "How well the model forecasts each column." },
      {
        formula: '=BACKTESTSKILL("pace",,,"holdings",{3,6,12})',
        shows: "Column",
        says: "Whether each miner's own pace predicts its treasury better than its last count.",
      },
    ],
  },
  [
    assumptions(),
    start,
    end,
    listOf(column(), ["holdings", "price", "difficulty", "hashprice"] as ColumnName[]),
    months,
    headers,
  ],
  (run, from, to, columns, horizons, withHeaders) => {
    const first = Math.max(from ? firstDayOf(from) : -Infinity, record().firstReport);
    const last = Math.min(to ? lastDayOf(to) : Infinity, latestDay());
    if (from && to && firstDayOf(from) > lastDayOf(to)) {
      refuse(`start ${isoOf(firstDayOf(from))} lies after end ${isoOf(lastDayOf(to))}: swap them.`);
    }
    const longest = Math.max(...horizons);
    if (longest > run.inputs.months) {
      refuse(`The scenario has ${run.inputs.months} months, fewer than ${longest}: raise its months or ask for less.`);
    }
    const asked = checkedColumns(columns);
    const starts = monthEnds(first, last);
    const key = JSON.stringify([run.rows.map(({ name, value }) => [name, String(value)]), starts[0], last, asked, horizons]); // prettier-ignore
    const trials = remembered(key, () => trialsOf({ run, starts, columns: asked, horizons, until: latestDay() }));
    if (trials.size === 0) {
      throw new CellError("#N/A", `No month end from ${isoOf(first)} to ${isoOf(last)} has an outcome that the record knows.`); // prettier-ignore
    }
    const rows = asked.flatMap((name) =>
      horizons.map((horizon) => {
        const found = trials.get(trialsKey(name, horizon));
        return rowOf(name, horizon, found && skillOf(found, horizon), () => behindOf(run, starts));
      }),
    );
    return withHeaders ? [HEADS, ...rows] : rows;
  },
);
