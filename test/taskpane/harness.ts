// The pane on a page, beside a workbook of a few cells, with a user's hands on both.
import { onTestFinished } from "vitest";
import { dayOf } from "../../src/common/days";
import { mountPane, type PaneOptions } from "../../src/taskpane/pane";
import { WorkbookError, type AreaWrite, type CellTable, type FormulaAt, type Workbook } from "../../src/workbook/port";
import type { SheetDescription } from "../../src/sheets/sheet";

export class Sheet {
  readonly cells = new Map<string, string>();
  active = "Sheet1!B2";
  /** What stands in references, by their address with its sheet. */
  readonly tables = new Map<string, CellTable>();
  /** The formulas of the workbook, for the tools that go through it. */
  formulas: FormulaAt[] = [];
  readonly written: AreaWrite[] = [];
  sheets = ["Sheet1"];
  readonly inserted: SheetDescription[] = [];
  readonly recalculated: string[] = [];
  separators = { decimal: ".", argument: "," };
  /** What the active cell shows. */
  shown = "";
  /** How far below and right of its formula's own cell the active one lies. */
  offset = { row: 0, column: 0 };
  /** What the next write is refused with. */
  refusal: WorkbookError | undefined;
  private readonly listeners = new Set<() => void>();

  select(address: string): void {
    this.active = address;
    for (const listener of this.listeners) listener();
  }

  get listening(): number {
    return this.listeners.size;
  }

  readonly workbook: Workbook = {
    host: "browser",
    knowsSpills: true,
    activeCell: () => {
      const formula = this.cells.get(this.active) ?? "";
      return Promise.resolve({ address: this.active, formula, text: formula });
    },
    formulaBehind: () => {
      const formula = this.cells.get(this.active) ?? "";
      if (!formula.startsWith("=")) return Promise.resolve(undefined);
      return Promise.resolve({ address: this.active, formula, text: this.shown, ...this.offset });
    },
    read: (reference, from) => {
      const known = this.tables.get(reference.includes("!") ? reference : `${from}!${reference}`);
      return known ? Promise.resolve(known) : Promise.reject(new WorkbookError("unknown", `No ${reference}.`));
    },
    formulas: (_scope, wanted) => Promise.resolve(this.formulas.filter(({ formula }) => wanted(formula))),
    requireWritable: () => (this.refusal ? Promise.reject(this.refusal) : Promise.resolve()),
    write: (areas) => {
      this.written.push(...areas);
      return Promise.resolve();
    },
    sheetNames: () => Promise.resolve(this.sheets),
    insertSheets: (sheets) => {
      this.inserted.push(...sheets);
      return Promise.resolve();
    },
    separators: () => Promise.resolve(this.separators),
    writeFormula: (formula, { replace = false } = {}) => {
      if (this.refusal) return Promise.reject(this.refusal);
      if (this.cells.has(this.active) && !replace) {
        return Promise.reject(new WorkbookError("filled", `${this.active} is filled.`));
      }
      this.cells.set(this.active, formula);
      return Promise.resolve(this.active);
    },
    recalculate: (scope) => {
      this.recalculated.push(scope);
      return Promise.resolve();
    },
    onSelectionChanged: (listener) => {
      this.listeners.add(listener);
      return Promise.resolve(() => this.listeners.delete(listener));
    },
    setting: () => Promise.resolve(undefined),
    saveSetting: () => Promise.resolve(),
  };
}

export const openPane = (options: PaneOptions = {}) => {
  const root = document.createElement("main");
  document.body.append(root);
  const sheet = new Sheet();
  const pane = mountPane(root, sheet.workbook, { today: dayOf(2026, 11, 22), ...options });
  onTestFinished(() => {
    pane.unmount();
    root.remove();
  });
  return { root, sheet, ...pane };
};

const nameOf = (element: Element): string =>
  (element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim();

/** What a person can see: not in a hidden part. */
export const isShown = (element: Element): boolean => element.closest("[hidden]") === null;

/** The one visible button (or tab) with this name. */
export const buttonCalled = (root: Element, name: string): HTMLButtonElement => {
  const found = [...root.querySelectorAll("button")].filter((each) => isShown(each) && nameOf(each) === name);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} visible buttons are called ${name}.`);
  return only;
};

export const press = (key: string): void => {
  const target = document.activeElement ?? document.body;
  const isFree = target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  // What a browser does by itself and jsdom does not.
  if (isFree && key === "Enter" && target instanceof HTMLButtonElement) target.click();
};

export const openFunctions = (root: Element): HTMLInputElement => {
  buttonCalled(root, "Functions").click();
  const search = root.querySelector<HTMLInputElement>("input[type=search]");
  if (!search) throw new Error("There is no search box.");
  return search;
};

export const type = (field: HTMLInputElement, text: string): void => {
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

/** Names of the functions in the list, in order. */
export const listed = (root: Element): string[] =>
  [...root.querySelectorAll(".function .unfold")].filter(isShown).map((each) => each.textContent);

/** What people who listen hear last. */
export const heard = (root: Element): string => root.querySelector("[role=status]")?.textContent ?? "";

/** What stands under the button that was pressed. */
export const outcome = (root: Element): string => root.querySelector(".outcome")?.textContent ?? "";

/** Lets the pane and the sheet answer each other. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};
