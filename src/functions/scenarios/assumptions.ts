// ASSUMPTIONS: a preset as a table to copy, edit and pass back.
import { isoOf, serialOf } from "../../common/days";
import { commonSaleShare } from "../../model/scenario/excess";
import type { Assumption } from "../../model/scenario/assumption";
import { ASSUMPTIONS as MODEL_ASSUMPTIONS } from "../../model/scenario/assumptions";
import { acceptedBy, isMinerAssumption, isNumberAssumption } from "../../model/scenario/check";
import type { Cell } from "../cells";
import { spilling } from "../define";
import { bySize, DATE, rich } from "../formats";
import { optional, text } from "../parameters";
import { headers } from "../record/common";
import { runOf, type Run } from "./run";
import { possibleStarts } from "./setup";
import { presetCalled } from "./table";

const preset = optional(
  text({ name: "preset", description: "A preset's name: see SCENARIOLIST.", default: "hold" }),
  "hold",
);

/** The value that the preset and the record give an assumption: passed back, it changes nothing. */
export const valueOf = (one: Assumption, run: Run): Cell => {
  if (one.kind === "text") return one.key === "preset" ? run.preset.name : run.miners;
  if (one.kind === "word" || one.kind === "switch") return run.inputs[one.key];
  if (isNumberAssumption(one)) {
    const value = run.inputs[one.key];
    // A baseline that was not set follows what the miners sell; at their own pace a row for it would change the price.
    if (value === undefined) return (run.inputs.policy === "pace" ? undefined : commonSaleShare(run.inputs)) ?? "";
    return one.kind === "date" ? rich(serialOf(value), DATE) : value;
  }
  const set = run.preset.rows(run.inputs.startDay)[one.name];
  const isOfEach = run.inputs.policy === "pace" && one.underPace !== undefined;
  return set ?? (isOfEach ? "" : one.default) ?? "";
};

/** Under pace the rows of each miner that has one: what it sells of its production, or of its treasury. */
const paceRows = (run: Run): Cell[][] =>
  run.paced
    .filter(({ btcPerDay }) => btcPerDay !== 0)
    .flatMap(({ ticker, btcPerDay }) => {
      const name = btcPerDay > 0 ? "production_sale_share" : "sell_rate";
      const one = MODEL_ASSUMPTIONS.filter(isMinerAssumption).find((each) => each.name === name);
      const miner = run.inputs.miners.find((each) => each.ticker === ticker);
      return one && miner ? [[`${ticker}.${name}`, formatted(miner[one.key]), one.unit, meaningOf(one)]] : [];
    });

const formatted = (value: Cell): Cell => (typeof value === "number" ? rich(value, bySize(value)) : value);

const meaningOf = (one: Assumption): string => {
  if (!isNumberAssumption(one) && !isMinerAssumption(one)) return one.meaning;
  const { first, last } = possibleStarts();
  const accepted = one.name === "start" ? `a date ${isoOf(first)} to ${isoOf(last)}` : acceptedBy(one);
  return `${one.meaning} Accepts ${accepted}.`;
};

export const ASSUMPTIONS = spilling(
  {
    id: "ASSUMPTIONS",
    group: "scenarios",
    summary: "A preset as a table of name, value, unit and meaning: copy it as values, edit it, pass it back.",
    details:
      "Passed back unchanged it gives the same scenario to the last bit. Rows for one miner may be added: MARA.sell_share, CORZ.ai_share, and any of holdings, production_sale_share, sell_rate, encumbered, hashrate, efficiency, power_price, ai_contracted_mw, ai_live_mw, cash, overhead. Under pace the rows of each miner's own pace follow. What the record supplies (price, difficulty, volatility) is as of the start.",
    result: "One row an assumption, four columns.",
    errors: [{ code: "#VALUE!", when: "unknown preset" }],
    examples: [
      { formula: '=ASSUMPTIONS("thesis")', shows: "Name", says: "The thesis, row by row." },
      { formula: '=SCENARIO(ASSUMPTIONS("thesis"))', shows: "month", says: 'The same as =SCENARIO("thesis").' },
    ],
  },
  [preset, headers],
  (written, withHeaders) => {
    const run = runOf([{ name: "preset", value: presetCalled(written).name, where: "" }]);
    const rows = MODEL_ASSUMPTIONS.filter((one) => one.kind !== "figure").map((one): Cell[] => [
      one.name,
      formatted(valueOf(one, run)),
      one.unit,
      meaningOf(one),
    ]);
    const table = [...rows, ...paceRows(run)];
    return withHeaders ? [["Name", "Value", "Unit", "Meaning"], ...table] : table;
  },
);
