// The charts of described sheets, laid over the cells that they cover: they scroll and zoom with the sheet.
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/preset-sheets-core";
import { SheetFigure } from "./chart-figure";
import type { Known } from "./described";
import type { Grid } from "./grid";

/** Where the cells' part of the canvas lies in the page, and how far it is scrolled and zoomed. */
const viewOf = (grid: Grid) => {
  const render = grid.injector.get(IRenderManagerService).getRenderById(grid.workbook.getId());
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const canvas = render?.engine.getCanvasElement();
  if (!render || !main || !canvas) return undefined;
  return { zoom: render.scene.scaleX, left: main.viewportScrollX, top: main.viewportScrollY, main, canvas };
};

/** Puts the charts into `room`, the element around the grid, and keeps them in place and up to date until stopped. */
const draw = (grid: Grid, room: HTMLElement, sheets: readonly (readonly [string, Known])[]): (() => void) => {
  const layer = document.createElement("div");
  layer.className = "chart-layer";
  const figures = sheets.flatMap(([id, known]) =>
    (known.description.charts ?? []).map((chart) => new SheetFigure(grid, chart, id, known)),
  );
  /** Not drawn since the last calculation: those that nobody looks at wait until somebody does. */
  const stale = new Set<SheetFigure>();
  layer.append(...figures.map(({ element }) => element));
  room.append(layer);

  let isStopped = false;
  const place = (): void => {
    const view = isStopped ? undefined : viewOf(grid);
    if (!view) return;
    const canvas = view.canvas.getBoundingClientRect();
    const outer = room.getBoundingClientRect();
    const { left, top } = view.main;
    layer.style.inset = `${canvas.top - outer.top + top}px ${outer.right - canvas.right}px ${outer.bottom - canvas.bottom}px ${canvas.left - outer.left + left}px`;
    const active = grid.sheet().getSheetId();
    for (const figure of figures) {
      figure.element.hidden = figure.sheetId !== active;
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
  const drawAll = (): void => {
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
  const canvas = viewOf(grid)?.canvas;
  const resized = new ResizeObserver(placeSoon);
  if (canvas) resized.observe(canvas);
  const subscriptions = [
    grid.api.addEvent(grid.api.Event.Scroll, placeSoon),
    grid.api.addEvent(grid.api.Event.CommandExecuted, placeSoon),
    grid.api.getFormula().calculationEnd(() => {
      setTimeout(drawAll);
    }),
  ];
  drawAll();
  return () => {
    isStopped = true;
    for (const subscription of subscriptions) subscription.dispose();
    resized.disconnect();
    layer.remove();
  };
};

/** The charts of the sheets that are known in the open workbook now; they go with it. */
export const showCharts = (grid: Grid, room: HTMLElement, ids?: readonly string[]): void => {
  const sheets = grid.described.all().filter(([id]) => ids?.includes(id) ?? true);
  grid.onClose(draw(grid, room, sheets));
};
