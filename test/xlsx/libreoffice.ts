// Opens files with LibreOffice, all in one run, and gives back what it made of them: cells, and charts with their data.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { JSDOM } from "jsdom";
import { ensureLibreOffice } from "../../src/build/proof/libreoffice.mjs";
import { columnLetters } from "../../src/common/address";

export interface OpenedChart {
  readonly title: string;
  /** Of each series, where its values are: a range of the workbook, or a table that the chart carries with it. */
  readonly ranges: readonly string[];
  /** The numbers that the chart carries with it, column by column. */
  readonly carried: readonly (readonly number[])[];
}

export interface OpenedSheet {
  readonly cells: ReadonlyMap<string, number | string>;
  readonly charts: readonly OpenedChart[];
}

export type OpenedFile = ReadonlyMap<string, OpenedSheet>;

const repeated = (element: Element, of: "columns" | "rows"): number =>
  Number(element.getAttribute(`table:number-${of}-repeated`) ?? 1);

const serial = (iso: string): number => Date.parse(iso) / 86_400_000 + 25_569;

const valueOf = (cell: Element): number | string | undefined => {
  const type = cell.getAttribute("office:value-type");
  if (type === null) return undefined;
  if (type === "date")
    return serial(`${cell.getAttribute("office:date-value") ?? ""}Z`.replace(/^(\d+-\d+-\d+)Z$/, "$1"));
  if (type === "boolean") return cell.getAttribute("office:boolean-value") === "true" ? 1 : 0;
  if (type !== "string") return Number(cell.getAttribute("office:value"));
  return [...cell.children]
    .filter(({ tagName }) => tagName === "text:p")
    .map(({ textContent }) => textContent)
    .join("\n");
};

/** Rows of the table itself: charts have tables of their own inside it. */
const rowsOf = (table: Element): Element[] =>
  [...table.children].flatMap((child) => {
    if (child.tagName === "table:table-row") return [child];
    return /^table:table-(header-rows|rows|row-group)$/.test(child.tagName) ? rowsOf(child) : [];
  });

const cellsOf = (table: Element): Map<string, number | string> => {
  const cells = new Map<string, number | string>();
  let row = 1;
  for (const line of rowsOf(table)) {
    let column = 0;
    for (const cell of line.children) {
      const value = valueOf(cell);
      const times = repeated(cell, "columns");
      if (value !== undefined) {
        for (let i = 0; i < times; i++) {
          for (let down = 0; down < repeated(line, "rows"); down++) {
            cells.set(`${columnLetters(column + i)}${row + down}`, value);
          }
        }
      }
      column += times;
    }
    row += repeated(line, "rows");
  }
  return cells;
};

const chartOf = (chart: Element): OpenedChart => {
  const table = chart.getElementsByTagName("table:table")[0];
  const lines = table ? rowsOf(table) : [];
  const columns: number[][] = [];
  for (const line of lines) {
    for (const [index, cell] of [...line.children].entries()) {
      const value = valueOf(cell);
      if (typeof value === "number") (columns[index] ??= []).push(value);
    }
  }
  return {
    title: chart.getElementsByTagName("chart:title")[0]?.textContent.trim() ?? "",
    ranges: [...chart.getElementsByTagName("chart:series")].map(
      (series) => series.getAttribute("chart:values-cell-range-address") ?? "",
    ),
    carried: columns.filter((column) => column.length > 0),
  };
};

const read = (file: string): OpenedFile => {
  const { DOMParser } = new JSDOM("", {}).window;
  const document = new DOMParser().parseFromString(readFileSync(file, "utf8"), "text/xml");
  const body = document.getElementsByTagName("office:spreadsheet")[0];
  const tables = [...(body?.children ?? [])].filter(({ tagName }) => tagName === "table:table");
  return new Map(
    tables.map((table) => [
      table.getAttribute("table:name") ?? "",
      { cells: cellsOf(table), charts: [...table.getElementsByTagName("chart:chart")].map(chartOf) },
    ]),
  );
};

/** Each file by its name, without folder and ending. */
export const openInLibreOffice = (files: readonly string[]): ReadonlyMap<string, OpenedFile> => {
  const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
  try {
    // A profile of its own: another LibreOffice that is open on this machine stays as it is.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const { status, stderr } = spawnSync(
      ensureLibreOffice(),
      [profile, "--headless", "--convert-to", "fods", "--outdir", folder, ...files],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`LibreOffice did not open the files: ${stderr}`);
    return new Map(
      files.map((file) => {
        const name = basename(file, ".xlsx");
        return [name, read(join(folder, `${name}.fods`))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
