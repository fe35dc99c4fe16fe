// Reads the open workbook out of Univer.
import type { Area } from "../../common/address";
import { BooleanNumber, type IColumnData, type IRange, type IRowData, type IWorksheetData } from "@univerjs/core";
import { presentChart } from "../described";
import type { Grid } from "../grid";
import { counted } from "../../common/words";
import type { SnapshotBook, SnapshotLine, SnapshotName, SnapshotSheet } from "../../xlsx/write/snapshot";
import { withinLimits } from "../../xlsx/write/within-limits";
import { snapshotCells, type StyleOf } from "./snapshot-cells";

const NAMES = "SHEET_DEFINED_NAME_PLUGIN";

interface UniverName {
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly localSheetId?: string;
}

const isTrue = (flag: unknown): boolean => flag === BooleanNumber.TRUE;

const areaOfRange = ({ startRow, startColumn, endRow, endColumn }: IRange): Area => ({
  first: { row: startRow, column: startColumn },
  last: { row: endRow, column: endColumn },
});

const lines = <T extends IColumnData | IRowData>(
  data: Readonly<Record<number, T | undefined>>,
  pixels: (line: T) => number | undefined,
  styleOf: StyleOf,
): ReadonlyMap<number, SnapshotLine> =>
  new Map(
    Object.entries(data).flatMap(([index, line]): [number, SnapshotLine][] => {
      if (!line) return [];
      const px = pixels(line);
      const style = styleOf(line.s);
      const found = { isHidden: isTrue(line.hd), ...(px === undefined ? {} : { px }), ...(style ? { style } : {}) };
      return [[Number(index), found]];
    }),
  );

/** Rows that follow their content are higher only where it takes more than one line. */
const rowPixels = ({ h, ah, ia }: IRowData, usual: number): number | undefined =>
  ia === BooleanNumber.FALSE ? h : ah !== undefined && ah > usual * 1.5 ? ah : undefined;

const namesIn = (data: string | undefined, order: readonly string[]): SnapshotName[] => {
  const found = data ? (JSON.parse(data) as Readonly<Record<string, UniverName>>) : {};
  return Object.values(found).map(({ name, formulaOrRefString, localSheetId = "" }) => {
    const sheet = order.indexOf(localSheetId);
    return { name, refersTo: formulaOrRefString.replace(/^=/, ""), ...(sheet < 0 ? {} : { sheet }) };
  });
};

const HATCHING = "the hatching of old reports in charts, which Excel's own do not have";
const MARKS = "the lines of dates in charts";

export const snapshotOf = (grid: Grid): SnapshotBook => {
  const snapshot = grid.workbook.save();
  const { sheets, sheetOrder, styles, resources = [] } = snapshot;
  const styleOf: StyleOf = (style) => (typeof style === "string" ? (styles[style] ?? undefined) : (style ?? undefined));
  const defaultStyle = styleOf(snapshot.defaultStyle);
  const leftOut = new Set<string>();
  let richTexts = 0;
  let keptFormulas = 0;

  const sheetOf = (id: string): SnapshotSheet => {
    const data: Partial<IWorksheetData> = { ...sheets[id], id };
    const usualRow = data.defaultRowHeight ?? 20;
    const { cells, ...rest } = snapshotCells(grid, data, styleOf);
    richTexts += rest.richTexts;
    keptFormulas += rest.keptFormulas;
    const known = grid.described.of(id);
    const described = known?.description.charts ?? [];
    const charts = described.flatMap((chart) => {
      const now = known && presentChart(chart, known, (other) => sheets[other]?.name);
      if (!now) leftOut.add(`the chart “${chart.title}”, whose table is gone`);
      if (now?.kind === "stackedArea") leftOut.add(HATCHING);
      if (now && now.marks.length > 0 && !now.marked) leftOut.add(MARKS);
      return now ? [now] : [];
    });
    const { choices, print } = known?.description ?? {};
    return {
      name: data.name ?? id,
      isHidden: isTrue(data.hidden),
      showsGridlines: data.showGridlines !== BooleanNumber.FALSE,
      isRightToLeft: isTrue(data.rightToLeft),
      tabColour: data.tabColor ?? "",
      frozen: { rows: data.freeze?.ySplit ?? 0, columns: data.freeze?.xSplit ?? 0 },
      widthPx: data.defaultColumnWidth ?? 73,
      heightPx: usualRow,
      columns: lines(data.columnData ?? {}, ({ w }: IColumnData) => w, styleOf),
      rows: lines(data.rowData ?? {}, (row: IRowData) => rowPixels(row, usualRow), styleOf),
      merged: (data.mergeData ?? []).map(areaOfRange),
      cells,
      charts,
      page: { ...(choices ? { choices } : {}), ...(print ? { print } : {}) },
    };
  };

  const live = sheetOrder.map(sheetOf);
  if (keptFormulas > 0) {
    leftOut.add(`the formulas of ${counted(keptFormulas, "cell")} that keep the values of an opened file`);
  }
  if (richTexts > 0) leftOut.add(`different looks inside ${counted(richTexts, "text")}`);
  return withinLimits({
    title: snapshot.name,
    sheets: live,
    names: namesIn(resources.find(({ name }) => name === NAMES)?.data, sheetOrder),
    ...(defaultStyle ? { defaultStyle } : {}),
    leftOut: [...leftOut],
  });
};
