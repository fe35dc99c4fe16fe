// Number formats of spilled cells. Univer keeps the format that a function gives for each of them, but shows only the
// first cell's: here the others get theirs, unless the user gave them one.
import { InterceptorEffectEnum, isDefaultFormat, type IStyleData } from "@univerjs/core";
import { FormulaDataModel, INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

/** After the array's values are filled in (100), before numbers are turned into text. */
const BETWEEN_VALUES_AND_FORMATS = 99;

const patternOf = (style: unknown): string | undefined =>
  typeof style === "object" && style !== null ? (style as IStyleData).n?.pattern : undefined;

export const formatSpills = ({ injector }: Grid): void => {
  const formulas = injector.get(FormulaDataModel);
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: BETWEEN_VALUES_AND_FORMATS,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col, workbook }, next) => {
      const pattern = patternOf(formulas.getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col]?.s);
      if (!cell || pattern === undefined) return next(cell);
      const own = workbook.getStyles().get(cell.s);
      if (own?.n && !isDefaultFormat(own.n.pattern)) return next(cell);
      return next({ ...cell, s: { ...own, n: { pattern } } });
    },
  });
};
