// The cells of one sheet of a file, as they stand in it.
import { CellValueType, type ICellData } from "@univerjs/core";
import { placeOf, type CellPlace } from "../../common/address";
import { Damaged } from "./archive";
import { contentOf } from "./content-in";
import { TextGatherer, type FileText } from "./strings-in";
import type { Element } from "./xml";

export interface FileFormula {
  readonly text: string;
  /** "normal", "shared", "array" or "dataTable". */
  readonly kind: string;
  /** The cells that an array or a data table fills. */
  readonly ref: string | undefined;
  /** Shared formulas: the first one has the text, the others its number. */
  readonly shared: string | undefined;
  /** It fills as many cells as it gives (a dynamic array), not as many as it was entered in. */
  readonly isDynamic: boolean;
}

export interface FileCell extends CellPlace {
  readonly content: ICellData;
  readonly look: number;
  /** ISO dates count from no first day. */
  readonly isIsoDate: boolean;
  readonly formula?: FileFormula;
}

interface Open extends CellPlace {
  readonly of: Element["attributes"];
  value: string;
  formula?: { readonly of: Element["attributes"]; text: string };
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Takes the elements of <sheetData> as they come. */
export class CellReader {
  readonly cells: FileCell[] = [];
  /** Texts whose words have several looks, and texts that the file says it has and has not. */
  richTexts = 0;
  lostTexts = 0;
  private row = -1;
  private column = -1;
  private cell: Open | undefined;
  private readonly inline = new TextGatherer();

  constructor(private readonly strings: readonly FileText[]) {}

  /** The row that begins, counted from 0. */
  openRow({ r }: Element["attributes"]): number {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row > LAST_ROW)
      throw new Damaged(`There is no row ${r ?? ""}.`);
    return this.row;
  }

  open({ name, attributes }: Element): void {
    if (name === "c") {
      const { r } = attributes;
      const place = r === undefined ? { row: this.row, column: this.column + 1 } : placeOf(r);
      if (!place || place.row > LAST_ROW || place.column > LAST_COLUMN || place.row < 0) {
        throw new Damaged(`There is no cell ${r ?? ""}.`);
      }
      this.column = place.column;
      this.cell = { ...place, of: attributes, value: "" };
    } else if (name === "f" && this.cell) this.cell.formula = { of: attributes, text: "" };
    else this.inline.open(name);
  }

  text(text: string, within: readonly string[]): void {
    const { cell } = this;
    if (!cell) return;
    const of = within.at(-1);
    if (of === "v") cell.value += text;
    else if (of === "f" && cell.formula) cell.formula.text += text;
    else this.inline.take(text, within);
  }

  close(name: string): void {
    if (name !== "c" || !this.cell) return;
    const { of, formula, value, row, column } = this.cell;
    const { t: type = "n", s = "0", cm } = of;
    const inline = this.inline.end();
    const shared = type === "s" ? this.strings[Number(value)] : undefined;
    if (inline.isRich || shared?.isRich) this.richTexts++;
    const content =
      type === "inlineStr" ? { v: inline.text, t: CellValueType.STRING } : contentOf(type, value, this.strings);
    if (!content) this.lostTexts++;
    this.cell = undefined;
    this.cells.push({
      row,
      column,
      // Seen to be wrong, where an empty cell would not be.
      content: content ?? { v: "#VALUE!", t: CellValueType.STRING },
      look: Number(s) || 0,
      isIsoDate: type === "d",
      ...(formula
        ? {
            formula: {
              text: formula.text,
              kind: formula.of["t"] ?? "normal",
              ref: formula.of["ref"],
              shared: formula.of["si"],
              isDynamic: cm !== undefined && cm !== "0",
            },
          }
        : {}),
    });
  }
}
