// The assumptions behind one number of the model: those of its argument, of its column, or of its place in a grid.
import type { CellPlace } from "../../common/address";
import { assumptionsUsed, type UsedAssumption } from "../../functions";
import type { TracedCall, Value } from "../formula/trace";

type Row = readonly unknown[];

const isPresets = (value: Value): boolean => value === undefined || value.length === 1 || (value[0]?.length ?? 0) === 1;

/** A preset's name as the table that it stands for. */
const rowsOf = (value: Value): readonly Row[] => {
  const [[single] = []] = value ?? [];
  return value && value.length * (value[0]?.length ?? 0) > 1 ? value : single ? [["preset", single]] : [];
};

/** SENSITIVITY: the argument's rows, and over them what the cell's row and column set. */
const inGrid = (argument: (name: string) => Value, { row, column }: CellPlace): readonly Row[] => {
  const set: readonly Row[] = [
    [argument("row_name")?.[0]?.[0], argument("row_values")?.flat()[row - 1]],
    [argument("column_name")?.[0]?.[0], argument("column_values")?.flat()[column - 1]],
  ];
  const names = set.map(([name]) => String(name).trim().toLowerCase());
  const others = rowsOf(argument("assumptions")).filter(([name]) => !names.includes(String(name).trim().toLowerCase()));
  return [...others, ...set];
};

/** SCENARIOCOMPARE: the column of its table, or the preset in that place. */
const inColumn = (scenarios: Value, { column }: CellPlace): readonly Row[] => {
  if (!isPresets(scenarios)) return (scenarios ?? []).slice(1).map((row) => [row[0], row[column]]);
  const presets = (scenarios ?? []).flat().flatMap((cell) => String(cell).split(","));
  return [["preset", presets[column - 1]?.trim()]];
};

export const assumptionsOf = (call: TracedCall, at: CellPlace | undefined): readonly UsedAssumption[] => {
  const argument = (name: string): Value =>
    call.given[call.of.parameters.findIndex((each) => each.name === name)]?.value;
  const isNumber = at !== undefined && at.row > 0 && at.column > 0;
  if (call.of.id === "SENSITIVITY" && isNumber) return assumptionsUsed(inGrid(argument, at));
  if (call.of.id === "SCENARIOCOMPARE") return isNumber ? assumptionsUsed(inColumn(argument("scenarios"), at)) : [];
  const takesAssumptions = call.of.parameters.some(({ kind }) => kind === "assumptions");
  return takesAssumptions ? assumptionsUsed(argument("assumptions") ?? null) : [];
};
