// The open workbook as plain data, on its way into a file.
import type { Area } from "../../common/address";
import type { IStyleData } from "@univerjs/core";
import type { SheetChart, SheetDescription } from "../../sheets/sheet";

/** The errors that every version of the file format knows. Excel, too, writes #VALUE! for its younger ones. */
export const FILE_ERRORS = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"] as const;
export type FileError = (typeof FILE_ERRORS)[number];

export type SnapshotValue = number | string | boolean | null | { readonly error: FileError };

export interface SnapshotCell {
  readonly row: number;
  readonly column: number;
  readonly value: SnapshotValue;
  /** With its equals sign. */
  readonly formula?: string;
  /** The cells that the formula fills, where they are more than one. */
  readonly fills?: Area;
  readonly style?: IStyleData;
  /** The number format that a function gave with its value. */
  readonly format?: string;
  readonly comment?: string;
}

export interface SnapshotSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly showsGridlines: boolean;
  readonly isRightToLeft: boolean;
  readonly tabColour: string;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly widthPx: number;
  readonly heightPx: number;
  /** By index from 0. */
  readonly columns: ReadonlyMap<number, SnapshotLine>;
  readonly rows: ReadonlyMap<number, SnapshotLine>;
  readonly merged: readonly Area[];
  readonly cells: readonly SnapshotCell[];
  readonly charts: readonly SheetChart[];
  readonly page: Pick<SheetDescription, "choices" | "print">;
}

/** A column or a row. */
export interface SnapshotLine {
  readonly px?: number;
  readonly isHidden: boolean;
  readonly style?: IStyleData;
}

export interface SnapshotName {
  readonly name: string;
  readonly refersTo: string;
  /** The index of the sheet on which it is known; everywhere without. */
  readonly sheet?: number;
}

export interface SnapshotBook {
  readonly title: string;
  readonly sheets: readonly SnapshotSheet[];
  readonly names: readonly SnapshotName[];
  readonly defaultStyle?: IStyleData;
  /** What the sheets have and a file will not: one phrase each. */
  readonly leftOut: readonly string[];
}
