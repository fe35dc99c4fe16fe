// The defined names of a file. Univer knows a name once in a workbook and takes its cells as they are: names that several
// sheets have for themselves, and names that mean other cells in each place, give way to what they refer to.
import type { IResources } from "@univerjs/core";
import { formulaIn, type FormulaIn, type NamedIn, type Surroundings } from "./formula-in";
import { isRelative, writtenAt } from "./references";
import type { FileName } from "./workbook-in";

const EVERYWHERE = "AllDefaultWorkbook";
const FIRST_CELL = { row: 0, column: 0 };

/** Names that downloads carry for the ranges of charts (see chart-ranges.ts); without the charts they mean nothing. */
const isOfChart = ({ name, refersTo }: FileName): boolean =>
  /^Chart_[A-Z]+\d+$/.test(name) && refersTo.includes(":INDEX(");

export interface NamesIn {
  named: Surroundings["named"];
  readonly resources: IResources;
  /** How many refer to what is not here. */
  readonly left: number;
  /** How many give way to what they refer to. */
  readonly replaced: number;
}

/** `titles` are the names of the sheets in the file, `ids` those of the sheets here. */
export const namesIn = (
  all: readonly FileName[],
  titles: readonly string[],
  ids: readonly string[],
  around: Omit<Surroundings, "named">,
): NamesIn => {
  const names = all.filter((name) => !isOfChart(name));
  const byName = new Map<string, FileName[]>();
  for (const name of names) {
    const key = name.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), name]);
  }
  const sheetAt = new Map([...titles.entries()].reverse().map(([index, title]) => [title.toLowerCase(), index]));
  const read = new Map<FileName, NamedIn>();

  /** The one that keeps its name: known everywhere, or on one sheet alone. */
  const isSole = (name: FileName): boolean => {
    const alike = byName.get(name.name.toLowerCase()) ?? [];
    return alike.length === 1 || (name.sheet === undefined && alike.find(({ sheet }) => sheet === undefined) === name);
  };

  const formulaOf = (name: FileName): FormulaIn => {
    const why = `the name ${name.name}`;
    const isGone = name.refersTo === "" || name.refersTo.includes("#REF!");
    if (isGone || (name.sheet !== undefined && !titles[name.sheet])) return { why };
    return formulaIn(name.refersTo, titles[name.sheet ?? 0] ?? "", "filling", { ...around, named });
  };

  const nameIn = (name: FileName): NamedIn => {
    const known = read.get(name);
    if (known) return known;
    // A name that leads back to itself leads nowhere.
    read.set(name, { formula: { why: `the name ${name.name}` } });
    const formula = formulaOf(name);
    const movesAlong =
      "pieces" in formula && formula.pieces.some((piece) => typeof piece === "object" && isRelative(piece));
    const found: NamedIn = isSole(name) && !movesAlong ? { stays: name.name, formula } : { formula };
    read.set(name, found);
    return found;
  };

  const named: Surroundings["named"] = (name, home, sheet) => {
    const alike = byName.get(name.toLowerCase());
    const at = sheetAt.get((sheet ?? home).toLowerCase());
    const found = alike?.find((one) => one.sheet === at) ?? alike?.find((one) => one.sheet === undefined);
    return found && nameIn(found);
  };

  let left = 0;
  let replaced = 0;
  const kept: Record<string, object> = {};
  for (const [index, name] of names.entries()) {
    const { stays, formula } = nameIn(name);
    if ("why" in formula) left++;
    else if (stays === undefined) replaced++;
    else {
      const id = `name-${index + 1}`;
      const text = writtenAt(formula.pieces, FIRST_CELL, FIRST_CELL);
      const isCells = formula.pieces.length === 1 && typeof formula.pieces[0] === "object";
      const localSheetId = name.sheet === undefined ? EVERYWHERE : ids[name.sheet];
      kept[id] = { id, name: stays, formulaOrRefString: isCells ? text : `=${text}`, localSheetId };
    }
  }
  return { named, resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(kept) }], left, replaced };
};
