// The open workbooks: one is in the grid, the others are kept as they were left, until the page is closed.
import { CommandType, ICommandService, type IWorkbookData } from "@univerjs/core";
import { showCharts } from "./charts";
import { Described } from "./described";
import { enterCells, type NewCells } from "./enter-cells";
import type { Grid } from "./grid";

interface Book {
  readonly title: string;
  /** Since it was opened or downloaded. */
  isEdited: boolean;
  readonly described: Described;
  /** While it is not in the grid. */
  data?: Partial<IWorkbookData>;
}

/** Univer's first calculation of a workbook leaves some formulas that fill cells wrong; entered, they are right. */
const enterAnew = async (grid: Grid): Promise<void> => {
  const entries = grid.workbook.getSheets().flatMap((sheet): NewCells[] => {
    const cells: NewCells[string] = {};
    sheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (!cell?.f && !cell?.si) return;
        (cells[row] ??= {})[column] = { f: sheet.getRange(row, column).getFormula(), v: null, si: null };
      });
    return Object.keys(cells).length > 0 ? [{ [sheet.getSheetId()]: cells }] : [];
  });
  await enterCells(grid, entries);
};

export class Books {
  private readonly books: Book[];
  private at = 0;
  /** No two have the same id, not even one after another: Univer remembers formulas by it. */
  private opened = 1;
  private isChanging = false;

  constructor(
    private readonly grid: Grid,
    private readonly room: HTMLElement,
    private readonly onChange: () => void,
  ) {
    this.books = [{ title: grid.workbook.getName(), isEdited: false, described: grid.described }];
    this.watchEdits();
  }

  get titles(): readonly string[] {
    return this.books.map(({ title }) => title);
  }

  get current(): number {
    return this.at;
  }

  /** Whether closing the page would lose something. */
  get areEdited(): boolean {
    return this.books.some(({ isEdited }) => isEdited);
  }

  /** The workbook in the grid is in a file now. */
  wasSaved(): void {
    this.present().isEdited = false;
  }

  /**
   * Opens a workbook beside the others and shows it; `fill` enters its formulas. If it cannot be shown the one before
   * comes back.
   */
  async add(title: string, data: Partial<IWorkbookData>, fill: () => Promise<void>): Promise<void> {
    const before = this.at;
    const id = `workbook-${++this.opened}`;
    this.books.push({ title, isEdited: false, described: new Described(), data: { ...data, id } });
    try {
      await this.show(this.books.length - 1, fill);
    } catch (error) {
      this.books.pop();
      this.at = before;
      await this.place(this.present());
      throw error;
    }
  }

  async show(index: number, fill = () => enterAnew(this.grid)): Promise<void> {
    const next = this.books[index];
    if (!next || index === this.at) return;
    this.present().data = this.grid.workbook.save();
    this.at = index;
    await this.place(next, fill);
  }

  private present(): Book {
    const book = this.books[this.at];
    if (book) return book;
    throw new Error("No workbook is open.");
  }

  private async place({ data = {}, described }: Book, fill = () => enterAnew(this.grid)): Promise<void> {
    this.isChanging = true;
    try {
      await this.grid.replaceWorkbook(data, described);
      await fill();
      showCharts(this.grid, this.room);
    } finally {
      this.isChanging = false;
      this.onChange();
    }
  }

  private watchEdits(): void {
    this.grid.injector.get(ICommandService).onCommandExecuted(({ id, type }, options) => {
      if (type !== CommandType.MUTATION || this.isChanging || this.present().isEdited) return;
      // Results of formulas are local; the text in the formula bar is a document; heights follow contents by themselves.
      if (options?.onlyLocal || id.startsWith("doc.") || id.endsWith("-auto-height")) return;
      this.present().isEdited = true;
    });
  }
}
