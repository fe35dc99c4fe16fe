// What holds for every figure of a miner, whether a line of text or a release brought it.
import { isoOf, monthEnd, partsOf, type Day } from "../common/days";
import { spanOf } from "./published";
import type { Place, Rule } from "./place";
import type { MinerRecord } from "./record";
import type { Metric, Miner, Observation } from "./rows";
import { requireKnown, type Names } from "./rules";
import type { Period } from "./schema";

export interface FigureContext {
  readonly metrics: { get(id: string): Metric | undefined };
  /** Nothing reported can be of a later day. */
  readonly today: Day;
  /** Nothing is reported of a day after a miner's last. */
  readonly miners: readonly Miner[];
}

/** What two figures must not have in common. */
export const SAME_FIGURE = "miner, metric, period, period_end, source and scope";

/** Names that a line of text may get wrong; the figures of a release refer to them by number. */
export const figureNamesRule =
  (miners: Names, metrics: Names, sources: Names): Rule<Observation> =>
  ({ ticker, metric, source }, at) => {
    requireKnown(ticker, miners, "ticker", "miners.csv", at);
    requireKnown(metric, metrics, "metric", "metrics.csv", at);
    requireKnown(source, sources, "source", "sources.csv", at);
  };

const STILL_THERE: Pick<Miner, "lastDay" | "end"> = {};

/** Asked of one figure after another; dates that come again are worked out once. */
export const figureRule = ({ metrics, today, miners }: FigureContext): Rule<Observation> => {
  const ended = new Map(miners.filter(({ lastDay }) => lastDay !== undefined).map((miner) => [miner.ticker, miner]));
  const spanOfText = remembered(spanOf);
  const endOfMonth = remembered((day: Day) => monthEnd(partsOf(day).year, partsOf(day).month));
  return (row, at) => {
    if (row.value < 0) checkNegative(row, metrics.get(row.metric), at);
    const { period, periodEnd, published } = row;
    const span = published === "" ? undefined : spanOfText(published);
    if (published !== "" && !span) at.complain(`published is "${published}": write YYYY-MM-DD, YYYY-MM or YYYY.`);
    if (Number.isNaN(periodEnd)) return;
    const { lastDay = Infinity, end = "" } = ended.get(row.ticker) ?? STILL_THERE;
    if (periodEnd > lastDay) {
      const last = `${isoOf(lastDay)}, ${end.replace("_", " ")}`;
      at.complain(
        `period_end is ${isoOf(periodEnd)}, after the last day of ${row.ticker} (${last}): correct it, or that day in miners.csv.`,
      );
    }
    if (ENDS_WITH_MONTH[period] && periodEnd !== endOfMonth(periodEnd)) {
      at.complain(`period_end is ${isoOf(periodEnd)}: a ${period} ends on the last day of a month.`);
    }
    if (span && span.first > today) at.complain(`published is ${published}: that is after the record's own date.`);
    if (period === "guidance") return;
    if (periodEnd > today) {
      at.complain(`period_end is ${isoOf(periodEnd)}: only guidance may lie after the record's date.`);
    }
    if (span && span.last < periodEnd) {
      at.complain(`published is ${published}, before the period ended on ${isoOf(periodEnd)}: correct one of the two.`);
    }
  };
};

/** Figures that stand twice, in no order: the record keeps those of one miner, metric and day together. */
export const repeatedFigures = (record: MinerRecord): (readonly [Observation, Observation])[] => {
  const found: (readonly [Observation, Observation])[] = [];
  for (let row = 1; row < record.counts.rows; row++) {
    for (let before = row - 1; before >= 0 && record.periodEnd(before) === record.periodEnd(row); before--) {
      const [figure, other] = [record.observation(row), record.observation(before)];
      if (other.metric !== figure.metric || other.ticker !== figure.ticker) break;
      const isSame = other.period === figure.period && other.source === figure.source && other.scope === figure.scope;
      if (isSame) found.push([other, figure]);
    }
  }
  return found;
};

/** Coins, machines and megawatts are never negative, nor is a level of money; results and net costs may be. */
const checkNegative = ({ value }: Observation, metric: Metric | undefined, at: Place): void => {
  if (!metric) return;
  const isMoney = metric.unit.startsWith("USD") || metric.unit === "CAD";
  if (isMoney && metric.kind !== "stock") return;
  at.complain(`value is ${value}: ${metric.id} cannot be negative, correct the number or its metric.`);
};

const ENDS_WITH_MONTH: Readonly<Record<Period, boolean>> = {
  instant: false,
  month: true,
  quarter: true,
  half: true,
  nine_months: true,
  year: true,
  guidance: false,
};

const remembered = <Key, Value>(work: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
};
