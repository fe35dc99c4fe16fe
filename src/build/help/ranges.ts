// How an argument takes a range, and where an error inside of it goes: said for each, since it differs from Excel's own
// functions.
import type { WorksheetFunction } from "../../functions/define";

type Info = WorksheetFunction["parameters"][number];

const TAKES: Readonly<Record<Info["shape"], string>> = {
  each: "A range or array: one answer for each cell.",
  one: "One cell.",
  list: "One cell, or a range whose filled cells are taken together.",
  grid: "A range, as it stands.",
};

/** Where a cell that is wrong harms a part of the answer only. */
const KEPT: Readonly<Record<string, "row" | "column">> = {
  "MINERHISTORY miners": "column",
  "MINERFLOW miners": "row",
  "MINERSOURCE miners": "row",
  "SCENARIOCOMPARE scenarios": "column",
  "SENSITIVITY row_values": "row",
  "SENSITIVITY column_values": "column",
};

/** What a wrong cell of this argument makes an error of. */
export const harmedBy = (id: string, { name, shape }: Info): "cell" | "row" | "column" | "all" =>
  KEPT[`${id} ${name}`] ?? (shape === "each" ? "cell" : "all");

const HARM = {
  cell: " One that is wrong affects only its own result.",
  row: " One that is wrong affects only its own row.",
  column: " One that is wrong affects only its own column.",
  all: " One that is wrong makes the whole answer an error.",
} as const;

export const rangesOf = (id: string, info: Info): string =>
  info.shape === "one" ? TAKES.one : TAKES[info.shape] + HARM[harmedBy(id, info)];
