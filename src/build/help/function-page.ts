// The help page of one worksheet function, written from its entry in the catalogue.
import { catalogue } from "../../functions/catalogue";
import type { Group, WorksheetFunction } from "../../functions/define";
import { printed } from "../../taskpane/formula/printed";
import { rangesOf } from "./ranges";
import { html, type Html } from "../../common/html";

type Info = WorksheetFunction["parameters"][number];

/** Where formula, evidence and limits of a function stand: a section of a guide. */
const DEFINED: Readonly<Record<string, string>> = {
  MINERHOLDINGS: "data.html#as-of",
  MINERHISTORY: "data.html#as-of",
  MINERDATA: "data.html#which-source-wins",
  MINERSOURCE: "data.html#which-source-wins",
  MINERCHECK: "data.html#traps",
  MINERLIST: "data.html#coverage",
  BTCNETWORK: "data.html#market-series",
  OVERHANG: "methods.html#overhang",
  OVERHANGREPORT: "methods.html#overhang",
  FUNDINGGAP: "methods.html#overhang",
  PRICEIMPACT: "methods.html#price-impact",
  ABSORBABLE: "methods.html#price-impact",
  ABSORPTIONDAYS: "methods.html#price-impact",
  SELLSCHEDULE: "methods.html#price-impact",
  SCENARIOLIST: "methods.html#presets",
  ASSUMPTIONS: "methods.html#assumptions",
  SCENARIO: "methods.html#a-scenario-day-by-day",
  SCENARIOVALUE: "methods.html#a-scenario-day-by-day",
};

const OF_GROUP: Readonly<Record<Group, string>> = {
  record: "data.html",
  economics: "methods.html#hashprice-and-break-evens",
  scenarios: "methods.html#simulation-goal-seek-backtests",
};

const definition = ({ id, group }: WorksheetFunction): Html => {
  const at = DEFINED[id] ?? OF_GROUP[group];
  return at.startsWith("data")
    ? html`Rules and sources of the figures: <a href="${at}">Data</a>.`
    : html`Formula, evidence and limits: <a href="${at}">Methods</a>.`;
};

export const fileOf = (id: string): string => `${id.toLowerCase()}.html`;

const signature = ({ id, parameters }: WorksheetFunction): string =>
  `=${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`;

const whenLeftOut = ({ optional, default: fallback }: Info): Html =>
  optional ? html`<p><b>If left out:</b> ${fallback ?? "nothing is taken"}.</p>` : html`<p><b>Required.</b></p>`;

const argument = (id: string, info: Info): Html =>
  html`<tr>
    <th scope="row">
      <code>${info.name}</code>${info.unit ? html`<br /><span class="unit">${info.unit}</span>` : undefined}
    </th>
    <td>
      <p>${info.description}</p>
      ${info.values ? html`<p><b>One of:</b> ${info.values.join(", ")}.</p>` : undefined}${whenLeftOut(info)}
      <p class="quiet">${rangesOf(id, info)}</p>
    </td>
  </tr>`;

const argumentsOf = ({ id, parameters }: WorksheetFunction): Html =>
  parameters.length === 0
    ? html`<p>None.</p>`
    : html`<table class="arguments">
        <thead>
          <tr>
            <th scope="col">Argument</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          ${parameters.map((info) => argument(id, info))}
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

const exampleOf = ({ formula, shows, says }: WorksheetFunction["examples"][number]): Html => {
  const result = printed({ formula, shows });
  return html`<li>
    <code class="formula">${formula}</code>
    <p>${result === "" ? undefined : html`<output>${result}</output> `}${says}</p>
  </li>`;
};

const seeAlso = (of: WorksheetFunction): Html => {
  const same = catalogue.filter(({ id, group }) => group === of.group && id !== of.id);
  return html`<h2>See also</h2>
    <p>${same.map(({ id }, i) => html`${i > 0 ? ", " : ""}<a href="${fileOf(id)}">${id}</a>`)}</p>`;
};

export const functionBody = (of: WorksheetFunction): Html =>
  html`<h1>${of.id}</h1>
    <p class="lead">${of.summary}</p>
    <p><code class="formula">${signature(of)}</code></p>
    <p>${of.details}</p>
    <h2>Arguments</h2>
    ${argumentsOf(of)}
    <h2>Result</h2>
    <p>${of.result}</p>
    <p>${definition(of)}</p>
    <h2>Errors</h2>
    ${errorsOf(of)}
    <h2>Examples</h2>
    <ul class="examples">
      ${of.examples.map(exampleOf)}
    </ul>
    ${seeAlso(of)}`;
