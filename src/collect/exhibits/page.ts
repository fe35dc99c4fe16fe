// An exhibit as HTML: its tables and its sentences in the order of the page, without footnote marks, links and scripts.
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { readPrinted } from "../tables/printed-number";
import { TableBuilder, tidy, type Row, type Table } from "../tables/table";

type Node = DefaultTreeAdapterTypes.ChildNode;

export interface Page {
  readonly tables: readonly Table[];
  /** Paragraphs, list items and rows with one cell of words. */
  readonly sentences: readonly string[];
}

const DROPPED = new Set(["sup", "script", "style", "a", "head", "noscript", "template"]);
const BLOCKS = new Set([
  "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "ul", "ol", "section", "article", "center", "body",
]); // prettier-ignore

const childrenOf = (node: Node): readonly Node[] => ("childNodes" in node ? node.childNodes : []);
const nameOf = (node: Node): string => ("tagName" in node ? node.tagName : "");

const attribute = (node: Node, name: string): string | undefined =>
  "attrs" in node ? node.attrs.find((each) => each.name === name)?.value : undefined;

const textOf = (node: Node): string => {
  if ("value" in node) return node.value;
  if (DROPPED.has(nameOf(node))) return "";
  const text = childrenOf(node).map(textOf).join("");
  return BLOCKS.has(nameOf(node)) ? ` ${text} ` : text;
};

const tableOf = (node: Node): Table => {
  const builder = new TableBuilder();
  const walk = (each: Node): void => {
    const name = nameOf(each);
    if (name === "tr") builder.openRow();
    if (name === "td" || name === "th") {
      builder.openCell(Number(attribute(each, "colspan") ?? 1) || 1);
      builder.write(textOf(each));
      builder.closeCell();
    } else childrenOf(each).forEach(walk);
  };
  walk(node);
  return builder;
};

/** A table that only lays out text: a row with one cell of words and no number of its own is a sentence. */
const sentenceIn = ({ cells }: Row): string | undefined => {
  const texts = cells.flatMap((cell) => (cell === undefined || cell.text === "" ? [] : [cell.text]));
  const words = texts.filter((text) => /[a-z]/i.test(text) && readPrinted(text) === undefined);
  const hasNumber = texts.some((text) => readPrinted(text) !== undefined);
  return words.length === 1 && !hasNumber ? words[0] : undefined;
};

export const readPage = (html: string): Page => {
  const tables: Table[] = [];
  const sentences: string[] = [];
  let open = "";
  const endSentence = (): void => {
    const sentence = tidy(open);
    if (sentence !== "") sentences.push(sentence);
    open = "";
  };
  const walk = (node: Node): void => {
    const name = nameOf(node);
    if ("value" in node) open += node.value;
    else if (name === "table") {
      endSentence();
      const table = tableOf(node);
      tables.push(table);
      sentences.push(...table.rows.flatMap((row) => sentenceIn(row) ?? []));
    } else if (!DROPPED.has(name)) {
      if (BLOCKS.has(name)) endSentence();
      childrenOf(node).forEach(walk);
      if (BLOCKS.has(name)) endSentence();
    }
  };
  parse(html).childNodes.forEach((node) => {
    walk(node);
  });
  endSentence();
  return { tables, sentences };
};
