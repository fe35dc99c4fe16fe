// A described chart's data: values from the cells, and how old the reports behind them are from the record.
import { serialOfIso } from "../common/days";
import { OLD_AFTER_DAYS } from "../common/limits";
import { CARRIED_LONG, functionCalled, isRich } from "../functions";
import { unitOf, type SheetChart } from "../sheets/sheet";
import type { Chart } from "./chart/draw";

/** The bare values of a range, row by row. */
export type ReadRange = (address: string) => (string | number | boolean | null)[][];

const numbers = (read: ReadRange, range: string): (number | undefined)[] =>
  read(range).map(([value]) => (typeof value === "number" ? value : undefined));

/** BTC of a miner or group that rest on old reports, for each day. */
const oldPart = (name: string, days: readonly number[]): number[] => {
  const holdings = functionCalled("MINERHOLDINGS")?.evaluate([name, days.map((day) => [day])]) ?? [];
  return days.map((day, index) => {
    const cell = holdings[index]?.[0];
    if (typeof cell !== "object" || !isRich(cell)) return 0;
    const behind = cell.properties?.() ?? {};
    const summed = behind[CARRIED_LONG];
    if (typeof summed === "number") return summed;
    const reported = behind["Reported"];
    if (typeof reported !== "object") return 0;
    return day - reported.value > OLD_AFTER_DAYS ? cell.value : 0;
  });
};

/** Of each band; the last is what the others leave of all. */
const oldParts = (names: readonly string[], days: readonly number[]): number[][] => {
  const named = names.slice(0, -1).map((name) => oldPart(name, days));
  const all = oldPart("ALL", days);
  return [...named, all.map((btc, day) => btc - named.reduce((sum, part) => sum + (part[day] ?? 0), 0))];
};

/** How many of the cells' units one unit of the axis is: Excel's formats divide by 1,000 for each comma at the end. */
const perUnitOf = (format = ""): number => 1000 ** (/,*$/.exec(format)?.[0].length ?? 0);

/** A series may be named by a number: the value of an assumption. */
const nameText = (name: string | number | boolean): string =>
  typeof name === "number" ? name.toLocaleString("en-US", { maximumFractionDigits: 6 }) : String(name);

/** What stands along the axis: its places, and their names where they are not days. */
const along = ({ dates, categories }: SheetChart, read: ReadRange) => {
  if (!categories) return { places: numbers(read, dates), nameAt: undefined };
  const names = read(dates).map(([name]) => nameText(name ?? ""));
  // A first name that is an error stands for a table that is none.
  const filled = names[0]?.startsWith("#") ? [] : names;
  return { places: filled.map((name, index) => (name === "" ? undefined : index)), nameAt: names };
};

/** A range may be longer than what fills it: only rows with a date or name, and for fans with all percentiles, count. */
export const chartData = (chart: SheetChart, read: ReadRange): Chart => {
  const { places: dates, nameAt } = along(chart, read);
  const columns = chart.series.map(({ values }) => numbers(read, values));
  const isFan = chart.kind === "fan";
  const rows = dates.flatMap((day, row) => {
    const values = columns.map((column) => column[row]);
    return day === undefined || (isFan && values.includes(undefined)) ? [] : [{ day, values }];
  });
  const days = rows.map(({ day }) => day);
  const named = chart.series.map(({ name }, index) => ({
    name: nameText(read(name)[0]?.[0] ?? ""),
    values: rows.map(({ values }) => values[index]),
  }));
  const common = {
    title: chart.title,
    description: chart.description,
    unit: unitOf(chart),
    perUnit: perUnitOf(chart.format),
    days,
    ...(nameAt ? { names: days.map((place) => nameAt[place] ?? "") } : {}),
    marks: chart.marks
      .map(({ date, label }) => ({ day: serialOfIso(date), label }))
      .filter(({ day }) => day >= (days[0] ?? Infinity) && day <= (days.at(-1) ?? -Infinity)),
  };
  if (isFan) {
    const percentiles = named.map(({ name, values }) => ({ name, values: values.filter((one) => one !== undefined) }));
    return { kind: "fan", ...common, percentiles };
  }
  if (chart.kind === "column") return { kind: "column", ...common, names: common.names ?? [], figures: named };
  if (chart.kind === "line") return { kind: "line", ...common, fromZero: chart.fromZero !== false, lines: named };
  const old = oldParts(
    named.map(({ name }) => name),
    days,
  );
  return { kind: "stackedArea", ...common, bands: named.map((band, index) => ({ ...band, old: old[index] ?? [] })) };
};
