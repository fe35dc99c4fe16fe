// One chart of a described sheet: its caption, its drawing, and the way to its table.
import type { SheetChart } from "../workbook/sheet";
import { areaOf } from "./address";
import { chartData } from "./chart-data";
import { draw } from "./chart/draw";
import type { Grid } from "./grid";

const CAPTION_PX = 22;
/** Between a drawing and what stands right of its cells. */
const GAP_PX = 12;
/** Of a line one point is nothing to look at. */
const LEAST = { column: 1, line: 2, fan: 2, stackedArea: 2 } as const;

export class SheetFigure {
  readonly element = document.createElement("figure");
  private drawnFrom = "";

  constructor(
    private readonly grid: Grid,
    private readonly chart: SheetChart,
    readonly sheet: string,
  ) {
    this.element.className = "sheet-chart";
    this.element.hidden = true;
  }

  /** The cells that it covers, in the sheet's own pixels. */
  box() {
    const { first, last } = areaOf(this.chart.over);
    const sheet = this.grid.sheet(this.sheet);
    const start = sheet.getRange(first.row, first.column).getCellRect();
    const end = sheet.getRange(last.row, last.column).getCellRect();
    return { left: start.left, top: start.top, width: end.right - start.left, height: end.bottom - start.top };
  }

  draw(): void {
    const { width, height } = this.box();
    const { table } = this.chart;
    const sheet = areaOf(table).sheet ?? this.sheet;
    const data = chartData(this.chart, (address) => this.grid.values({ sheet, ...areaOf(address) }));
    const drawing = JSON.stringify([data, width, height]);
    if (drawing === this.drawnFrom) return;
    this.drawnFrom = drawing;
    const size = { width: width - GAP_PX, height: height - CAPTION_PX };
    this.element.replaceChildren(
      this.caption(),
      data.days.length < LEAST[data.kind] ? this.nothing() : draw(data, size),
    );
  }

  /** A table with an error has no picture: the old one would belong to other numbers. */
  private nothing(): HTMLElement {
    const words = document.createElement("p");
    words.textContent = "Nothing to draw: the table holds no numbers. Its first cell says why.";
    return words;
  }

  private caption(): HTMLElement {
    const caption = document.createElement("figcaption");
    const title = document.createElement("strong");
    title.textContent = this.chart.title;
    const description = document.createElement("span");
    description.textContent = this.chart.description;
    const table = document.createElement("button");
    table.type = "button";
    table.textContent = "Show the table";
    table.addEventListener("click", () => {
      this.showTable();
    });
    caption.append(title, description, table);
    return caption;
  }

  private showTable(): void {
    const { sheet: name = this.sheet, first } = areaOf(this.chart.table);
    const sheet = this.grid.sheet(name);
    this.grid.workbook.setActiveSheet(sheet);
    sheet.getRange(first.row, first.column).activate();
    // Its heading and its formula stand above it.
    sheet.scrollToCell(Math.max(0, first.row - 2), 0);
  }
}
