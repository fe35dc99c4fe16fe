// A total with its parts below it: own machines and customers', as BitFuFu prints them.
import { exact } from "../candidate";
import { namedBy } from "./labels";
import type { PrintedFigure } from "./table-figures";

const CUSTOMERS = /\bcustomers?\b/i;
const OWN = /\b(self[- ]?min\w*|own(ed)?|proprietary)\b/i;

const speaksOf = ({ label }: PrintedFigure, metric: string): boolean => {
  const named = namedBy(label.replace(CUSTOMERS, ""));
  return named?.kind === "metric" && named.metric === metric;
};

const isOwn = ({ label }: PrintedFigure): boolean => OWN.test(label) && !CUSTOMERS.test(label);
const isWhole = ({ label }: PrintedFigure): boolean => !OWN.test(label) && !CUSTOMERS.test(label);

/** Which of total and own part is the figure: the total, unless the record counts the own part of this miner. */
export const isOtherPart = (
  figure: PrintedFigure,
  around: readonly PrintedFigure[],
  metric: string,
  countsOwnPart: boolean,
): boolean =>
  countsOwnPart
    ? isWhole(figure) && around.some((each) => isOwn(each) && speaksOf(each, metric))
    : isOwn(figure) && around.some((each) => isWhole(each) && speaksOf(each, metric));

/** The sum of the parts where it is not the total; undefined where there are no parts, or they fit. */
export const partsProblem = (around: readonly PrintedFigure[], metric: string): number | undefined => {
  const all = around.filter((each) => speaksOf(each, metric));
  const [total, own, theirs] = [all.find(isWhole), all.find(isOwn), all.find(({ label }) => CUSTOMERS.test(label))];
  if (!total || !theirs || !own) return undefined;
  const sum = exact(theirs.number.value + own.number.value);
  return sum === total.number.value ? undefined : sum;
};
