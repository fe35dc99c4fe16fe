// The help pages of the functions, written from the catalogue: an index and one page a function.
import { catalogue } from "../functions/catalogue";
import type { Group, WorksheetFunction } from "../functions/define";
import { html, type Html } from "./html";

export interface HelpPage {
  /** Inside dist/. */
  readonly path: string;
  readonly html: string;
}

type Info = WorksheetFunction["parameters"][number];

const GROUPS: readonly (readonly [Group, string, string])[] = [
  ["record", "Record", "What miners reported, and where it stands."],
  ["economics", "Economics", "What mining earns and costs."],
  ["scenarios", "Scenarios", "What may come to market, and what it may do there."],
];

/** How an argument takes a range: said once for each, since it differs from Excel's own functions. */
const RANGES: Readonly<Record<Info["shape"], string>> = {
  each: "A range or array: one answer for each cell.",
  one: "One cell.",
  list: "One cell, or a range whose filled cells are taken together.",
  grid: "A range, as it stands.",
};

const fileOf = (id: string): string => `${id.toLowerCase()}.html`;

const page = (title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="../assets/icon-32.png" />
        <link rel="stylesheet" href="help.css" />
        <script src="help.js" defer></script>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;

const signature = ({ id, parameters }: WorksheetFunction): string =>
  `=${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`;

const whenLeftOut = ({ optional, default: fallback }: Info): Html =>
  optional ? html`<p><b>If left out:</b> ${fallback ?? "nothing is taken"}.</p>` : html`<p><b>Required.</b></p>`;

const argument = (info: Info): Html =>
  html`<tr>
    <th scope="row">
      <code>${info.name}</code>${info.unit ? html`<br /><span class="unit">${info.unit}</span>` : undefined}
    </th>
    <td>
      <p>${info.description}</p>
      ${info.values ? html`<p><b>One of:</b> ${info.values.join(", ")}.</p>` : undefined}${whenLeftOut(info)}
      <p class="quiet">${RANGES[info.shape]}</p>
    </td>
  </tr>`;

const argumentsOf = ({ parameters }: WorksheetFunction): Html =>
  parameters.length === 0
    ? html`<p>None.</p>`
    : html`<table>
        <thead>
          <tr>
            <th scope="col">Argument</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          ${parameters.map(argument)}
        </tbody>
      </table>`;

const errorsOf = ({ errors }: WorksheetFunction): Html =>
  errors.length === 0
    ? html`<p>None of its own.</p>`
    : html`<dl>
        ${errors.map(
          ({ code, when }) =>
            html`<dt><code>${code}</code></dt>
              <dd>${when}</dd>`,
        )}
      </dl>`;

const exampleOf = ({ formula, shows, says }: WorksheetFunction["examples"][number]): Html =>
  html`<li>
    <code class="formula">${formula}</code>
    <p>${shows === "" ? undefined : html`<output>${shows}</output> `}${says}</p>
  </li>`;

const others = (of: WorksheetFunction): Html => {
  const same = catalogue.filter(({ id, group }) => group === of.group && id !== of.id);
  if (same.length === 0) return html``;
  return html`<h2>See also</h2>
    <p>${same.map(({ id }, i) => html`${i > 0 ? ", " : ""}<a href="${fileOf(id)}">${id}</a>`)}</p>`;
};

const functionPage = (of: WorksheetFunction): HelpPage => ({
  path: `help/${fileOf(of.id)}`,
  html: page(
    `${of.id} – Miner Overhang`,
    html`<nav><a href="index.html">All functions</a></nav>
      <main>
        <h1>${of.id}</h1>
        <p class="lead">${of.summary}</p>
        <p><code class="formula">${signature(of)}</code></p>
        <p>${of.details}</p>
        <h2>Arguments</h2>
        ${argumentsOf(of)}
        <h2>Result</h2>
        <p>${of.result}</p>
        <h2>Errors</h2>
        ${errorsOf(of)}
        <h2>Examples</h2>
        <ul class="examples">
          ${of.examples.map(exampleOf)}
        </ul>
        ${others(of)}
      </main>`,
  ),
});

const groupOnIndex = ([group, label, says]: (typeof GROUPS)[number]): Html => {
  const members = catalogue.filter((entry) => entry.group === group);
  if (members.length === 0) return html``;
  return html`<section>
    <h2>${label}</h2>
    <p class="quiet">${says}</p>
    <ul class="functions">
      ${members.map(
        ({ id, summary, details, parameters }) =>
          html`<li data-words="${[details, ...parameters.map(({ name }) => name)].join(" ")}">
            <a href="${fileOf(id)}">${id}</a> <span>${summary}</span>
          </li> `,
      )}
    </ul>
  </section> `;
};

const indexPage = (): HelpPage => ({
  path: "help/index.html",
  html: page(
    "Miner Overhang: functions",
    html`<main>
      <h1>Miner Overhang</h1>
      <p class="lead">
        Worksheet functions for the bitcoin treasuries of listed miners: what was reported, what follows from it, what
        may come to market.
      </p>
      <p>
        Type a function into a cell as any of Excel’s own. Arguments in brackets may be left out. Where your Excel
        writes a semicolon between arguments and a comma in numbers, so do these functions:
        <code>=MINERHOLDINGS("MARA";"2025-12-31")</code> is <code>=MINERHOLDINGS("MARA","2025-12-31")</code> elsewhere.
        Dates can be date cells or text such as "2025-12-31", "2025Q4" and "FY2025".
      </p>
      <p class="find" hidden>
        <label for="find">Find a function</label> <input id="find" type="search" autocomplete="off" />
        <span id="found" role="status"></span>
      </p>
      ${GROUPS.map(groupOnIndex)}
    </main>`,
  ),
});

export const helpPages = (): readonly HelpPage[] => [indexPage(), ...catalogue.map(functionPage)];
