// Flows whose table does not lead from its opening to its closing count are refused, all of them.
import { printed, type Candidate, type Found, type Refusal } from "../candidate";
import { bridgesOf, sumOf, type Bridge } from "../tables/bridge";
import type { Fact, InlineDocument } from "./inline";
import type { ReadFacts } from "./read-facts";

/** The bridge whose column holds the fact. */
const bridgeOf = (document: InlineDocument, fact: Fact): Bridge | undefined => {
  const table = document.tables[fact.table];
  if (!table) return undefined;
  const number = document.facts.indexOf(fact);
  return bridgesOf(table).find(({ column, opening, closing, flows }) =>
    [opening, closing, ...flows].some(({ row }) => row.cells[column]?.facts.includes(number)),
  );
};

export const withBridges = (document: InlineDocument, read: ReadFacts): Found => {
  const candidates: Candidate[] = [];
  const refusals: Refusal[] = [...read.refusals];
  read.candidates.forEach((candidate, at) => {
    const fact = read.facts[at];
    const bridge = fact && bridgeOf(document, fact);
    if (!bridge) candidates.push(candidate);
    else if (bridge.gap === 0) {
      const closes = `the table closes: ${sumOf(bridge)} = ${printed(bridge.closing.value)}`;
      candidates.push({ ...candidate, remarks: [...candidate.remarks, closes] });
    } else if (fact.context?.start === undefined) candidates.push(candidate);
    else {
      const { ticker, paper, evidence } = candidate;
      const reason = `its table does not close: ${sumOf(bridge)} is not ${printed(bridge.closing.value)}`;
      refusals.push({ ticker, paper, evidence, reason });
    }
  });
  return { candidates, refusals, unread: read.unread };
};
