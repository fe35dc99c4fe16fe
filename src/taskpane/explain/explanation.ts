// What can be said of one call of ours: how each argument was read, what came out, and what stands behind it.
import type { CellPlace } from "../../common/address";
import { bare, CellError, type Cell, type Properties, type Table, type UsedAssumption } from "../../functions";
import type { TracedArgument, TracedCall } from "../formula/trace";
import { shownCell } from "../shown";
import { assumptionsOf } from "./assumptions";
import { propertiesOf, sourcesOf, type Source } from "./sources";

export interface ExplainedArgument {
  readonly name: string;
  /** As it stands in the formula; "" if it was left out. */
  readonly written: string;
  /** As it was read, where that is more than what is written. */
  readonly read: string;
}

export type Outcome =
  | { readonly kind: "value"; readonly text: string; readonly place: string }
  | { readonly kind: "error"; readonly code: string; readonly sentence: string }
  | { readonly kind: "unknown"; readonly sentence: string };

export interface ExplainedCall {
  readonly id: string;
  readonly text: string;
  readonly arguments: readonly ExplainedArgument[];
  readonly outcome: Outcome;
  readonly provenance: Properties;
  readonly sources: readonly Source[];
  readonly assumptions: readonly UsedAssumption[];
}

const MOST_SHOWN = 6;

const cellText = (cell: unknown): string => {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number" || typeof cell === "boolean") return shownCell(cell);
  if (cell instanceof CellError) return cell.code;
  return typeof cell === "object" && cell !== null && "code" in cell ? String(cell.code) : "";
};

const fallback = (info: TracedCall["of"]["parameters"][number]): string =>
  info.optional ? (info.default ?? "none") : "missing";

/** What is written is what was read: nothing is added by saying it twice. */
const saysItself = (text: string, shown: string): boolean =>
  text === `"${shown}"` || text.toUpperCase() === shown.toUpperCase() || /^\{.*\}$/.test(text);

const readAs = (info: TracedCall["of"]["parameters"][number], { text, value }: TracedArgument): string => {
  if (!value) return "only Excel knows";
  const cells = value.flat();
  const shown = cells.map((cell) => {
    const isDate = info.kind === "date" && typeof cell === "number" && cell >= 1;
    return isDate ? shownCell({ value: cell, format: "yyyy-mm-dd" }) : cellText(cell);
  });
  if (shown.every((each) => each.trim() === "")) return `empty, so ${fallback(info)}`;
  if (saysItself(text, shown[0] ?? "")) return "";
  if (cells.length === 1) return shown[0] ?? "";
  const more = shown.length > MOST_SHOWN ? ` and ${shown.length - MOST_SHOWN} more` : "";
  const listed = shown.slice(0, MOST_SHOWN).map((each) => (each === "" ? "(empty)" : each));
  return `${value.length} × ${value[0]?.length ?? 0} cells: ${listed.join(", ")}${more}`;
};

const argumentsOf = ({ of, given }: TracedCall): ExplainedArgument[] =>
  of.parameters.map((info, i): ExplainedArgument => {
    const argument = given[i];
    if (argument) return { name: info.name, written: argument.text, read: readAs(info, argument) };
    return { name: info.name, written: "", read: fallback(info) };
  });

/** Which cell of a table it is; "" for an answer of one cell. */
const placeIn = (answer: Table, at: CellPlace | undefined): string => {
  const [rows, columns] = [answer.length, answer[0]?.length ?? 0];
  if (rows * columns === 1) return "";
  const size = `${rows} rows × ${columns} columns`;
  return at ? `row ${at.row + 1}, column ${at.column + 1} of ${size}` : `the first of ${size}`;
};

const outcomeOf = (answer: Table, cell: Cell, at: CellPlace | undefined): Outcome => {
  if (cell instanceof CellError) {
    const sentence = cell.message || "An argument already has this error: check the cell it comes from.";
    return { kind: "error", code: cell.code, sentence };
  }
  return { kind: "value", text: shownCell(cell), place: placeIn(answer, at) };
};

const unknownArguments = ({ of, given }: TracedCall): string =>
  given.flatMap((each, i) => (each && !each.value ? [of.parameters[i]?.name ?? each.text] : [])).join(" and ");

const firstProvenance = (cells: Table): Properties => {
  for (const cell of cells.flat()) {
    const provenance = propertiesOf(cell);
    if (provenance) return provenance;
  }
  return {};
};

/** `at` is the cell of its answer that is meant; without it the call is part of a formula, which takes its whole answer. */
export const explain = (call: TracedCall, at?: CellPlace): ExplainedCall => {
  const { of, text, answer } = call;
  const explained = { id: of.id, text, arguments: argumentsOf(call), provenance: {}, sources: [], assumptions: [] };
  if (!answer) {
    const sentence = `Excel computes ${unknownArguments(call)}: the pane cannot, so only the cell knows the value.`;
    return { ...explained, outcome: { kind: "unknown", sentence } };
  }
  const cell = answer[at?.row ?? 0]?.[at?.column ?? 0] ?? "";
  const outcome = outcomeOf(answer, cell, at);
  if (outcome.kind !== "value") return { ...explained, outcome };
  // The sources of a table are those of many numbers: beside one of them only its own belong.
  const looked: Table = at ? [[cell]] : answer;
  return {
    ...explained,
    outcome,
    provenance: firstProvenance(looked),
    sources: sourcesOf(call, looked, at),
    assumptions: assumptionsOf(call, at),
  };
};

/** The number in that cell of the answer, to hold against what the sheet shows. */
export const numberAt = (call: TracedCall, row: number, column: number): number | undefined => {
  const cell = call.answer?.[row]?.[column];
  const value = cell === undefined ? undefined : bare(cell);
  return typeof value === "number" ? value : undefined;
};
