// The file of proposals and decisions. What was decided stays decided as long as its evidence is the same.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Failure, WrongUse } from "./failure";
import { dayOf, subjectOf, type Proposal } from "./proposal";

export type Decision =
  | { readonly kind: "accept"; readonly hash: string }
  | { readonly kind: "reject"; readonly hash: string; readonly reason: string };

export interface Stored {
  readonly proposals: readonly Proposal[];
  /** By the id of the proposal. */
  readonly decisions: Readonly<Record<string, Decision>>;
}

export const EMPTY: Stored = { proposals: [], decisions: {} };

export const readStore = (file: string): Stored => {
  if (!existsSync(file)) throw new WrongUse(`There is no file ${file}: run npm run data:collect first.`);
  try {
    const { proposals, decisions } = JSON.parse(readFileSync(file, "utf8")) as Stored;
    if (Array.isArray(proposals) && typeof decisions === "object") return { proposals, decisions };
  } catch {
    // Said below, as for a file of another shape.
  }
  throw new Failure(`${file} is no file of proposals: run npm run data:collect again, or correct it.`, true);
};

export const writeStore = (file: string, stored: Stored): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify(stored, null, 1)}\n`);
  renameSync(`${file}.part`, file);
};

/** Later proposals over earlier ones of the same id; those that were not read again stay. */
export const merged = (before: Stored, proposals: readonly Proposal[]): Stored => {
  const byId = new Map([...before.proposals, ...proposals].map((proposal) => [proposal.id, proposal]));
  return { proposals: [...byId.values()], decisions: before.decisions };
};

/** The decision that holds: one on other evidence no longer does. */
export const decisionOn = ({ decisions }: Stored, { id, hash }: Proposal): Decision | undefined => {
  const decision = decisions[id];
  return decision?.hash === hash ? decision : undefined;
};

export const decided = (stored: Stored, id: string, decision: Decision): Stored => ({
  ...stored,
  decisions: { ...stored.decisions, [id]: decision },
});

const ASKABLE: ReadonlySet<string> = new Set(["new", "better source", "restated", "conflict", "scaled"]);
export const canBeAdded = ({ outcome }: Proposal): boolean => ASKABLE.has(outcome);

/** Miner by miner and day by day, as a person reads filings. */
const inOrder = (a: Proposal, b: Proposal): number => {
  const key = (proposal: Proposal): string => `${subjectOf(proposal)} ${dayOf(proposal)} ${proposal.id}`;
  return key(a) < key(b) ? -1 : 1;
};

/** What a person has still to decide on. */
export const openIn = (stored: Stored): Proposal[] =>
  stored.proposals
    .filter((proposal) => canBeAdded(proposal) && decisionOn(stored, proposal) === undefined)
    .sort(inOrder);
