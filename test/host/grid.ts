// What stands behind the double of Excel: sheets of cells, a selection, names, settings. No formula is calculated;
// a test puts the value of a formula there itself.
import { areaName, parseArea, splitSheet, withSheet, type Area } from "./a1";
import { HostError } from "./objects";

export type CellValue = string | number | boolean;

export interface GridCell {
  readonly value: CellValue;
  /** As typed; a plain value is its own formula. */
  readonly formula: CellValue;
  readonly format: string;
  /** As shown. Needed only where a number format is set: the double formats nothing. */
  readonly text?: string;
  /** The cell whose formula fills this one. */
  readonly spilledFrom?: { readonly row: number; readonly column: number };
}

const EMPTY: GridCell = { value: "", formula: "", format: "General" };

export class GridSheet {
  readonly id: string;
  isProtected = false;
  private readonly cells = new Map<string, GridCell>();

  constructor(
    public name: string,
    number: number,
  ) {
    this.id = `{${String(number).padStart(8, "0")}-0001-0000-0000-000000000000}`;
  }

  cell(row: number, column: number): GridCell {
    return this.cells.get(`${row},${column}`) ?? EMPTY;
  }

  change(row: number, column: number, part: Partial<GridCell>): void {
    if (this.isProtected) throw new HostError("AccessDenied", "You do not have permission: the sheet is protected.");
    const { value, formula, format } = this.cell(row, column);
    this.cells.set(`${row},${column}`, { value, formula, format, ...part });
  }

  /** The area that the formula in this cell fills; undefined if it fills no more than the cell. */
  spillOf(row: number, column: number): Area | undefined {
    const filled = [...this.cells].filter(([, { spilledFrom: from }]) => from?.row === row && from.column === column);
    if (filled.length === 0) return undefined;
    const places = filled.map(([key]) => key.split(",").map(Number));
    const rows = Math.max(...places.map(([r = 0]) => r)) - row + 1;
    const columns = Math.max(...places.map(([, c = 0]) => c)) - column + 1;
    return { row, column, rows, columns };
  }

  clear(row: number, column: number): void {
    this.cells.delete(`${row},${column}`);
  }

  empty(): void {
    this.cells.clear();
  }

  /** The smallest area with all cells that are not empty. */
  used(): Area | undefined {
    const filled = [...this.cells]
      .filter(([, { formula }]) => formula !== "")
      .map(([key]) => key.split(",").map(Number));
    if (filled.length === 0) return undefined;
    const rows = filled.map(([row = 0]) => row);
    const columns = filled.map(([, column = 0]) => column);
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
  }
}

export interface Place {
  readonly sheet: GridSheet;
  readonly area: Area;
}

export interface GridSeries {
  readonly name: string;
  values: string;
  dates: string;
}

export interface GridChart {
  readonly sheet: string;
  name: string;
  readonly series: GridSeries[];
}

/** Microsoft's pages do not say what Range.formulas is in a cell that another one fills, nor the parent of that one. */
export interface SpillAnswers {
  readonly formulas: "own value" | "the formula that fills it";
  readonly parentOfFirst: "itself" | "none";
}

export class Grid {
  spillAnswers: SpillAnswers = { formulas: "the formula that fills it", parentOfFirst: "none" };
  readonly sheets: GridSheet[] = [];
  readonly settings = new Map<string, unknown>();
  /** Each name with the formula that it stands for: "=Sheet1!$A$1". */
  readonly names = new Map<string, string>();
  /** What was asked to be calculated, in order: "Full", "Sheet1", "Sheet1!A1:B2". */
  readonly calculated: string[] = [];
  readonly charts: GridChart[] = [];
  /** Looks, layout and charts, a line for each change (recorded.ts). */
  readonly record: string[] = [];
  calculationMode = "Automatic";
  decimalSeparator = ".";
  selection: Place;
  private numbered = 0;

  constructor(...names: readonly string[]) {
    for (const name of names.length > 0 ? names : ["Sheet1"]) this.addSheet(name);
    this.selection = this.place("A1");
  }

  addSheet(name = `Sheet${this.numbered + 1}`): GridSheet {
    if (this.sheet(name)) throw new HostError("ItemAlreadyExists", `A sheet named ${name} already exists.`);
    this.numbered += 1;
    const sheet = new GridSheet(name, this.numbered);
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(nameOrId: string): GridSheet | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find(({ name, id }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted);
  }

  /** An address, with its sheet or on the first sheet. */
  place(address: string): Place {
    const { sheet: name, rest } = splitSheet(address);
    const sheet = name === undefined ? this.sheets[0] : this.sheet(name);
    const area = parseArea(rest);
    if (!sheet || !area) throw new HostError("InvalidArgument", `${address} is no address in this workbook.`);
    return { sheet, area };
  }

  /** For tests: fills one cell. */
  put(address: string, cell: Partial<GridCell>): void {
    const { sheet, area } = this.place(address);
    const value = cell.value ?? "";
    sheet.change(area.row, area.column, { formula: value, ...cell, value });
  }

  /** For tests: what stands in one cell. */
  at(address: string): GridCell {
    const { sheet, area } = this.place(address);
    return sheet.cell(area.row, area.column);
  }

  nameOf({ sheet, area }: Place): string {
    return withSheet(sheet.name, areaName(area));
  }
}
