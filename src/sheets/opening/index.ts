// The sheets of the workbook in the browser, in their order.
import type { SheetDescription } from "../sheet";
import { BY_MONTH_SHEET } from "./by-month";
import { OVERHANG_SHEET } from "./overhang";
import { SCENARIO_SHEET } from "./scenario";

export const OPENING: readonly SheetDescription[] = [OVERHANG_SHEET, SCENARIO_SHEET, BY_MONTH_SHEET];
