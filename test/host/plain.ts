// What a cell shows of an answer, whether or not Excel knows data types: the plain value, or the code of an error.
import type { CallResult } from "./calls";

const plainCell = (cell: unknown): unknown => {
  if (typeof cell !== "object" || cell === null) return cell;
  if ("error" in cell) return cell.error;
  if ("basicValue" in cell) return cell.basicValue;
  return "text" in cell ? cell.text : cell;
};

export const plain = (result: CallResult): unknown => {
  if ("error" in result) return result.error;
  const { value } = result;
  return Array.isArray(value) ? (value as unknown[][]).map((row) => row.map(plainCell)) : plainCell(value);
};
