// What became of sheets that could not come as they are: one sentence each.

const KINDS: Readonly<Record<string, string>> = {
  chartsheet: "a chart sheet",
  dialogsheet: "a dialog",
  xlMacrosheet: "an old macro sheet",
  xlIntlMacrosheet: "an old macro sheet",
};

export interface LostSheet {
  readonly title: string;
  /** Of its relation; undefined where nothing leads to it. */
  readonly kind: string | undefined;
}

export const renamedSheets = (before: readonly string[], now: readonly string[]): string[] =>
  before.flatMap((title, index) => {
    const name = now[index] ?? title;
    if (name === title) return [];
    return [`The sheet “${title}” was renamed to “${name}”: Excel does not allow its name. Formulas follow.`];
  });

export const lostSheets = (lost: readonly LostSheet[]): string[] =>
  lost.map(({ title, kind }) => {
    const what = KINDS[kind ?? ""];
    return what === undefined
      ? `The sheet “${title}” is missing: the file lists it but does not contain its cells.`
      : `The sheet “${title}” is left out: it is ${what}, which this workbook does not support.`;
  });
