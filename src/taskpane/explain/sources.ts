// The reports behind an answer: from the properties of its cells, or, for a sum, from MINERSOURCE.
import type { CellPlace } from "../../common/address";
import { CellError, functionCalled, isEntity, isRich, type Cell, type Properties, type Table } from "../../functions";
import type { TracedCall, Value } from "../formula/trace";
import { shownCell } from "../shown";

export interface Source {
  readonly title: string;
  readonly link: string;
  /** What it says: "MARA, 53,822, reported 2025-12-31". */
  readonly says: string;
}

/** More than this nobody reads beside a sheet; MINERSOURCE lists them all. */
export const MOST_SOURCES = 12;
/** A look behind a cell costs: a table has thousands. */
const MOST_CELLS = 400;

export const propertiesOf = (cell: Cell | undefined): Properties | undefined => {
  if (typeof cell !== "object" || cell instanceof CellError) return undefined;
  if (isEntity(cell)) return cell.properties;
  return isRich(cell) ? cell.properties?.() : undefined;
};

const textOf = (property: Properties[string] | undefined): string => {
  if (property === undefined) return "";
  return shownCell(property);
};

const sourceIn = (cell: Cell): Source | undefined => {
  const behind = propertiesOf(cell);
  const title = textOf(behind?.["Source"]);
  if (behind === undefined || title === "") return undefined;
  const told = ["Reported", "Published", "Confidence", "Status"].flatMap((name) =>
    behind[name] === undefined ? [] : [`${name.toLowerCase()} ${textOf(behind[name])}`],
  );
  return { title, link: textOf(behind["Link"]), says: [shownCell(cell), ...told].join(", ") };
};

const firstOf = (value: Value): unknown => (value?.length === 1 && value[0]?.length === 1 ? value[0][0] : undefined);

/** The part of a range that answers one cell: ranges are laid beside each other as Excel does. */
const partFor = (value: Value, at: CellPlace | undefined): Value => {
  if (!value || !at) return value;
  const line = value.length === 1 ? value[0] : value[at.row];
  return [[line?.length === 1 ? line[0] : line?.[at.column]]];
};

/** MINERSOURCE knows no known_by and takes one date: other questions have no answer there. */
const summed = ({ of, given }: TracedCall, at: CellPlace | undefined): readonly Source[] => {
  if (of.id !== "MINERHOLDINGS" && of.id !== "MINERDATA") return [];
  const argument = (name: string): Value =>
    partFor(given[of.parameters.findIndex((each) => each.name === name)]?.value, at);
  const dates = argument("date");
  const date = firstOf(dates) ?? null;
  if (argument("known_by") !== undefined || (dates !== undefined && date === null)) return [];
  const asked = [argument("miners"), argument("metrics") ?? null, date, argument("period") ?? null];
  const rows = functionCalled("MINERSOURCE")?.evaluate(asked) ?? [];
  return rows.flatMap(([title, link, published, confidence, , reported, status, miner, value]) => {
    if (title === undefined || title instanceof CellError || value === undefined) return [];
    const says = [
      `${shownCell(miner ?? "")} ${shownCell(value)}`,
      `reported ${shownCell(reported ?? "")}`,
      `published ${shownCell(published ?? "")}`,
      `confidence ${shownCell(confidence ?? "")}`,
      shownCell(status ?? ""),
    ];
    return [{ title: shownCell(title), link: shownCell(link ?? ""), says: says.join(", ") }];
  });
};

/** Distinct sources of these cells of the answer, which are the one at `at`; where they are sums, those of their parts. */
export const sourcesOf = (call: TracedCall, cells: Table, at?: CellPlace): readonly Source[] => {
  const found = cells
    .flat()
    .slice(0, MOST_CELLS)
    .flatMap((cell) => sourceIn(cell) ?? []);
  const all = found.length > 0 ? found : cells.flat().some((cell) => propertiesOf(cell)) ? summed(call, at) : [];
  return [...new Map(all.map((source) => [`${source.title} ${source.says}`, source])).values()];
};
