// The double's Range: values, formulas, formats and the ways from one range to another.
import type { Area } from "./a1";
import type { Grid, GridCell, GridSheet, Place } from "./grid";
import { formatOf, recorded } from "./recorded";
import { HostError, itemNotFound, NotInTheDouble, orNull, type HostObject, type Scalar } from "./objects";

const shown = (cell: GridCell): string => {
  if (cell.text !== undefined) return cell.text;
  if (cell.format !== "General" && typeof cell.value === "number") {
    throw new NotInTheDouble(`Range.text of a number as ${cell.format} (put the text into the grid)`);
  }
  return typeof cell.value === "boolean" ? String(cell.value).toUpperCase() : String(cell.value);
};

const valueType = ({ value }: GridCell): string => {
  if (value === "") return "Empty";
  if (typeof value === "string") return /^#[A-Z/0!?]+$/.test(value) ? "Error" : "String";
  return typeof value === "number" ? "Double" : "Boolean";
};

/** What typing this text does: a formula is kept and not calculated, anything else is its own value. */
const typed = (input: unknown): Partial<GridCell> | undefined => {
  if (input === null) return undefined;
  if (typeof input !== "string" && typeof input !== "number" && typeof input !== "boolean") {
    throw new HostError("InvalidArgument", "A cell takes text, a number or a truth value.");
  }
  if (typeof input === "string" && input.startsWith("=")) return { formula: input, value: "" };
  // An apostrophe makes text of what follows; a code of an error makes an error, whose text is the same here.
  const value = typeof input === "string" ? input.replace(/^'/, "") : input;
  return { formula: value, value };
};

/** More than this Excel does not give in one piece either. */
const MOST_CELLS = 1_000_000;

export const rangeObject = (grid: Grid, place: Place, worksheet: (sheet: GridSheet) => HostObject): HostObject => {
  const { sheet, area } = place;
  const at = (part: Partial<Area>): HostObject => {
    const next = { ...area, ...part };
    if (next.row < 0 || next.column < 0 || next.rows < 1 || next.columns < 1) {
      throw new HostError("InvalidArgument", "The range lies outside the sheet.");
    }
    return rangeObject(grid, { sheet, area: next }, worksheet);
  };
  const each = <T>(read: (row: number, column: number) => T): T[][] => {
    const { row, column, rows, columns } = area;
    if (rows * columns > MOST_CELLS) throw new NotInTheDouble(`A Range of ${rows * columns} cells at once`);
    return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => read(row + r, column + c)));
  };
  const read =
    (part: (cell: GridCell) => unknown): Scalar["get"] =>
    () =>
      each((r, c) => part(sheet.cell(r, c)));
  const write =
    (change: (input: unknown) => Partial<GridCell> | undefined) =>
    (value: unknown): void => {
      const rows: unknown[] = Array.isArray(value) ? value : [];
      const fits = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
      if (Array.isArray(value) && !fits) {
        throw new HostError(
          "InvalidArgument",
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
      }
      each((r, c) => {
        const input: unknown = Array.isArray(value) ? (rows[r - area.row] as unknown[])[c - area.column] : value;
        const changed = change(input);
        if (changed) sheet.change(r, c, changed);
      });
    };
  const formula = ({ formula: own, spilledFrom: from }: GridCell): unknown =>
    from && grid.spillAnswers.formulas !== "own value" ? sheet.cell(from.row, from.column).formula : own;
  /** The part of the used range that lies inside this one. */
  const used = (): HostObject => {
    const all = sheet.used();
    if (!all) throw itemNotFound();
    const [row, column] = [Math.max(all.row, area.row), Math.max(all.column, area.column)];
    const rows = Math.min(all.row + all.rows, area.row + area.rows) - row;
    const columns = Math.min(all.column + all.columns, area.column + area.columns) - column;
    if (rows < 1 || columns < 1) throw itemNotFound();
    return rangeObject(grid, { sheet, area: { row, column, rows, columns } }, worksheet);
  };
  const spill = (): HostObject => {
    const filled = sheet.spillOf(area.row, area.column);
    if (!filled) throw itemNotFound();
    return rangeObject(grid, { sheet, area: filled }, worksheet);
  };
  const spillParent = (): HostObject => {
    const parent = sheet.cell(area.row, area.column).spilledFrom;
    if (!parent) throw itemNotFound();
    const isFirst = parent.row === area.row && parent.column === area.column;
    if (isFirst && grid.spillAnswers.parentOfFirst === "none") throw itemNotFound();
    return at({ ...parent, rows: 1, columns: 1 });
  };
  const name = grid.nameOf(place);
  return {
    type: "Range",
    identity: { _ReferenceId: name },
    scalars: {
      Address: { get: () => name },
      Values: { get: read(({ value }) => value), set: write(typed) },
      Formulas: { get: read(formula), set: write(typed) },
      FormulasLocal: { get: read(formula), set: write(typed) },
      NumberFormat: {
        get: read(({ format }) => format),
        set: write((format) => (typeof format === "string" ? { format } : undefined)),
      },
      Text: { get: read(shown) },
      ValueTypes: { get: read(valueType) },
      RowIndex: { get: () => area.row },
      ColumnIndex: { get: () => area.column },
      RowCount: { get: () => area.rows },
      ColumnCount: { get: () => area.columns },
      CellCount: { get: () => area.rows * area.columns },
    },
    objects: {
      Worksheet: () => worksheet(sheet),
      Format: () => formatOf(grid, name),
      DataValidation: () => recorded(grid, `${name} DataValidation`, { scalars: ["Rule"] }),
    },
    methods: {
      _KeepReference: () => null,
      GetCell: (row, column) =>
        at({ row: area.row + Number(row), column: area.column + Number(column), rows: 1, columns: 1 }),
      GetOffsetRange: (rows, columns) => at({ row: area.row + Number(rows), column: area.column + Number(columns) }),
      GetResizedRange: (rows, columns) =>
        at({ rows: area.rows + Number(rows), columns: area.columns + Number(columns) }),
      GetAbsoluteResizedRange: (rows, columns) => at({ rows: Number(rows), columns: Number(columns) }),
      GetRow: (row) => at({ row: area.row + Number(row), rows: 1 }),
      GetColumn: (column) => at({ column: area.column + Number(column), columns: 1 }),
      GetLastCell: () =>
        at({ row: area.row + area.rows - 1, column: area.column + area.columns - 1, rows: 1, columns: 1 }),
      GetUsedRange: used,
      GetUsedRangeOrNullObject: () => orNull(used),
      GetSpillingToRange: spill,
      GetSpillingToRangeOrNullObject: () => orNull(spill),
      GetSpillParent: spillParent,
      GetSpillParentOrNullObject: () => orNull(spillParent),
      Select: () => {
        grid.selection = place;
      },
      Calculate: () => {
        grid.calculated.push(name);
      },
      Clear: () => {
        each((r, c) => {
          sheet.clear(r, c);
        });
      },
    },
  };
};
