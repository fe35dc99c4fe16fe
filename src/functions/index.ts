// The functions bundle: one classic script. It registers all functions while it loads, needs no DOM, and leaves
// `MinerOverhang` behind for the pane and the browser workbook, which share this runtime and this record.
import { associateCommands } from "./commands";
import { associateAll } from "./excel";

export { bare, CellError, isEntity, isRich } from "./cells";
export type { Cell, Entity, Properties, Property, RichNumber, Table } from "./cells";
export { catalogue, functionCalled, tooMany } from "./catalogue";
export type { WorksheetFunction, Group } from "./define";
export type { ParameterInfo } from "./parameters";
export { COMMANDS, insertName, MENU, onCommand } from "./commands";
export type { CommandEvent, CommandName } from "./commands";
export { CARRIED_LONG } from "./holdings";
export { assumptionsUsed } from "./scenarios/used";
export type { UsedAssumption } from "./scenarios/used";
export { ASSUMPTION_NAMES, wordsOf } from "./scenarios/words";
export {
  bundledRecord,
  latestDay,
  onFirstCellAsked,
  onRecordReplaced,
  origin,
  record,
  replaceRecord,
  wasCellAsked,
  withRecord,
} from "./session";
export * from "./shared";
export { BUILD, VERSION } from "./version";

if (typeof CustomFunctions !== "undefined") associateAll();
if (typeof Office !== "undefined") associateCommands();
