// Pasted text and tables, taken as if they were typed. Univer splits text at line feeds and tabs alone, so that the
// carriage return of Windows stayed behind as a blank, and hands cells of tables on as rich text, so that (1,234) stayed
// text. (As https://github.com/handsontable/handsontable/issues/5477 and 449; univer 0.25.1,
// https://github.com/dream-num/univer/blob/v0.25.1/packages/sheets-ui/src/services/clipboard/clipboard.service.ts)
import Papa from "papaparse";
import {
  CellValueType,
  getNumfmtParseValueFilter,
  isTextFormat,
  numfmt,
  type ICellData,
  type IDocumentBody,
  type IStyleData,
} from "@univerjs/core";
import { ISheetClipboardService } from "@univerjs/preset-sheets-core";
import { Html, html } from "../common/html";
import type { Grid } from "./grid";

/** Cells of a text as spreadsheets and editors give it: tabs between cells, quotes around a cell that holds a break. */
export const cellsOfText = (text: string): string[][] => {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter: "\t", newline: "\n" });
  // A quote that is never closed is part of the text.
  return errors.some(({ type }) => type === "Quotes") ? lines.split("\n").map((line) => line.split("\t")) : data;
};

const BREAK = new Html("<br>");
const cellHtml = (cell: string): Html =>
  html`<td>${cell.split("\n").map((line, index) => (index === 0 ? line : [BREAK, line]))}</td>`;
const tableOf = (cells: readonly (readonly string[])[]): string =>
  html`<table>
    ${cells.map(
      (row) =>
        html`<tr>
          ${row.map(cellHtml)}
        </tr>`,
    )}
  </table>`.text;

/** Undefined for a text that is one cell, without a break. */
const asTable = (text: string): string | undefined => {
  if (!/[\r\n\t]/.test(text)) return undefined;
  return tableOf(cellsOfText(text));
};

const isPlain = ({ dataStream, textRuns, customRanges }: IDocumentBody): boolean =>
  (textRuns?.length ?? 0) === 0 && (customRanges?.length ?? 0) === 0 && !/\r./.test(dataStream.replace(/\r\n$/, ""));

/** A negative amount as bookkeepers write it, which Univer's own filter leaves out. */
const IN_BRACKETS = /^\([^()]+\)$/;
const numberIn = (text: string) =>
  getNumfmtParseValueFilter(text) ?? (IN_BRACKETS.test(text) ? numfmt.parseValue(text) : null);

/** What is pasted from elsewhere, read as it would be when typed into a cell of this format. */
const asTyped = (cell: ICellData, format: string | undefined): ICellData => {
  const style: IStyleData = typeof cell.s === "object" && cell.s ? cell.s : {};
  if (cell.p?.body && !isPlain(cell.p.body)) return cell;
  const { p, ...plain } = cell;
  const text = String(cell.v ?? p?.body?.dataStream.replace(/\r\n$/, "") ?? "");
  if (isTextFormat(format) && !style.n) {
    return { ...plain, v: text, t: CellValueType.STRING, s: { ...style, n: { pattern: format } } };
  }
  const parsed = typeof cell.v === "number" || style.n ? null : numberIn(text.trim());
  if (typeof parsed?.v !== "number" || !parsed.z) return { ...plain, v: cell.v ?? text };
  return { ...plain, v: parsed.v, t: CellValueType.NUMBER, s: { ...style, n: { pattern: parsed.z } } };
};

export const pasteAsTyped = ({ injector, api }: Grid): void => {
  const clipboard = injector.get(ISheetClipboardService);
  clipboard.addClipboardHook({
    id: "as-typed",
    priority: -1,
    onPasteCells: (from, { unitId, subUnitId, range }, cells) => {
      const sheet = api.getWorkbook(unitId)?.getSheetBySheetId(subUnitId);
      if (!from && sheet) {
        cells.forValue((row, column, cell) => {
          const own = sheet.getSheet().getCellStyle(range.rows[row] ?? 0, range.cols[column] ?? 0);
          cells.setValue(row, column, asTyped(cell, own?.n?.pattern));
        });
      }
      return { undos: [], redos: [] };
    },
  });
  const pasteByKey = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = (markup, text, files) =>
    pasteByKey(markup === undefined || markup === "" ? asTable(text ?? "") : markup, text, files);
  const paste = clipboard.paste.bind(clipboard);
  clipboard.paste = async (item, type) => {
    const isText = item.types.includes("text/plain") && item.types.length === 1;
    const table = isText ? asTable(await (await item.getType("text/plain")).text()) : undefined;
    return paste(
      table === undefined ? item : new ClipboardItem({ "text/html": new Blob([table], { type: "text/html" }) }),
      type,
    );
  };
};
