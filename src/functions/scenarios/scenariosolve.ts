// SCENARIOSOLVE: the value of an assumption at which an output meets a target: Goal Seek that works with add-in functions.
import { ASSUMPTIONS } from "../../model/scenario/assumptions";
import { isMinerAssumption, isNumberAssumption } from "../../model/scenario/check";
import { solve } from "../../model/numerics/solve";
import { CellError, type Cell } from "../cells";
import { elementwise } from "../define";
import { rich } from "../formats";
import { number, optional, text, type Parameter } from "../parameters";
import { memo } from "../session";
import { assumptions, output, outputOf, withValues, type Run } from "./run";
import { assumptionCalled } from "./table";

const names = memo<string>(200);

const name = (): Parameter<string> => {
  const words = text({
    name: "name",
    description: 'Assumption to solve for, such as "price" or "MARA.sell_share".',
  });
  return {
    ...words,
    kind: "assumption",
    read: (cell) => {
      const written = words.read(cell);
      return names(written, () => assumptionCalled(written));
    },
  };
};

const low = optional(
  number({
    name: "low",
    description: "Lowest value to try.",
    default: "the assumption's own limit, or far below its value",
  }),
  undefined,
);
const high = optional(
  number({
    name: "high",
    description: "Highest value to try.",
    default: "the assumption's own limit, or far above its value",
  }),
  undefined,
);

/** Ranges this narrow are searched whole; wider ones around the present value. */
const NARROW = 10;

const limitsOf = (run: Run, assumption: string): { least: number; most: number } => {
  const [ticker, figure] = assumption.includes(".") ? assumption.split(".") : ["", assumption];
  const one = ASSUMPTIONS.filter((each) => isNumberAssumption(each) || isMinerAssumption(each)).find(
    (each) => each.name === figure && (ticker === "" ? each.kind !== "figure" : isMinerAssumption(each)),
  );
  if (!one || one.kind === "date" || one.range.integer) {
    throw new CellError(
      "#VALUE!",
      `${assumption} does not take fractions: solve for an assumption that is a plain number.`,
    );
  }
  const { min, max, above, below } = one.range;
  const least = above ? min + 1e-6 : min;
  if (max - min <= NARROW) return { least, most: below ? max - 1e-6 : max };
  const miner = run.inputs.miners.find((each) => each.ticker === ticker);
  const now = (isNumberAssumption(one) ? run.inputs[one.key] : miner?.[one.key]) ?? 0;
  const size = Math.abs(now) > 0 ? Math.abs(now) : 1;
  const low = min < 0 ? now - size * 10 : size / 10;
  return { least: Math.max(least, low), most: Math.min(max, now + size * 10) };
};

const solved = memo<Cell>(200);

export const SCENARIOSOLVE = elementwise(
  {
    id: "SCENARIOSOLVE",
    group: "scenarios",
    summary: "Value of an assumption at which an output of the scenario meets a target: Goal Seek as a function.",
    details:
      "Brent's method between low and high on the output's last row (or a month, \"price@6\"). The output must lie on both sides of the target at the two ends. Not for whole numbers, dates and words.",
    result: "The assumption's value.",
    errors: [
      { code: "#N/A", when: "the target does not lie between the outputs at low and high; the message gives both" },
      { code: "#VALUE!", when: "an assumption that takes no fractions, low above high" },
    ],
    examples: [
      {
        formula: '=SCENARIOSOLVE("thesis","hashprice@12",35,"price")',
        shows: "",
        says: "Start price at which hashprice stands at 35 after a year.",
      },
      {
        formula: '=SCENARIOSOLVE("orderly","impact@12",0.01,"sell_share",0,1)',
        shows: "",
        says: "Share that can be sold for one per cent of impact.",
      },
    ],
  },
  [
    assumptions(true),
    output(),
    number({ name: "target", description: "Value the output should reach." }),
    name(),
    low,
    high,
  ],
  (run, wanted, target, assumption, from, to) => {
    const key = `${run.key} ${wanted.column}@${wanted.month} ${target} ${assumption} ${from} ${to}`;
    return solved(key, () => {
      const limits = limitsOf(run, assumption);
      const least = from ?? limits.least;
      const most = to ?? limits.most;
      if (least >= most) throw new CellError("#VALUE!", `low (${least}) must lie below high (${most}).`);
      const root = solve((x) => outputOf(withValues(run, { [assumption]: x }), wanted) - target, least, most);
      if (root.kind === "root") return rich(root.x, "General");
      if (root.kind === "not-converged") {
        return new CellError("#NUM!", `No stable solution near ${assumption} = ${root.x}: narrow low and high.`);
      }
      const at = (value: number): string => (value + target).toPrecision(6);
      return new CellError(
        "#N/A",
        `${wanted.column} does not pass ${target} between ${assumption} = ${least} (${at(root.atLow)}) and ${most} (${at(root.atHigh)}): widen low and high, or change the target.`,
      );
    });
  },
);
