// The number format that a function gives with its value: shown in each cell that it fills, unless the cell has its own.
import { InterceptorEffectEnum, isDefaultFormat, type ICellData, type Nullable } from "@univerjs/core";
import { FormulaDataModel, INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

/** After the values of arrays are filled in (100), before numbers are turned into text (10). */
const BETWEEN_VALUES_AND_TEXTS = 99;

/** See Formatted in values.ts; undefined where the number is no longer the one that was formatted. */
export const formatOf = (content: Nullable<ICellData>): string | undefined => {
  const format: unknown = content?.custom?.["format"];
  return typeof format === "string" && content?.custom?.["of"] === content?.v ? format : undefined;
};

export const showFormats = ({ injector }: Grid): void => {
  const formulas = injector.get(FormulaDataModel);
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: BETWEEN_VALUES_AND_TEXTS,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col, workbook, rawData }, next) => {
      const spilled = formulas.getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col];
      const pattern = formatOf(spilled ?? rawData);
      if (!cell || pattern === undefined) return next(cell);
      const own = workbook.getStyles().get(cell.s);
      if (own?.n && !isDefaultFormat(own.n.pattern)) return next(cell);
      return next({ ...cell, s: { ...own, n: { pattern } } });
    },
  });
};
