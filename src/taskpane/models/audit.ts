// The audit sheet: every cell of ours with its formula, its value, the version of the record and its sources.
import { record, type Table } from "../../functions";
import { isoOf, type Day } from "../../common/days";
import type { FormulaAt, Scope, Workbook } from "../../workbook/port";
import type { SheetCell, SheetDescription } from "../../sheets/sheet";
import { explain } from "../explain/explanation";
import { hasOurs, onlyCall, readFormula } from "../formula/read";
import { readReferences } from "../formula/references";
import { trace, type TracedCall } from "../formula/trace";
import { uniqueSheets } from "../../sheets/rename-sheets";

const HEADERS = ["Sheet", "Cell", "Formula", "Shows", "Record", "Sources and errors"];
const COLUMNS = ["B", "C", "D", "E", "F", "G"];
const FIRST_ROW = 5;

export const callsIn = async (workbook: Workbook, { sheet, formula }: FormulaAt): Promise<readonly TracedCall[]> => {
  const read = readFormula(formula);
  return read ? trace(read, await readReferences(read, workbook, sheet)) : [];
};

/** What the formula answers, where it is one call of ours and nothing else. */
export const answerOf = async (workbook: Workbook, at: FormulaAt): Promise<Table | undefined> => {
  const read = readFormula(at.formula);
  return read && onlyCall(read) ? (await callsIn(workbook, at)).at(-1)?.answer : undefined;
};

const sourcesText = (calls: readonly TracedCall[]): string =>
  calls
    .map((call) => explain(call))
    .flatMap(({ id, outcome, sources }) => [
      ...(outcome.kind === "error" ? [`${id} ${outcome.code}: ${outcome.sentence}`] : []),
      ...sources.map(({ title, link }) => (link ? `${title} <${link}>` : title)),
    ])
    .filter((text, i, all) => all.indexOf(text) === i)
    .join("; ");

/** Excel keeps no longer text in a cell. */
const LONGEST = 32_000;

/** `title`: what the sheet is for; `sentence`: what it holds. */
export const auditSheet = async (
  workbook: Workbook,
  found: readonly FormulaAt[],
  name: string,
  sentence: string,
): Promise<SheetDescription> => {
  const cells: SheetCell[] = [
    { address: "B1", value: name, style: "title" },
    { address: "B2", value: sentence, style: "note" },
    ...HEADERS.map((value, i): SheetCell => ({ address: `${COLUMNS[i] ?? ""}4`, value, style: "header" })),
  ];
  for (const [i, at] of found.entries()) {
    const sources = sourcesText(await callsIn(workbook, at)).slice(0, LONGEST);
    const row = [at.sheet, at.cell, at.formula, at.text, record().version, sources];
    cells.push(
      ...row.map((value, c): SheetCell => {
        return { address: `${COLUMNS[c] ?? ""}${FIRST_ROW + i}`, value, style: c === 2 ? "formulaText" : "label" };
      }),
    );
  }
  const columnWidths = { A: 14, B: 120, C: 60, D: 340, E: 110, F: 84, G: 420 };
  return { name, columnWidths, frozenRows: FIRST_ROW - 1, cells };
};

/** Gives the name of the new sheet and how many formulas are on it; undefined where there is none. */
export const audit = async (workbook: Workbook, scope: Scope, today: Day) => {
  const found = await workbook.formulas(scope, hasOurs);
  if (found.length === 0) return undefined;
  const sentence = `Miner Overhang formulas as of ${isoOf(today)}, each with the value it showed and where that comes from.`;
  const sheet = await auditSheet(workbook, found, `Audit ${isoOf(today)}`, sentence);
  const [unique = sheet] = uniqueSheets([sheet], await workbook.sheetNames());
  await workbook.insertSheets([unique]);
  return { name: unique.name, count: found.length };
};
