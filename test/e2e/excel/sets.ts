// The two Excels that each thing is shown in: they differ in what a function may answer.
import { TODAY } from "../../host/double";
import { distText } from "../../build/dist";
import type { FunctionsMetadata } from "../../host/calls";

/** CustomFunctionsRuntime 1.4 takes numbers with a format and properties, and cards; before it answers are plain. */
export const SETS = [
  ["with data types", TODAY],
  ["without data types", { ...TODAY, CustomFunctionsRuntime: "1.1" }],
] as const;

export const metadata = JSON.parse(distText("functions.json")) as FunctionsMetadata;
