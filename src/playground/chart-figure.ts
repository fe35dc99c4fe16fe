// One chart of a described sheet: its caption, its drawing, and the way to its table.
import type { SheetChart } from "../workbook/sheet";
import { areaOf } from "./address";
import { chartData } from "./chart-data";
import { stackedArea } from "./chart/stacked-area";
import type { Grid } from "./grid";

const CAPTION_PX = 22;

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
    const box = this.box();
    const data = chartData(this.chart, (address) => this.grid.values(areaOf(address)));
    const drawing = JSON.stringify([data, box.width, box.height]);
    if (drawing === this.drawnFrom || data.days.length < 2) return;
    this.drawnFrom = drawing;
    this.element.replaceChildren(this.caption(), stackedArea(data, box.width, box.height - CAPTION_PX));
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
    const { sheet: name, first } = areaOf(this.chart.table);
    const sheet = this.grid.sheet(name);
    this.grid.workbook.setActiveSheet(sheet);
    sheet.getRange(first.row, first.column).activate();
  }
}
