// An inline XBRL document: its facts with contexts and units, its cover, and its tables. Strict XML.
import { SaxesParser, type SaxesTagNS } from "saxes";
import { dayOfIso } from "../../common/days";
import { Failure } from "../failure";
import { TableBuilder, type Table } from "../tables/table";
import { HeaderReader, type Context } from "./inline-header";

export type { Context } from "./inline-header";

export interface Fact {
  readonly tag: string;
  readonly text: string;
  readonly contextId: string;
  /** undefined: the document does not hold the context that the fact names. */
  readonly context: Context | undefined;
  /** Measure, as "riot:item". */
  readonly unit: string;
  readonly scale: number;
  readonly format: string;
  readonly decimals: string;
  readonly isNegative: boolean;
  readonly isNil: boolean;
  /** Text of the paragraph or row around it. */
  readonly around: string;
  /** Number of the table it stands in; -1 outside. */
  readonly table: number;
}

export interface InlineDocument {
  readonly facts: readonly Fact[];
  /** The facts of the cover by local name, as EntityCentralIndexKey. */
  readonly cover: ReadonlyMap<string, string>;
  readonly tables: readonly Table[];
}

interface OpenFact {
  readonly depth: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly tag: string;
  /** Place among the numbers of the document; -1 for a text. */
  readonly number: number;
  readonly block: { text: string };
  readonly table: number;
  text: string;
}

const INLINE = "http://www.xbrl.org/2013/inlineXBRL";
const BLOCKS = new Set(["p", "div", "li", "tr", "td", "th", "body", "table"]);
/** Footnote marks and links are no part of what is printed as a number. */
const DROPPED = new Set(["sup", "script", "style", "a"]);

export const readInline = (xml: string, address: string): InlineDocument => {
  const parser = new SaxesParser({ xmlns: true });
  const header = new HeaderReader();
  const done: OpenFact[] = [];
  const open: OpenFact[] = [];
  const tables: TableBuilder[] = [];
  const openTables: number[] = [];
  const blocks: { text: string }[] = [{ text: "" }];
  let numbers = 0;
  let depth = 0;
  let dropped = 0;
  const builder = (): TableBuilder | undefined => tables[openTables.at(-1) ?? -1];

  const openFact = (tag: SaxesTagNS, attributes: ReadonlyMap<string, string>): void => {
    const isInline = tag.uri === INLINE;
    if (isInline ? !["nonFraction", "nonNumeric"].includes(tag.local) : !attributes.has("contextRef")) return;
    const name = isInline ? (attributes.get("name") ?? "") : tag.name;
    const isNumber = isInline ? tag.local === "nonFraction" : attributes.has("unitRef");
    if (!isNumber && !name.startsWith("dei:")) return;
    const number = isNumber ? numbers++ : -1;
    if (isNumber) builder()?.mark(number);
    const table = openTables.at(-1) ?? -1;
    open.push({ depth, attributes, tag: name, number, block: blocks.at(-1) ?? { text: "" }, table, text: "" });
  };

  parser.on("error", (error) => {
    throw new Failure(`${address} is not XML: ${error.message}`);
  });
  parser.on("opentag", (tag) => {
    depth++;
    const attributes = new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    header.open(tag.local, attributes);
    if (DROPPED.has(tag.local)) dropped++;
    if (tag.local === "table") {
      openTables.push(tables.length);
      tables.push(new TableBuilder());
    } else if (tag.local === "tr") builder()?.openRow();
    else if (tag.local === "td" || tag.local === "th") builder()?.openCell(Number(attributes.get("colspan") ?? 1));
    // A row is the block of its cells.
    const isCell = (tag.local === "td" || tag.local === "th" || builder()?.isInCell) ?? false;
    if (BLOCKS.has(tag.local)) blocks.push(isCell ? (blocks.at(-1) ?? { text: "" }) : { text: "" });
    openFact(tag, attributes);
  });
  parser.on("text", (text) => {
    header.text(text);
    if (dropped > 0) return;
    for (const fact of open) fact.text += text;
    const block = blocks.at(-1);
    if (block) block.text += `${text} `;
    builder()?.write(text);
  });
  parser.on("closetag", (tag) => {
    header.close(tag.local);
    if (DROPPED.has(tag.local)) dropped--;
    if (open.at(-1)?.depth === depth) done.push(...open.splice(-1));
    if (BLOCKS.has(tag.local)) blocks.pop();
    if (tag.local === "td" || tag.local === "th") builder()?.closeCell();
    if (tag.local === "table") openTables.pop();
    depth--;
  });
  parser.write(xml).close();

  return {
    facts: done
      .filter((fact) => fact.number >= 0)
      .sort((a, b) => a.number - b.number)
      .map((fact) => resolved(fact, header)),
    cover: new Map(done.filter((fact) => fact.number < 0).map((fact) => [fact.tag.slice(4), fact.text.trim()])),
    tables,
  };
};

/** Contexts and units may come after the facts that name them, so they are looked up at the end. */
const resolved = ({ attributes, tag, text, block, table }: OpenFact, header: HeaderReader): Fact => ({
  tag,
  text,
  contextId: attributes.get("contextRef") ?? "",
  context: header.contexts.get(attributes.get("contextRef") ?? ""),
  unit: header.units.get(attributes.get("unitRef") ?? "") ?? "",
  scale: Number(attributes.get("scale") ?? 0),
  format: attributes.get("format") ?? "",
  decimals: attributes.get("decimals") ?? "",
  isNegative: attributes.get("sign") === "-",
  isNil: attributes.get("nil") === "true",
  around: block.text,
  table,
});

/** Days of a context's period, first and last included; a level has only an end. */
export const spanOf = ({ start, end }: Context): { start?: number; end: number } | undefined => {
  const last = dayOfIso(end);
  if (last === undefined) return undefined;
  const first = start === undefined ? undefined : dayOfIso(start);
  return first === undefined ? { end: last } : { start: first, end: last };
};
