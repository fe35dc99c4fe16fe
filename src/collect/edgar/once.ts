// One figure printed several times in a document: one candidate if they agree, none if they do not.
import { printed, type Candidate, type Found, type Refusal } from "../candidate";

export const keyOf = ({ ticker, metric, period, periodEnd }: Candidate): string =>
  `${ticker}|${metric}|${period}|${periodEnd}`;

const digitsOf = ({ value }: Candidate): number => String(value).split(".")[1]?.length ?? 0;
const roundedTo = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The finer of two values that say the same; undefined if neither rounds to the other. */
const finer = (a: Candidate, b: Candidate): Candidate | undefined => {
  if (a.value === b.value) return a;
  const [fine, coarse] = digitsOf(a) >= digitsOf(b) ? [a, b] : [b, a];
  if (digitsOf(fine) === digitsOf(coarse)) return undefined;
  return roundedTo(fine.value, digitsOf(coarse)) === coarse.value ? fine : undefined;
};

export const onePerKey = (found: Found): Found => {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of found.candidates) {
    groups.set(keyOf(candidate), [...(groups.get(keyOf(candidate)) ?? []), candidate]);
  }
  const candidates: Candidate[] = [];
  const refusals: Refusal[] = [];
  for (const group of groups.values()) {
    const best = group.reduce<Candidate | undefined>((kept, each) => kept && finer(kept, each), group[0]);
    if (best) candidates.push(best);
    else refusals.push(...group.map((each) => refusalOf(each, group)));
  }
  return { ...found, candidates, refusals: [...found.refusals, ...refusals] };
};

const refusalOf = ({ ticker, paper, evidence, metric }: Candidate, group: readonly Candidate[]): Refusal => {
  const values = [...new Set(group.map(({ value }) => printed(value)))].join(" and ");
  return { ticker, paper, evidence, reason: `the document prints ${values} as ${metric} of one period` };
};
