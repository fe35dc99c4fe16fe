// The proposals as one page without scripts, for those who like to read on a page. It takes no decisions.
import { html, type Html } from "../../common/html";
import { counted } from "../../common/words";
import { canBeAdded, decisionOn, openIn, type Stored } from "../store";
import type { Proposal } from "../proposal";
import { factsOf, titleOf, type FactLine } from "./facts";

/** No script at all, nothing from elsewhere; the one style stands in the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f23; background: #fff; }
article { border: 1px solid #d0d7de; border-radius: 6px; padding: 0.5rem 1rem 1rem; margin: 1rem 0; }
h2 { font-size: 1.1rem; margin: 0.5rem 0; }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: 0.1rem 1rem; margin: 0; }
dt { color: #57606a; } dd { margin: 0; overflow-wrap: anywhere; }
code { font-size: 0.85rem; }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117; } article { border-color: #30363d; } dt { color: #9da7b1; } a { color: #58a6ff; } }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dt { margin-top: 0.4rem; } }
`;

const isAddress = (text: string): boolean => text.startsWith("https://");

const fact = ({ name, text, isLink }: FactLine): Html =>
  isLink && isAddress(text)
    ? html`<dt>${name}</dt>
        <dd><a href="${text}" rel="noreferrer">${text}</a></dd>`
    : html`<dt>${name}</dt>
        <dd>${text}</dd>`;

const article = (stored: Stored, proposal: Proposal): Html => {
  const decision = decisionOn(stored, proposal);
  const told = decision?.kind === "reject" ? `rejected: ${decision.reason}` : decision ? "accepted" : "open";
  return html`<article>
    <h2>${titleOf(proposal)}</h2>
    <dl>
      ${factsOf(proposal).map(fact)}
      <dt>Decision</dt>
      <dd>${told}</dd>
      <dt>Id</dt>
      <dd><code>${proposal.id}</code></dd>
      <dt>Hash</dt>
      <dd><code>${proposal.hash}</code></dd>
    </dl>
  </article> `;
};

export const reviewPage = (stored: Stored, madeOn: string): string => {
  const shown = stored.proposals.filter(canBeAdded);
  const open = openIn(stored);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Proposals for the record, ${madeOn}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>Proposals for the record</h1>
        <p>
          ${counted(shown.length, "proposal")} on ${madeOn}, ${open.length} open. This page only shows them. Decide with
          <code>npm run data:collect -- --review</code>, or in proposals.json: under "decisions", the id with {"kind":
          "accept", "hash": …} or {"kind": "reject", "hash": …, "reason": …}. A number edited there no longer fits its
          hash and is refused.
        </p>
        ${[...open, ...shown.filter((proposal) => !open.includes(proposal))].map((proposal) => article(stored, proposal))}
      </body>
    </html> `;
  return page.text;
};
