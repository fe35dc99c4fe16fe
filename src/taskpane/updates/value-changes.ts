// Which cells of the workbook will move under other data: found by asking our formulas ahead of Excel.
import type { Table } from "../../functions";
import type { MinerRecord } from "../../data/record";
import { withSheet } from "../../common/address";
import type { CellTable, FormulaAt, Workbook } from "../../workbook/port";
import { hasOurs, readFormula } from "../formula/read";
import { readReferences } from "../formula/references";
import { moveOf, type Move } from "./value-change";
import { answersBy, type Answer, type Question } from "./other-answers";
import { areaAt, leansOn, type Area } from "./overlap";

/** More are not asked ahead: each may read cells, and the answer must come while the user still waits for it. */
const MOST_FORMULAS = 1000;

export interface Moves {
  readonly moved: readonly Move[];
  /** Addresses of formulas whose answer only the workbook can tell. */
  readonly unknown: readonly string[];
  readonly unmoved: number;
  /** Formulas up to the limit, and beyond it. */
  readonly asked: number;
  readonly notAsked: number;
}

interface Entry extends Question {
  readonly at: FormulaAt;
  readonly address: string;
}

interface Verdict {
  readonly entry: Entry;
  readonly fills: Area;
  kind: "moves" | "stays" | "unknown";
  readonly move: Move | undefined;
}

export interface MovesOptions {
  readonly workbook: Workbook;
  /** The data that the cells would read. */
  readonly record: MinerRecord;
  /** Whether the cells stand as the present record gives them. */
  readonly isCalculated: boolean;
  readonly signal: AbortSignal;
}

/** Throws what the workbook refuses with. */
export const findMoves = async ({ workbook, record, isCalculated, signal }: MovesOptions): Promise<Moves> => {
  const all = await workbook.formulas("workbook", hasOurs);
  const entries = await Promise.all(all.slice(0, MOST_FORMULAS).map((at) => entryOf(at, workbook)));
  const answers = await answersBy(record, entries, isCalculated, signal);
  const verdicts = await Promise.all(
    entries.map(async (entry, index) =>
      verdictOn(entry, answers[index], await standingAt(entry, answers[index], workbook)),
    ),
  );
  unsettle(verdicts);
  const of = (kind: Verdict["kind"]): Verdict[] => verdicts.filter((verdict) => verdict.kind === kind);
  return {
    moved: of("moves").flatMap(({ move }) => move ?? []),
    unknown: of("unknown").map(({ entry }) => entry.address),
    unmoved: of("stays").length,
    asked: entries.length,
    notAsked: all.length - entries.length,
  };
};

const entryOf = async (at: FormulaAt, workbook: Workbook): Promise<Entry> => {
  const read = readFormula(at.formula);
  const references = read ? await readReferences(read, workbook, at.sheet) : new Map<string, CellTable>();
  return { at, address: withSheet(at.sheet, at.cell), read, references };
};

/** Errors of Excel's own, which tell nothing of a former answer. */
const TELLS_NOTHING = ["#SPILL!", "#NAME?", "#BUSY!", "#CALC!", "#CONNECT!"];

const isTable = (answer: Answer): answer is Table => Array.isArray(answer);

/** What stands in the cells that the formula fills; undefined where that is not to be compared. */
const standingAt = async ({ at }: Entry, answer: Answer, workbook: Workbook): Promise<CellTable | undefined> => {
  const { sheet, cell, value, rows, columns } = at;
  if (!isTable(answer) || (typeof value === "object" && value && TELLS_NOTHING.includes(value.code))) return undefined;
  if (rows * columns > 1) return workbook.read(`${cell}#`, sheet);
  const isTold = workbook.knowsSpills || (answer.length === 1 && answer[0]?.length === 1);
  return isTold ? [[value]] : undefined;
};

const verdictOn = (entry: Entry, answer: Answer, standing: CellTable | undefined): Verdict => {
  const fills = areaAt(entry.at);
  if (answer === "same") return { entry, fills, kind: "stays", move: undefined };
  if (!isTable(answer) || !standing) return { entry, fills, kind: "unknown", move: undefined };
  const move = moveOf(entry.address, entry.at.formula, standing, answer);
  return { entry, fills, kind: move ? "moves" : "stays", move };
};

/** What reads a cell that does not stay was answered from that cell's former value: it is not known either. */
const unsettle = (verdicts: readonly Verdict[]): void => {
  for (;;) {
    const areas = verdicts.filter(({ kind }) => kind !== "stays").map(({ fills }) => fills);
    const leaning = verdicts.filter(
      ({ kind, entry: { read, at } }) => kind !== "unknown" && read && leansOn(read, at.sheet, areas),
    );
    if (leaning.length === 0) return;
    for (const verdict of leaning) verdict.kind = "unknown";
  }
};
