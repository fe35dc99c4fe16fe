// A table as rows of cells at their true positions, whoever read it: the inline reader or the exhibit reader.

export interface Cell {
  readonly text: string;
  /** Facts of the inline document that stand in it, by number. */
  readonly facts: readonly number[];
}

export interface Row {
  /** At each position the cell that covers it; a cell over several positions stands at its first. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Table {
  readonly rows: readonly Row[];
}

/** Blanks of every kind as one, zero-width spaces as nothing. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u200b\u200c\u200d\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();

export const textAt = (row: Row | undefined, position: number): string => row?.cells[position]?.text ?? "";
/** The first cell with letters names the row. */
export const labelOf = (row: Row): string => row.cells.find((cell) => /[a-z]/i.test(cell?.text ?? ""))?.text ?? "";
export const wordsOf = (row: Row): string =>
  row.cells
    .map((cell) => cell?.text ?? "")
    .filter((text) => text !== "")
    .join(" ");

/** Gathers a table while a parser runs through it. */
export class TableBuilder {
  readonly rows: { cells: ({ text: string; facts: number[] } | undefined)[] }[] = [];
  private cell: { text: string; facts: number[] } | undefined;

  openRow(): void {
    this.closeCell();
    this.rows.push({ cells: [] });
  }

  openCell(span: number): void {
    this.closeCell();
    if (this.rows.length === 0) this.openRow();
    this.cell = { text: "", facts: [] };
    const cells = this.rows.at(-1)?.cells;
    cells?.push(this.cell);
    for (let more = 1; more < Math.min(span, 100); more++) cells?.push(undefined);
  }

  closeCell(): void {
    if (this.cell) this.cell.text = tidy(this.cell.text);
    this.cell = undefined;
  }

  get isInCell(): boolean {
    return this.cell !== undefined;
  }
  write(text: string): void {
    if (this.cell) this.cell.text += text;
  }
  mark(fact: number): void {
    this.cell?.facts.push(fact);
  }
}
