// Which sheets of the open workbook were made from descriptions, and their charts under the names of now: users rename,
// move and delete sheets.
import { inChart } from "../sheets/rename-sheets";
import type { SheetChart, SheetDescription } from "../sheets/sheet";
import { splitAddress } from "../common/address";

export interface Known {
  readonly description: SheetDescription;
  /** The ids of the sheets that were made together, by the names that they had. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Gives the present name of a sheet, undefined for one that is gone. */
export type NameOf = (sheetId: string) => string | undefined;

const sheetsOf = ({ table, dates, series, marked, steps = [] }: SheetChart): (string | undefined)[] =>
  [
    table,
    dates,
    ...[...series, ...(marked ? [marked] : [])].flatMap(({ name, values }) => [name, values]),
    ...steps,
  ].map((address) => splitAddress(address).sheet);

/** The chart with the names that its sheets have now; nothing if one of them is gone. */
export const presentChart = (chart: SheetChart, { ids }: Known, nameOf: NameOf): SheetChart | undefined => {
  const renamed = new Map<string, string>();
  for (const sheet of sheetsOf(chart)) {
    if (sheet === undefined) continue;
    const now = nameOf(ids.get(sheet) ?? "");
    if (now === undefined) return undefined;
    renamed.set(sheet, now);
  }
  return inChart(chart, renamed);
};

export class Described {
  private readonly known = new Map<string, Known>();

  add(sheets: readonly SheetDescription[], idOf: (name: string) => string): void {
    const ids = new Map(sheets.map(({ name }) => [name, idOf(name)]));
    for (const description of sheets) this.known.set(ids.get(description.name) ?? "", { description, ids });
  }

  /** What is known of the sheet with this id. */
  of(sheetId: string): Known | undefined {
    return this.known.get(sheetId);
  }

  all(): readonly (readonly [string, Known])[] {
    return [...this.known];
  }
}
