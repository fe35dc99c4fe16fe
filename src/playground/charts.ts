// The charts of described sheets, laid over the cells that they cover: they scroll and zoom with the sheet.
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/preset-sheets-core";
import type { SheetDescription } from "../workbook/sheet";
import { SheetFigure } from "./chart-figure";
import type { Grid } from "./grid";

/** Where the cells' part of the canvas lies in the page, and how far it is scrolled and zoomed. */
const viewOf = (grid: Grid) => {
  const render = grid.injector.get(IRenderManagerService).getRenderById(grid.workbook.getId());
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const canvas = render?.engine.getCanvasElement();
  if (!render || !main || !canvas) return undefined;
  return { zoom: render.scene.scaleX, left: main.viewportScrollX, top: main.viewportScrollY, main, canvas };
};

/** Puts the charts into `room`, the element around the grid, and keeps them in place and up to date. */
export const showCharts = (grid: Grid, room: HTMLElement, sheets: readonly SheetDescription[]): void => {
  const layer = document.createElement("div");
  layer.className = "chart-layer";
  const figures = sheets.flatMap(({ name, charts }) =>
    (charts ?? []).map((chart) => new SheetFigure(grid, chart, name)),
  );
  /** Not drawn since the last calculation: those that nobody looks at wait until somebody does. */
  const stale = new Set<SheetFigure>();
  layer.append(...figures.map(({ element }) => element));
  room.append(layer);

  const place = (): void => {
    const view = viewOf(grid);
    if (!view) return;
    const canvas = view.canvas.getBoundingClientRect();
    const outer = room.getBoundingClientRect();
    const { left, top } = view.main;
    layer.style.inset = `${canvas.top - outer.top + top}px ${outer.right - canvas.right}px ${outer.bottom - canvas.bottom}px ${canvas.left - outer.left + left}px`;
    const active = grid.sheet().getSheetName();
    for (const figure of figures) {
      figure.element.hidden = figure.sheet !== active;
      if (figure.element.hidden) continue;
      if (stale.delete(figure)) figure.draw();
      const box = figure.box();
      const x = (box.left - view.left) * view.zoom - left;
      const y = (box.top - view.top) * view.zoom - top;
      figure.element.style.transform = `translate(${x}px, ${y}px) scale(${view.zoom})`;
      figure.element.style.width = `${box.width}px`;
      figure.element.style.height = `${box.height}px`;
    }
  };
  const draw = (): void => {
    for (const figure of figures) stale.add(figure);
    place();
  };

  // A command can be anything from a new column width to a new sheet: placing is cheaper than telling them apart.
  let waiting = false;
  const placeSoon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      place();
    });
  };
  grid.api.addEvent(grid.api.Event.Scroll, placeSoon);
  grid.api.addEvent(grid.api.Event.CommandExecuted, placeSoon);
  const canvas = viewOf(grid)?.canvas;
  if (canvas) new ResizeObserver(placeSoon).observe(canvas);
  grid.api.getFormula().calculationEnd(() => {
    setTimeout(draw);
  });
  draw();
};
