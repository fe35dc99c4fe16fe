// The workbook in the browser, opened and calculated, and its cells as tests write and read them.
import type { Page } from "playwright-core";
import type { Read } from "../../src/playground/grid";
import { newPage, type OpenPage, type PageOptions, type Site } from "../host/chromium";

/** The cells; the rest of the grid is Univer's own bars. */
export const CANVAS = "#grid canvas[id^='univer-sheet-main']";

export const openPlayground = async (site: Site, options: PageOptions = {}): Promise<OpenPage> => {
  const next = await newPage(site, { viewport: { width: 1440, height: 900 }, ...options });
  await next.page.goto(`${site.url}/playground.html`);
  await next.page.evaluate(() => window.playground.ready);
  return next;
};

export const cellsOf = (page: () => Page) => {
  const write = (address: string, input: string | number | boolean | null): Promise<void> =>
    page().evaluate(([to, what]) => window.playground.write(to, what), [address, input] as const);

  const read = (address: string): Promise<Read[][]> => page().evaluate((from) => window.playground.read(from), address);

  const values = async (address: string): Promise<unknown[][]> =>
    (await read(address)).map((row) => row.map(({ value }) => value));

  /** Writes a formula into an empty cell, reads what it fills, and takes it away again. */
  const ask = async (formula: string, cell: string, range = cell): Promise<Read[][]> => {
    await write(cell, formula);
    const answer = await read(range);
    await write(cell, null);
    return answer;
  };

  return { write, read, values, ask };
};
