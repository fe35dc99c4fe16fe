// Freeze: formulas of ours become the values that they show. The formulas go to a sheet first, and come back on Undo.
import { CellError, isRich, type Table } from "../../functions";
import { isoOf, type Day } from "../../common/days";
import { cellName, placeOf } from "../../common/address";
import {
  WorkbookError,
  type AreaWrite,
  type CellContent,
  type FormulaAt,
  type Scope,
  type Workbook,
} from "../../workbook/port";
import { hasOurs } from "../formula/read";
import { answerOf, auditSheet } from "./audit";
import { uniqueSheets } from "../../sheets/rename-sheets";

export interface Frozen {
  /** The sheet that keeps the formulas. */
  readonly sheet: string;
  readonly cells: readonly (FormulaAt & { readonly area: AreaWrite })[];
}

const asWritten = (content: CellContent): string | number | boolean => {
  if (content === null) return "";
  if (typeof content === "object") return content.code;
  // Text that would be read as a formula or a number stays text.
  return typeof content === "string" && /^['=+\-@\d.]/.test(content) ? `'${content}` : content;
};

const formatsFor = (answer: Table | undefined, content: AreaWrite["content"]): AreaWrite["formats"] => {
  if (answer?.length !== content.length || answer[0]?.length !== content[0]?.length) return undefined;
  return answer.map((row) =>
    row.map((cell) =>
      typeof cell === "object" && !(cell instanceof CellError) && isRich(cell) ? cell.format : "General",
    ),
  );
};

const rangeOf = ({ cell, rows, columns }: FormulaAt): string => {
  const place = placeOf(cell);
  return place ? `${cell}:${cellName(place.row + rows - 1, place.column + columns - 1)}` : cell;
};

const asValues = async (workbook: Workbook, at: FormulaAt): Promise<AreaWrite> => {
  const isOne = at.rows === 1 && at.columns === 1;
  const table = isOne ? [[at.value]] : await workbook.read(rangeOf(at), at.sheet);
  const content = table.map((row) => row.map(asWritten));
  const formats = formatsFor(await answerOf(workbook, at), content);
  return { sheet: at.sheet, cell: at.cell, content, ...(formats ? { formats } : {}) };
};

const spillsUnknown = (): WorkbookError =>
  new WorkbookError(
    "old",
    "This Excel does not report how far a formula spills (it lacks ExcelApi 1.12). Copy the cells and paste them as values instead.",
  );

/** Undefined where there is nothing to freeze. */
export const freeze = async (workbook: Workbook, scope: Scope, today: Day): Promise<Frozen | undefined> => {
  const found = await workbook.formulas(scope, hasOurs);
  if (found.length === 0) return undefined;
  // Freezing the first cell alone would empty the others that the formula fills.
  if (!workbook.knowsSpills) throw spillsUnknown();
  const cells = [];
  for (const at of found) cells.push({ ...at, area: await asValues(workbook, at) });
  // The sheet that keeps the formulas is there before them, so it must not be left behind by a refusal.
  await workbook.requireWritable(cells.map(({ area }) => area));
  const sentence = `Formulas that were frozen to their values on ${isoOf(today)}. Re-enter one to make it live again.`;
  const described = await auditSheet(workbook, found, `Frozen ${isoOf(today)}`, sentence);
  const [kept = described] = uniqueSheets([described], await workbook.sheetNames());
  await workbook.insertSheets([kept]);
  await workbook.write(cells.map(({ area }) => area));
  return { sheet: kept.name, cells };
};

const isSame = (content: CellContent, written: string | number | boolean): boolean =>
  asWritten(content) === written || asWritten(content) === String(written).replace(/^'/, "");

/** Puts formulas back where the frozen values still stand; gives how many came back and how many had been changed. */
export const unfreeze = async (
  workbook: Workbook,
  { cells }: Frozen,
): Promise<{ readonly back: number; readonly changed: number }> => {
  const untouched = [];
  for (const each of cells) {
    const now = await workbook.read(rangeOf(each), each.sheet).catch(() => []);
    const isUntouched = each.area.content.every((row, r) => row.every((was, c) => isSame(now[r]?.[c] ?? null, was)));
    if (isUntouched) untouched.push(each);
  }
  await workbook.write(
    untouched.flatMap(({ sheet, cell, formula, area }): AreaWrite[] => [
      { sheet, cell, content: area.content.map((row) => row.map(() => "")) },
      { sheet, cell, content: [[formula]] },
    ]),
  );
  return { back: untouched.length, changed: cells.length - untouched.length };
};
