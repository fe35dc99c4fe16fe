// Formulas over more cells than a browser gets through: MAKEARRAY(5000,5000,…) or =A1:XFD1048576 would hang the page and
// take the workbook with it. They are refused with a sentence. (univer 0.25.1 walks each cell of any range and knows no
// limit: https://github.com/dream-num/univer/blob/v0.25.1/packages/engine-formula/src/services/runtime.service.ts)
import type { Injector } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseReferenceObject,
  deserializeRangeWithSheet,
  ErrorType,
  ErrorValueObject,
  IFormulaRuntimeService,
  IFunctionService,
  SheetPermissionCheckController,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/preset-sheets-core";
import { count } from "../common/words";

const MOST_READ = 5_000_000;
const MOST_FILLED = 200_000;
/** Functions that make cells one by one, and where among their arguments the number of rows stands; columns follow. */
const MAKERS: readonly (readonly [name: string, rowsAt: number])[] = [
  ["MAKEARRAY", 0],
  ["SEQUENCE", 0],
  ["RANDARRAY", 0],
  ["EXPAND", 1],
];

const refusal = (cells: number, most: number): ErrorValueObject => {
  const message = `This is about ${count(cells)} cells; a formula in this workbook takes up to ${count(most)}. Name fewer cells.`;
  const error = ErrorValueObject.create(ErrorType.NUM, message);
  error.withCustomData({ message });
  return error;
};

const isArray = (value: FunctionVariantType): value is ArrayValueObject => value instanceof ArrayValueObject;

/** How many cells a range or array has; 1 for anything else. */
const sizeOf = (value: FunctionVariantType): number =>
  isArray(value) || value instanceof BaseReferenceObject ? value.getRowCount() * value.getColumnCount() : 1;

/** What stands for ranges that were not read, and why. */
const refusedRanges = new WeakMap<object, ErrorValueObject>();

const alone = (error: ErrorValueObject): ArrayValueObject => {
  const array = ArrayValueObject.create({
    calculateValueList: [[error]],
    rowCount: 1,
    columnCount: 1,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
  refusedRanges.set(array, error);
  return array;
};

const refuseReading = (): void => {
  const ranges = BaseReferenceObject.prototype;
  const walk = Object.getOwnPropertyDescriptor(ranges, "iterator")?.value as BaseReferenceObject["iterator"];
  const gather = Object.getOwnPropertyDescriptor(ranges, "toArrayValueObject")
    ?.value as BaseReferenceObject["toArrayValueObject"];
  ranges.iterator = function (this: BaseReferenceObject, callback) {
    const cells = sizeOf(this);
    if (cells <= MOST_READ) return walk.call(this, callback);
    const { startRow, startColumn } = this.getRangePosition();
    return callback(refusal(cells, MOST_READ), startRow, startColumn);
  };
  ranges.toArrayValueObject = function (this: BaseReferenceObject, useCache) {
    const cells = sizeOf(this);
    return cells > MOST_READ ? alone(refusal(cells, MOST_READ)) : gather.call(this, useCache);
  };
};

const refuseFilling = (injector: Injector): void => {
  const runtime = injector.get(IFormulaRuntimeService);
  const fill = runtime.setRuntimeData.bind(runtime);
  runtime.setRuntimeData = (value) => {
    const cells = sizeOf(value);
    fill(cells > MOST_FILLED ? refusal(cells, MOST_FILLED) : value);
  };
};

/** No function is to answer for cells that it was not given: COUNTA of a refused range would be 1. */
const refuseArguments = (injector: Injector): void => {
  const rowsAt = new Map<string, number>(MAKERS);
  const numberIn = (value: BaseValueObject | undefined): number => Number(value?.getValue() ?? 1);
  injector
    .get(IFunctionService)
    .getExecutors()
    .forEach((executor, name) => {
      const calculate = executor.calculate.bind(executor);
      const at = rowsAt.get(String(name));
      executor.calculate = (...given) => {
        const refused = given.map((value) => (refusedRanges.has(value) ? MOST_READ + 1 : sizeOf(value)));
        const read = Math.max(0, ...refused);
        if (read > MOST_READ) return refusedRanges.get(given[refused.indexOf(read)] ?? {}) ?? refusal(read, MOST_READ);
        const made = at === undefined ? 0 : numberIn(given[at]) * numberIn(given[at + 1]);
        return made > MOST_FILLED ? refusal(made, MOST_FILLED) : calculate(...given);
      };
    });
};

const RANGE = /\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+/gi;
/** Above it, asking each cell takes longer than typing does. */
const MOST_ASKED = 20_000;

/**
 * Before a formula is taken, each cell of its ranges is asked whether it may be seen, which for =A1:XFD1048576 never
 * ends. Cells of the workbook in the browser are nobody's secret: large ranges are not asked.
 */
const askOnlyFew = (injector: Injector): void => {
  const asks = injector.get(SheetPermissionCheckController) as unknown as {
    _permissionCheckWithFormula: (params: { readonly value: { readonly f?: string } }) => boolean;
  };
  const ask = asks._permissionCheckWithFormula.bind(asks);
  asks._permissionCheckWithFormula = (params) => {
    const ranges = params.value.f?.match(RANGE) ?? [];
    const cells = ranges.map((range) => {
      const { startRow, endRow, startColumn, endColumn } = deserializeRangeWithSheet(range).range;
      return (endRow - startRow + 1) * (endColumn - startColumn + 1);
    });
    return Math.max(0, ...cells) > MOST_ASKED || ask(params);
  };
};

export const refuseTooLarge = (injector: Injector): void => {
  askOnlyFew(injector);
  refuseReading();
  refuseFilling(injector);
  refuseArguments(injector);
};
