// The help page of one worksheet function, written from its entry in the catalogue.
import { catalogue } from "../functions/catalogue";
import type { Group, WorksheetFunction } from "../functions/define";
import { html, type Html } from "./html";

type Info = WorksheetFunction["parameters"][number];

/** How an argument takes a range: said once for each, since it differs from Excel's own functions. */
const RANGES: Readonly<Record<Info["shape"], string>> = {
  each: "A range or array: one answer for each cell.",
  one: "One cell.",
  list: "One cell, or a range whose filled cells are taken together.",
  grid: "A range, as it stands.",
};

/** Where the page that stands behind a group's numbers is. */
const BEHIND: Readonly<Record<Group, Html>> = {
  record: html`<a href="data.html">Data</a>`,
  economics: html`<a href="methods.html">Methods</a>`,
  scenarios: html`<a href="methods.html">Methods</a>`,
};

export const fileOf = (id: string): string => `${id.toLowerCase()}.html`;

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
    : html`<table class="arguments">
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

const seeAlso = (of: WorksheetFunction): Html => {
  const same = catalogue.filter(({ id, group }) => group === of.group && id !== of.id);
  return html`<h2>See also</h2>
    <p>${same.map(({ id }) => html`<a href="${fileOf(id)}">${id}</a>, `)}${BEHIND[of.group]}</p>`;
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
    <h2>Errors</h2>
    ${errorsOf(of)}
    <h2>Examples</h2>
    <ul class="examples">
      ${of.examples.map(exampleOf)}
    </ul>
    ${seeAlso(of)}`;
