// What stands behind the top left cell of an answer: its properties, as a cell with data types has them.
import { isEntity, isRich, type Properties } from "../../src/functions";
import { evaluate } from "./contract";

export const behind = (id: string, ...args: unknown[]): Properties => {
  const cell = evaluate(id, args)[0]?.[0];
  if (typeof cell === "object" && isEntity(cell)) return cell.properties;
  if (typeof cell === "object" && isRich(cell) && cell.properties) return cell.properties();
  throw new Error(`${id} has nothing behind its value.`);
};
