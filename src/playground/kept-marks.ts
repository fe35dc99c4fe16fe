// The mark of cells that keep a file's value since their formula calculates differently here: a corner in amber, for as
// long as nothing else is written there.
import { InterceptorEffectEnum, type ICellData, type Nullable } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

const COLOUR = "#c2570c";
const SIZE_PX = 7;
/** Beside the formats of functions (see formats.ts). */
const PRIORITY = 98;

export const keptMark = (formula: string, of: ICellData["v"]): Record<string, unknown> => ({
  keptFormula: formula,
  of,
});

/** The formula that the cell had in its file; undefined for a cell that keeps none. */
export const keptFormulaOf = (content: Nullable<ICellData>): string | undefined => {
  const formula: unknown = content?.custom?.["keptFormula"];
  const isAsKept = !content?.f && !content?.si && (content?.v ?? null) === (content?.custom?.["of"] ?? null);
  return typeof formula === "string" && isAsKept ? formula : undefined;
};

export const showKeptMarks = ({ injector }: Grid): void => {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: PRIORITY,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, { rawData }, next) =>
      next(
        cell && keptFormulaOf(rawData) !== undefined
          ? { ...cell, markers: { ...cell.markers, tl: { color: COLOUR, size: SIZE_PX } } }
          : cell,
      ),
  });
};
