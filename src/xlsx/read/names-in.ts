// Defined names of a file as Univer keeps them.
import type { IResources } from "@univerjs/core";
import { formulaIn } from "./formula-in";
import type { FileName } from "./workbook-xml";

const EVERYWHERE = "AllDefaultWorkbook";
const REFERENCE = /^(?:'(?:[^']|'')+'|[^'!()"]+)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?$/i;

/** Names that downloads carry for the ranges of charts (see chart-ranges.ts); without the charts they mean nothing. */
const isOfChart = ({ name, refersTo }: FileName): boolean =>
  /^Chart_[A-Z]+\d+$/.test(name) && refersTo.includes(":INDEX(");

export interface NamesIn {
  readonly resources: IResources;
  /** How many refer to what is not here. */
  readonly left: number;
}

export const namesIn = (
  names: readonly FileName[],
  sheetIds: ReadonlyMap<string, string>,
  isKnown: (name: string) => boolean,
): NamesIn => {
  const wanted = names.filter((name) => !isOfChart(name));
  const found = wanted.flatMap(({ name, refersTo, sheet }, index) => {
    const read = formulaIn(refersTo, isKnown);
    const home = sheet === undefined ? EVERYWHERE : sheetIds.get(sheet);
    if ("why" in read || refersTo.includes("#REF!") || home === undefined) return [];
    const id = `name-${index + 1}`;
    const formulaOrRefString = REFERENCE.test(refersTo) ? refersTo : read.formula;
    return [[id, { id, name, formulaOrRefString, localSheetId: home }] as const];
  });
  return {
    resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(Object.fromEntries(found)) }],
    left: wanted.length - found.length,
  };
};
