// The page of the workbook in the browser: says what it waits for, opens the grid, puts the pane beside it.
import { onRecordReplaced, record } from "../functions";
import { refresh as refreshFormulas } from "../taskpane/models/repair";
import { shortcutTexts } from "../taskpane/shortcuts";
import { openRefresh } from "../taskpane/updates/open";
import { setChartColours } from "./chart-colours";
import { fileBar } from "./file-bar";
import { hookOf } from "./hook";
import { layOutPane } from "./layout";
import { Progress } from "./progress";
import { OPENING } from "../sheets/opening/index";
import { browserWorkbook } from "./workbook";

const need = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
};

/** The element with this id, of the kind that the page's own code needs. */
const needA = <T extends HTMLElement>(id: string, kind: new () => T): T => {
  const element = need(id);
  if (element instanceof kind) return element;
  throw new Error(`The element ${id} is of another kind.`);
};

const isMac = (): boolean => navigator.userAgent.includes("Mac");

const open = async (progress: Progress) => {
  await progress.step("Reading the record…");
  const refresh = openRefresh(undefined);
  const { version, miners } = record();
  await progress.step(`Loading the spreadsheet engine for the record of ${version} (${miners.length} miners)…`);
  const { openGrid } = await import(/* webpackChunkName: "grid" */ "./engine");
  setChartColours(document.documentElement);
  await progress.step("Calculating…");
  const grid = await openGrid(need("grid"), "Miner Overhang", OPENING);
  const workbook = browserWorkbook(grid);
  const shortcuts = [...shortcutTexts(isMac()), ["Next part of the page", "F6"] as const];
  const { pane, show } = layOutPane(need("pane"), need("pane-button"), workbook, { refresh, shortcuts });
  await fileBar(grid, workbook, {
    bar: need("files"),
    open: needA("open-button", HTMLButtonElement),
    download: needA("download-button", HTMLButtonElement),
    books: needA("books", HTMLSelectElement),
    picker: needA("open-file", HTMLInputElement),
    notice: need("notice"),
    sheet: need("sheet"),
  });
  const parts = { bar: need("bar"), notice: need("notice"), grid: need("grid"), pane: need("pane") };
  const openPane = (section?: string): void => {
    show();
    if (section !== undefined) pane.open(section);
    parts.pane.querySelector<HTMLElement>("[role='tab'][aria-selected='true']")?.focus();
  };
  const { takeKeys } = await import(/* webpackChunkName: "grid" */ "./keys");
  takeKeys(grid, parts, {
    M: openPane,
    R: () => void refreshFormulas(workbook, "workbook"),
    H: () => {
      openPane("explain");
    },
  });
  onRecordReplaced(() => {
    void workbook.recalculate("workbook");
  });
  progress.done();
  return { grid, workbook };
};

const progress = new Progress(need("progress"));
window.playground = hookOf(open(progress));
window.playground.ready.catch((error: unknown) => {
  console.error(error);
  progress.failed("The workbook could not be opened. Reload the page; the functions themselves are not affected.");
});
