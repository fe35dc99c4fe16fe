// Univer as the rest of the page sees it: its public interface, its services, and what stands in a cell.
import type { Area } from "../common/address";
import { CellValueType, type ICellData, type Injector, type IWorkbookData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import { Described } from "./described";

export type Plain = string | number | boolean | null;

export interface Read {
  /** The bare value; null for an empty cell, the code for an error. */
  readonly value: Plain;
  /** As shown, with its number format. */
  readonly text: string;
  readonly formula: string;
  /** What a function says about its error, else "". */
  readonly reason: string;
}

export class Grid {
  /** Of the open workbook. */
  described = new Described();
  private closers: (() => void)[] = [];

  constructor(
    readonly api: FUniver,
    readonly injector: Injector,
  ) {}

  get workbook() {
    const workbook = this.api.getActiveWorkbook();
    if (workbook) return workbook;
    throw new Error("The workbook is not open.");
  }

  /** What is to end with the open workbook. */
  onClose(closer: () => void): void {
    this.closers.push(closer);
  }

  /** Puts another workbook in place of the open one, and waits until it is calculated. */
  async replaceWorkbook(data: Partial<IWorkbookData>, described: Described): Promise<void> {
    for (const closer of this.closers.splice(0)) closer();
    this.api.disposeUnit(this.workbook.getId());
    this.described = described;
    await this.calculated(() => {
      this.api.createWorkbook(data);
    });
  }

  /** The sheet of this name; the active one without. */
  sheet(name?: string) {
    const sheet = name === undefined ? this.workbook.getActiveSheet() : this.workbook.getSheetByName(name);
    if (sheet) return sheet;
    throw new Error(`There is no sheet ${name ?? ""}.`);
  }

  /** A cell's own content, or what a formula elsewhere has filled it with: Univer keeps the two apart. */
  private content(sheetId: string, row: number, column: number): ICellData | undefined {
    const own = this.workbook.getSheetBySheetId(sheetId)?.getSheet().getCellMatrix().getValue(row, column);
    if (own?.v !== undefined && own.v !== null) return own;
    const filled = this.injector.get(FormulaDataModel).getArrayFormulaCellData()[this.workbook.getId()]?.[sheetId];
    return filled?.[row]?.[column] ?? own ?? undefined;
  }

  value(sheetId: string, row: number, column: number): Plain {
    const cell = this.content(sheetId, row, column);
    if (cell?.v === undefined || cell.v === null) return null;
    return cell.t === CellValueType.BOOLEAN ? Boolean(cell.v) : cell.v;
  }

  /** The sentence that a function left with an error. */
  reason(sheetId: string, row: number, column: number): string {
    const cell = this.content(sheetId, row, column);
    if (typeof cell?.v !== "string" || !cell.v.startsWith("#")) return "";
    const message: unknown = cell.custom?.["message"];
    return typeof message === "string" ? message : "";
  }

  read({ sheet: name, first, last }: Area): Read[][] {
    const sheet = this.sheet(name);
    const id = sheet.getSheetId();
    return Array.from({ length: last.row - first.row + 1 }, (_, down) =>
      Array.from({ length: last.column - first.column + 1 }, (_, across) => {
        const row = first.row + down;
        const column = first.column + across;
        const cell = sheet.getRange(row, column);
        return {
          value: this.value(id, row, column),
          text: cell.getDisplayValue(),
          formula: cell.getFormula(),
          reason: this.reason(id, row, column),
        };
      }),
    );
  }

  values({ sheet: name, first, last }: Area): Plain[][] {
    const id = this.sheet(name).getSheetId();
    return Array.from({ length: last.row - first.row + 1 }, (_, down) =>
      Array.from({ length: last.column - first.column + 1 }, (_, across) =>
        this.value(id, first.row + down, first.column + across),
      ),
    );
  }

  /** Makes a change and waits until its results stand in the cells. */
  async calculated(change: () => void): Promise<void> {
    change();
    // Asked only now: Univer waits half a second for a calculation to begin, which a large change alone may take.
    await this.api.getFormula().onCalculationResultApplied();
  }
}
