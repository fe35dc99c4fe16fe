// The index of the help: every function by group and every guide, found by the words that are typed.
import { catalogue } from "../../functions/catalogue";
import type { Group } from "../../functions/define";
import { fileOf } from "./function-page";
import type { Guide } from "./guides";
import { html, type Html } from "../../common/html";

const GROUPS: readonly (readonly [Group, string, string])[] = [
  ["record", "Record", "What miners reported, and where it stands."],
  ["economics", "Economics", "What mining earns and costs."],
  ["scenarios", "Scenarios", "What may come to market, and what it may do there."],
];

interface Entry {
  readonly file: string;
  readonly name: string;
  readonly says: string;
  /** Found by these too, though they are not shown. */
  readonly words: string;
}

const section = (heading: string, says: string, entries: readonly Entry[]): Html =>
  html`<section>
    <h2>${heading}</h2>
    <p class="quiet">${says}</p>
    <ul class="functions">
      ${entries.map(
        (entry) =>
          html`<li data-words="${entry.words}">
            <a href="${entry.file}">${entry.name}</a> <span>${entry.says}</span>
          </li> `,
      )}
    </ul>
  </section> `;

const functionsOf = ([group, label, says]: (typeof GROUPS)[number]): Html =>
  section(
    label,
    says,
    catalogue
      .filter((entry) => entry.group === group)
      .map(({ id, summary, details, parameters }) => ({
        file: fileOf(id),
        name: id,
        says: summary,
        words: [details, ...parameters.map(({ name }) => name)].join(" "),
      })),
  );

export const indexBody = (guides: readonly Guide[]): Html =>
  html`<h1>Miner Overhang</h1>
    <p class="lead">
      Worksheet functions for the bitcoin treasuries of listed miners: what was reported, what follows from it, what may
      come to market.
    </p>
    <p>
      Type a function into a cell as any of Excel’s own. Arguments in brackets may be left out. Where your Excel writes
      a semicolon between arguments and a comma in numbers, so do these functions:
      <code>=MINERHOLDINGS("MARA";"2025-12-31")</code> is <code>=MINERHOLDINGS("MARA","2025-12-31")</code> elsewhere.
      Dates can be date cells or text such as "2025-12-31", "2025Q4" and "FY2025".
    </p>
    <p class="find" hidden>
      <label for="find">Find a function or a page</label> <input id="find" type="search" autocomplete="off" />
      <span id="found" role="status"></span>
    </p>
    ${GROUPS.map(functionsOf)}
    ${section(
      "Behind the numbers",
      "How they come about, what they rest on, and what to do when Excel will not.",
      guides.map(({ file, title, lead, words }) => ({ file, name: title, says: lead, words })),
    )}`;
