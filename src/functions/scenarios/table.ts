// The table of assumptions as it stands in cells: a preset's name, or rows of name and value.
import { nearest } from "../../data/text";
import { ASSUMPTIONS } from "../../model/scenario/assumptions";
import { isMinerAssumption } from "../../model/scenario/check";
import { PRESETS, type Preset } from "../../model/scenario/presets";
import { findMiner } from "../../data/names";
import { tickerOf } from "../baskets";
import { attempt, CellError } from "../cells";
import { isBlank, isEmpty, type Input, type InputGrid } from "../inputs";
import { record } from "../session";

/** One row as it was given. `name` is in the spelling of the model, with the ticker of today before it. */
export interface Row {
  readonly name: string;
  readonly value: Input;
  /** For messages: "row 3", or nothing when the table is a preset alone. */
  readonly where: string;
}

const NAMES = ASSUMPTIONS.map((assumption) => assumption.name);
const MINER_NAMES = ASSUMPTIONS.filter(isMinerAssumption).map((assumption) => assumption.name);
/** First cells of a row of headers, which ASSUMPTIONS itself writes. */
const HEADERS = ["name", "assumption"];

export const presetCalled = (written: string): Preset => {
  const word = written.trim().toLowerCase();
  const found = PRESETS.find((preset) => preset.name === word);
  if (found) return found;
  const names = PRESETS.map((preset) => preset.name);
  throw new CellError("#VALUE!", `No preset is called "${written.trim()}". Choose from ${names.join(", ")}.`);
};

const unknown = (written: string, where: string, names: readonly string[]): CellError => {
  const near = nearest(written.toLowerCase(), [...new Set(names)], 3).join(", ");
  return new CellError("#VALUE!", `${where}No assumption is called "${written}". Nearest: ${near}.`);
};

/** "mara.sell_share" is "MARA.sell_share", under whatever name the miner is known. */
export const assumptionCalled = (written: string, where = ""): string => {
  const plain = written.trim().toLowerCase();
  if (NAMES.includes(plain) && !isFigureOnly(plain)) return plain;
  const dot = written.indexOf(".");
  if (dot < 0) {
    if (!isFigureOnly(plain)) throw unknown(written, where, NAMES);
    throw new CellError("#VALUE!", `${where}${plain} is set for each miner: write, for example, MARA.${plain}.`);
  }
  const figure = written
    .slice(dot + 1)
    .trim()
    .toLowerCase();
  if (!MINER_NAMES.includes(figure)) throw unknown(figure, where, MINER_NAMES);
  const found = findMiner(record(), written.slice(0, dot));
  if (typeof found === "number") return `${tickerOf(found)}.${figure}`;
  throw new CellError(
    "#VALUE!",
    `${where}No miner is called "${written.slice(0, dot)}". Nearest: ${found.nearest.join(", ")}.`,
  );
};

/** Whether the text names an assumption of the model, for all miners or for one. */
export const isAssumption = (written: string): boolean =>
  !(attempt(() => assumptionCalled(written)) instanceof CellError);

/** Figures that only a miner has ("holdings"); "hashrate" is one of them and also the network's. */
const isFigureOnly = (name: string): boolean =>
  ASSUMPTIONS.some((one) => one.name === name && one.kind === "figure") &&
  !ASSUMPTIONS.some((one) => one.name === name && one.kind !== "figure");

/** Only of these can 0 be meant. */
export const isNumeric = (name: string): boolean =>
  ASSUMPTIONS.some(
    (one) => (one.kind === "number" || isMinerAssumption(one)) && (one.name === name || name.endsWith(`.${one.name}`)),
  );

const isHeader = (name: Input): boolean => typeof name === "string" && HEADERS.includes(name.trim().toLowerCase());

/** Reads the argument: nothing is the preset hold, a single text is a preset's name, more is a table. */
export const readRows = (grid: InputGrid | undefined): readonly Row[] => {
  const single = grid?.length === 1 && grid[0]?.length === 1 ? grid[0][0] : undefined;
  if (!grid || (grid.length === 1 && grid[0]?.length === 1 && isBlank(single))) return [];
  if (single instanceof CellError) throw single;
  if (single !== undefined) {
    return [{ name: "preset", value: presetCalled(String(single)).name, where: "" }];
  }
  if (grid.some((row) => row.length < 2)) {
    throw new CellError(
      "#VALUE!",
      "assumptions must be a preset's name or a range of two columns, name and value (see ASSUMPTIONS).",
    );
  }
  const seen = new Map<string, number>();
  return grid.flatMap((cells, index): Row[] => {
    const [name, value = null] = cells;
    const where = `Row ${index + 1}: `;
    if (name instanceof CellError) throw name;
    if (isBlank(name) || (index === 0 && isHeader(name))) return [];
    const known = assumptionCalled(String(name), where);
    const before = seen.get(known);
    if (before !== undefined) {
      throw new CellError("#VALUE!", `${where}${known} is already in row ${before}: keep one of them.`);
    }
    seen.set(known, index + 1);
    // A name without a value keeps its default: a row may be emptied without being removed.
    return (isNumeric(known) ? isEmpty(value) : isBlank(value)) ? [] : [{ name: known, value, where }];
  });
};
