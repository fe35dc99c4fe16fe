// The open workbook as Excel allows it: the browser workbook knows longer names, texts and formulas than a file may have.
import { counted } from "../../common/words";
import { inChart, inFormula, type Renamed } from "../../sheets/rename-sheets";
import { allowedSheetNames } from "../../sheets/sheet-names";
import type { SnapshotBook, SnapshotCell, SnapshotName, SnapshotSheet } from "./snapshot";

/** Excel's own limits. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8192;
const LONGEST_NAME = 255;

/** A letter, an underline or a backslash first, then no spaces; nothing that is read as a cell. */
const NAME = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u;
const CELL = /^(?:[A-Z]{1,3}\d+|R\d*(?:C\d*)?|C\d*)$/i;

const isName = (name: string): boolean => name.length <= LONGEST_NAME && NAME.test(name) && !CELL.test(name);

/** Of the same name on the same sheet, the first counts. */
const namesOnce = (names: readonly SnapshotName[]): readonly SnapshotName[] =>
  [
    ...new Map([...names].reverse().map((one) => [`${one.sheet ?? ""}!${one.name.toLowerCase()}`, one])).values(),
  ].reverse();

export const withinLimits = (live: SnapshotBook): SnapshotBook => {
  const before = live.sheets.map(({ name }) => name);
  const now = allowedSheetNames(before);
  const renamed: Renamed = new Map(
    before.flatMap((name, index): [string, string][] => (name === now[index] ? [] : [[name, now[index] ?? name]])),
  );
  const formulaOut = (formula: string): string => (renamed.size === 0 ? formula : inFormula(formula, renamed));
  const left = { outside: 0, texts: 0, formulas: 0 };

  const cellOut = (cell: SnapshotCell): SnapshotCell[] => {
    if (cell.row >= MOST_ROWS || cell.column >= MOST_COLUMNS) {
      left.outside++;
      return [];
    }
    const { formula, fills, value, ...rest } = cell;
    const isLongText = typeof value === "string" && value.length > LONGEST_TEXT;
    if (isLongText) left.texts++;
    const out = { ...rest, value: isLongText ? value.slice(0, LONGEST_TEXT) : value };
    if (formula === undefined) return [out];
    const written = formulaOut(formula);
    if (written.length > LONGEST_FORMULA) {
      left.formulas++;
      return [out];
    }
    return [{ ...out, formula: written, ...(fills ? { fills } : {}) }];
  };
  const sheetOut = (sheet: SnapshotSheet, index: number): SnapshotSheet => ({
    ...sheet,
    name: now[index] ?? sheet.name,
    cells: sheet.cells.flatMap(cellOut),
    charts: sheet.charts.map((chart) => (renamed.size === 0 ? chart : inChart(chart, renamed))),
  });

  const sheets = live.sheets.map(sheetOut);
  const names = namesOnce(live.names.filter(({ name }) => isName(name)));
  const lost = live.names.length - names.length;
  const said = [
    ...[...renamed].map(
      ([name, other]) => `the sheet name “${name}”, which Excel does not allow (it is “${other}” there)`,
    ),
    left.outside > 0 ? `${counted(left.outside, "cell")} beyond Excel's last row or column` : "",
    left.texts > 0 ? `the ends of ${counted(left.texts, "text")} longer than 32,767 characters` : "",
    left.formulas > 0
      ? `${counted(left.formulas, "formula")} longer than 8,192 characters (their values are kept)`
      : "",
    lost > 0 ? `${counted(lost, "name")} that Excel does not allow` : "",
  ];
  return {
    ...live,
    sheets,
    names: names.map((name) => ({ ...name, refersTo: formulaOut(`=${name.refersTo}`).slice(1) })),
    leftOut: [...live.leftOut, ...said.filter((phrase) => phrase !== "")],
  };
};
