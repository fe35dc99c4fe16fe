// The door to Excel: answers in the form of the custom-functions runtime, registered while the script loads.
import { CellError, isEntity, isRich, type Cell, type Properties, type Property, type Table } from "./cells";
import { catalogue } from "./catalogue";
import { cellAsked } from "./session";

/**
 * Whether the host understands values with a number format and properties: CustomFunctionsRuntime 1.4 ("First hour in
 * Excel", check 3).
 */
const knowsDataTypes = (): boolean => {
  // Office's own types promise too much here: before it is ready, and outside Excel, parts of it are missing.
  const office = (globalThis as { Office?: { context?: { requirements?: Office.RequirementSetSupport } } }).Office;
  return office?.context?.requirements?.isSetSupported("CustomFunctionsRuntime", "1.4") === true;
};

let dataTypes: boolean | undefined;
/** Asked until Office can answer: the first cells may come before its context is there. */
const withDataTypes = (): boolean => {
  if (dataTypes !== undefined) return dataTypes;
  const now = knowsDataTypes();
  if (now) dataTypes = true;
  return now;
};

/**
 * Excel takes five errors from a function. #REF! and #NAME? are "supported as an input error, but not as an output
 * error": they would arrive as a #VALUE! without a word ("First hour in Excel", check 6).
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors
 */
const error = (cell: CellError): unknown => {
  const codes = CustomFunctions.ErrorCode;
  const taken: Partial<Record<string, CustomFunctions.ErrorCode>> = {
    "#VALUE!": codes.invalidValue,
    "#N/A": codes.notAvailable,
    "#NUM!": codes.invalidNumber,
    "#DIV/0!": codes.divisionByZero,
    "#NULL!": codes.nullReference,
  };
  const code = taken[cell.code];
  if (code !== undefined) return new CustomFunctions.Error(code, cell.message);
  const sentence = `A cell among the arguments shows ${cell.code}: correct that cell, and this one will follow.`;
  return new CustomFunctions.Error(codes.invalidValue, cell.message || sentence);
};

const property = (value: Property): object =>
  typeof value === "string"
    ? { type: "String", basicValue: value }
    : typeof value === "number"
      ? { type: "Double", basicValue: value }
      : { type: "Double", basicValue: value.value, numberFormat: value.format };

const properties = (of: Properties): object => {
  const all: Record<string, object> = {};
  for (const name in of) all[name] = property(of[name] ?? "");
  return all;
};

const layout = (title: string, of: Properties): object => ({
  card: { title, sections: [{ layout: "List", properties: Object.keys(of) }] },
});

export const toExcel = (cell: Cell, rich: boolean): unknown => {
  if (cell instanceof CellError) return error(cell);
  if (isEntity(cell)) {
    if (!rich) return cell.entity;
    return {
      type: "Entity",
      text: cell.entity,
      properties: properties(cell.properties),
      layouts: layout(cell.entity, cell.properties),
    };
  }
  if (!isRich(cell)) return cell;
  if (!rich) return cell.value;
  const behind = cell.properties?.();
  return {
    type: "Double",
    basicValue: cell.value,
    numberFormat: cell.format,
    ...(behind ? { properties: properties(behind), layouts: layout("Behind this value", behind) } : {}),
  };
};

/** A table for Excel. A single error is thrown: only so does its sentence reach the cell ("First hour in Excel", check 5). */
export const answer = (table: Table): unknown => {
  const only = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined;
  if (only instanceof CellError) throw error(only) as Error;
  const rich = withDataTypes();
  return table.map((row) => row.map((cell) => toExcel(cell, rich)));
};

export const associateAll = (): void => {
  for (const { id, evaluate } of catalogue) {
    CustomFunctions.associate(id, (...args: unknown[]) => {
      cellAsked();
      return answer(evaluate(args));
    });
  }
};
