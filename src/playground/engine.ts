// Univer itself: loaded on demand, in its own chunk, since it is thirty times as large as all the rest.
import { LocaleType, Univer, UniverInstanceType } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import enUS from "@univerjs/preset-sheets-core/locales/en-US";
import type { SheetDescription } from "../sheets/sheet";
import { registerFunctions } from "./adapter";
import { explainErrors } from "./alerts";
import { keepTextsWhole } from "./array-constants";
import { showCharts } from "./charts";
import { compareCellByCell } from "./comparisons";
import { copyFilledCells } from "./copying";
import { readFormulasAfresh } from "./fresh-formulas";
import { Grid } from "./grid";
import { sheetIdOf, workbookData } from "./render";
import { showFormats } from "./formats";
import { showKeptMarks } from "./kept-marks";
import { pasteAsTyped } from "./pasting";
import { keepSpillsApart } from "./spills-apart";
import { refuseTooLarge } from "./too-large";
import { markTooWide } from "./too-wide";

/** The name of our functions' group in Univer's list of functions. */
const GROUP_NAME = { "sheets-formula-ui": { functionType: { user: "Miner Overhang" } } };

const prefersDark = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

/** Sets the grid up in `container`, calculates the sheets and draws their charts. */
export const openGrid = async (
  container: HTMLElement,
  name: string,
  sheets: readonly SheetDescription[],
): Promise<Grid> => {
  const dark = prefersDark();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: enUS },
    darkMode: dark.matches,
  });
  const preset = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: false,
    contextMenu: true,
    formulaBar: true,
    footer: { menus: false },
    formula: { initialFormulaComputing: CalculationMode.FORCED },
    disableAutoFocus: true,
  });
  for (const plugin of preset.plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const grid = new Grid(FUniver.newAPI(univer), univer.__getInjector());
  const data = workbookData(name, sheets);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
  grid.described.add(sheets, (title) => sheetIdOf(data, title));
  // The first unit brings the formula services into being; they calculate only after this turn.
  registerFunctions(grid.injector);
  compareCellByCell();
  grid.api.loadLocales(LocaleType.EN_US, GROUP_NAME);
  keepTextsWhole(grid.injector);
  readFormulasAfresh(grid);
  keepSpillsApart(grid);
  refuseTooLarge(grid.injector);
  copyFilledCells(grid);
  pasteAsTyped(grid);
  markTooWide();
  explainErrors(grid);
  showFormats(grid);
  showKeptMarks(grid);
  dark.addEventListener("change", () => {
    grid.api.toggleDarkMode(dark.matches);
  });
  await grid.api.getFormula().onCalculationResultApplied();
  showCharts(grid, container.parentElement ?? container);
  return grid;
};
