// The hand-written pages: Markdown of assets/help, with tables and counts that the build fills in from the record.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Marked, type RendererObject, type Tokens } from "marked";
import { functionCalled } from "../../functions/catalogue";
import { fileOf } from "./function-page";
import type { Place } from "./page";
import { Html, html } from "../../common/html";

const FOLDER = join(import.meta.dirname, "../../../assets/help");

export const GUIDES: readonly Place[] = [
  { file: "methods.html", label: "Methods" },
  { file: "data.html", label: "Data" },
  { file: "coverage.html", label: "Coverage" },
  { file: "limits.html", label: "Limits of Excel" },
  { file: "troubleshooting.html", label: "Troubleshooting" },
  { file: "deploy.html", label: "Deployment" },
  { file: "fresh.html", label: "Keeping the record fresh" },
  { file: "first-hour.html", label: "First hour in Excel" },
];

export interface Guide {
  readonly file: string;
  readonly title: string;
  /** Its first paragraph. */
  readonly lead: string;
  /** Each word of it once, for the search. */
  readonly words: string;
  readonly body: Html;
}

/** What a page may ask the build for: `{{name}}` alone in a paragraph is a table, inside a sentence a word. */
export interface Fillings {
  readonly tables: Readonly<Record<string, () => Html>>;
  readonly words: Readonly<Record<string, string>>;
}

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const refuse = (what: string): never => {
  throw new Error(`A help page holds ${what}: write it as text.`);
};

const renderer = ({ tables }: Fillings): RendererObject => ({
  heading({ tokens, depth, text }) {
    const inside = new Html(this.parser.parseInline(tokens));
    if (depth === 1) return html`<h1>${inside}</h1>`.text;
    return (depth === 2 ? html`<h2 id="${anchorOf(text)}">${inside}</h2>` : html`<h3>${inside}</h3>`).text;
  },
  paragraph({ tokens, text }) {
    const asked = /^\{\{(\w+)\}\}$/.exec(text)?.[1];
    if (asked === undefined) return html`<p>${new Html(this.parser.parseInline(tokens))}</p> `.text;
    return tables[asked]?.().text ?? refuse(`{{${asked}}}, which the build does not know`);
  },
  table({ header, rows }) {
    const cells = (row: readonly Tokens.TableCell[]): Html[] =>
      row.map(({ tokens }) => new Html(this.parser.parseInline(tokens)));
    return tableOf(cells(header), rows.map(cells)).text;
  },
  codespan({ text }) {
    const entry = functionCalled(text);
    return (entry?.id === text ? html`<a href="${fileOf(text)}">${text}</a>` : html`<code>${text}</code>`).text;
  },
  code: ({ text }) => html`<pre class="formula"><code>${text}</code></pre>`.text,
  html: () => refuse("HTML"),
  image: () => refuse("an image"),
});

const isNumber = (cell: Html | string | undefined): boolean =>
  /^[\d,.]+$/.test(cell instanceof Html ? cell.text : (cell ?? ""));

/** A table whose first column names its rows; columns of numbers stand to the right, a wide table scrolls by itself. */
export const tableOf = (head: readonly Html[], rows: readonly (readonly (Html | string)[])[]): Html => {
  const numeric = head.map((_, column) => rows.every((row) => isNumber(row[column])));
  const classOf = (column: number): Html | undefined => (numeric[column] ? html` class="number"` : undefined);
  return html`<div class="wide" role="region" tabindex="0" aria-label="Table: ${head[0]}">
    <table>
      <thead>
        <tr>
          ${head.map((cell, column) => html`<th scope="col" ${classOf(column)}>${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell, column) => html`<td ${classOf(column + 1)}>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
};

const distinctWords = (page: string): string =>
  [
    ...new Set(
      page
        .replace(/<[^>]*>/g, " ")
        .toLowerCase()
        .match(/[\p{L}\p{N}#?!._-]+/gu) ?? [],
    ),
  ].join(" ");

/** A page from its Markdown: a heading, a first paragraph that tells what it is for, and sections. */
export const guideFrom = (file: string, markdown: string, fillings: Fillings): Guide => {
  const filled = markdown.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const word = fillings.words[name];
    return word ?? (name in fillings.tables ? whole : refuse(`${whole}, which the build does not know`));
  });
  const [heading, lead, ...sections] = filled.trim().split(/\n\n+/);
  const title = /^# (.+)$/.exec(heading ?? "")?.[1] ?? refuse("no heading in its first line");
  const marked = new Marked({ renderer: renderer(fillings), async: false });
  const text = (lead ?? "").replace(/\n/g, " ");
  const rest = new Html(marked.parse(sections.join("\n\n"), { async: false }));
  if (rest.text.includes("{{")) refuse("a table inside a sentence");
  const parts = sections.flatMap((section) => /^## (.+)/.exec(section)?.[1] ?? []);
  return {
    file,
    title,
    lead: text,
    words: distinctWords(rest.text),
    body: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      <nav class="parts" aria-label="On this page">
        <ul>
          ${parts.map((part) => html`<li><a href="#${anchorOf(part)}">${part}</a></li> `)}
        </ul>
      </nav>
      ${rest}`,
  };
};

export const readGuides = (fillings: Fillings): Guide[] =>
  GUIDES.map(({ file }) => guideFrom(file, readFileSync(join(FOLDER, file.replace(/html$/, "md")), "utf8"), fillings));
