// One chart of a described sheet: its caption, its drawing, and the way to its table.
import { areaOf } from "../common/address";
import type { SheetChart } from "../sheets/sheet";
import { chartData } from "./chart-data";
import { draw } from "./chart/draw";
import { presentChart, type Known } from "./described";
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
    private readonly described: SheetChart,
    readonly sheetId: string,
    private readonly known: Known,
  ) {
    this.element.className = "sheet-chart";
    this.element.hidden = true;
  }

  private nameOf(sheetId: string): string | undefined {
    return this.grid.workbook.getSheetBySheetId(sheetId)?.getSheetName();
  }

  /** Under the names that its sheets have now. */
  private present(): SheetChart | undefined {
    return presentChart(this.described, this.known, (id) => this.nameOf(id));
  }

  /** The cells that it covers, in the sheet's own pixels. */
  box() {
    const { first, last } = areaOf(this.described.over);
    const sheet = this.grid.sheet(this.nameOf(this.sheetId));
    const start = sheet.getRange(first.row, first.column).getCellRect();
    const end = sheet.getRange(last.row, last.column).getCellRect();
    return { left: start.left, top: start.top, width: end.right - start.left, height: end.bottom - start.top };
  }

  draw(): void {
    const { width, height } = this.box();
    const chart = this.present();
    if (!chart) {
      this.drawnFrom = "";
      this.element.replaceChildren(this.nothing("Nothing to draw: the sheet with its table is gone."));
      return;
    }
    const home = areaOf(chart.table).sheet ?? this.nameOf(this.sheetId);
    const data = chartData(chart, (address) => {
      const { sheet = home, first, last } = areaOf(address);
      return this.grid.values({ ...(sheet === undefined ? {} : { sheet }), first, last });
    });
    const drawing = JSON.stringify([data, width, height]);
    if (drawing === this.drawnFrom) return;
    this.drawnFrom = drawing;
    const size = { width: width - GAP_PX, height: height - CAPTION_PX };
    const none = "Nothing to draw: the table holds no numbers. Its first cell says why.";
    this.element.replaceChildren(
      this.caption(),
      data.days.length < LEAST[data.kind] ? this.nothing(none) : draw(data, size),
    );
  }

  /** A table with an error has no picture: the old one would belong to other numbers. */
  private nothing(why: string): HTMLElement {
    const words = document.createElement("p");
    words.textContent = why;
    return words;
  }

  private caption(): HTMLElement {
    const caption = document.createElement("figcaption");
    const title = document.createElement("strong");
    title.textContent = this.described.title;
    const description = document.createElement("span");
    description.textContent = this.described.description;
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
    const chart = this.present();
    if (!chart) return;
    const { sheet: name = this.nameOf(this.sheetId), first } = areaOf(chart.table);
    const sheet = this.grid.sheet(name);
    this.grid.workbook.setActiveSheet(sheet);
    sheet.getRange(first.row, first.column).activate();
    // Its heading and its formula stand above it.
    sheet.scrollToCell(Math.max(0, first.row - 2), 0);
  }
}
