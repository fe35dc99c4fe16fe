// A described chart's data: values from the cells, and how old the reports behind them are from the record.
import { functionCalled, isRich } from "../functions";
import type { SheetChart } from "../workbook/sheet";
import { serialOfIso } from "./chart/scale";
import type { Band } from "./chart/stack";
import type { StackedArea } from "./chart/stacked-area";

/** The bare values of a range, row by row. */
export type ReadRange = (address: string) => (string | number | boolean | null)[][];

/** Reports older than this are hatched: a quarter and the time to publish it. */
const OLD_AFTER_DAYS = 120;

const numbers = (read: ReadRange, range: string): (number | undefined)[] =>
  read(range).map(([value]) => (typeof value === "number" ? value : undefined));

/** A range may be longer than what fills it: only rows with a date count. */
const withDate = <T>(values: readonly T[], dates: readonly (number | undefined)[]): T[] =>
  values.filter((_, index) => dates[index] !== undefined);

/** BTC of a miner or group that rest on reports older than 120 days, for each day. */
const oldPart = (name: string, days: readonly number[]): number[] => {
  const holdings = functionCalled("MINERHOLDINGS")?.evaluate([name, days.map((day) => [day])]) ?? [];
  return days.map((day, index) => {
    const cell = holdings[index]?.[0];
    if (typeof cell !== "object" || !isRich(cell)) return 0;
    const behind = cell.properties?.() ?? {};
    const summed = behind["Carried forward over 120 days"];
    if (typeof summed === "number") return summed;
    const reported = behind["Reported"];
    if (typeof reported !== "object") return 0;
    return day - reported.value > OLD_AFTER_DAYS ? cell.value : 0;
  });
};

export const chartData = (chart: SheetChart, read: ReadRange): StackedArea => {
  const dates = numbers(read, chart.dates);
  const days = dates.filter((day) => day !== undefined);
  const names = chart.series.map(({ name }) => String(read(name)[0]?.[0] ?? ""));
  const named = names.map((name) => oldPart(name, days));
  // The last band is what the others leave of all.
  const all = oldPart("ALL", days);
  const rest = all.map((btc, day) => btc - named.reduce((sum, part) => sum + (part[day] ?? 0), 0));
  const bands = chart.series.map(({ values }, index): Band => ({
    name: names[index] ?? "",
    values: withDate(numbers(read, values), dates),
    old: index === chart.series.length - 1 ? rest : (named[index] ?? []),
  }));
  return {
    title: chart.title,
    description: chart.description,
    unit: chart.unit,
    perUnit: 1000,
    days,
    bands,
    marks: chart.marks.map(({ date, label }) => ({ day: serialOfIso(date), label })),
  };
};
