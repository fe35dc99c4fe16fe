// npm run fuzz -- --calls 100000 --seed 7 [--only SCENARIO]: the long run, with each fault once and the slowest calls last.
import fc from "fast-check";
import { expect, it } from "vitest";
import { cpuSeconds } from "../bench/clock";
import { SUBJECTS } from "./subjects";

const BATCH = 100;
const SLOWEST = 10;

const calls = Number(process.env["CALLS"]);
const seed = Number(process.env["SEED"]);
const only = process.env["ONLY"] ?? "";
const subjects = SUBJECTS.filter(({ name }) => only === "" || name === only);
if (subjects.length === 0) throw new Error(`Nothing is called ${only}. There are: ${SUBJECTS.map(({ name }) => name).join(", ")}.`); // prettier-ignore

const short = (given: unknown): string => {
  const text = JSON.stringify([given]).slice(1, -1);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

it("stands a long run", async () => {
  const found = new Map<string, string>();
  const slow: { readonly seconds: number; readonly what: string }[] = [];
  const all = subjects.reduce((sum, subject) => sum + subject.short, 0);
  let tried = 0;
  for (let turn = 0; tried < calls; turn++) {
    for (const { name, make, faults, short: share } of subjects) {
      // Each subject has its share of the calls as in the short run, so that slow ones do not take all the time.
      const count = Math.max(1, Math.round((BATCH * subjects.length * share) / all));
      for (const given of fc.sample(make, { numRuns: count, seed: seed * 1_000_003 + turn })) {
        const start = cpuSeconds();
        let wrong: readonly string[];
        try {
          wrong = await faults(given);
        } catch (error) {
          wrong = [`it threw: ${error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 3).join(" ") : String(error)}`]; // prettier-ignore
        }
        const seconds = cpuSeconds() - start;
        for (const fault of wrong) found.set(`${name}: ${fault}`, found.get(`${name}: ${fault}`) ?? short(given));
        if (seconds > (slow[SLOWEST - 1]?.seconds ?? 0)) {
          slow.push({ seconds, what: `${name} ${short(given)}` });
          slow.sort((a, b) => b.seconds - a.seconds).splice(SLOWEST);
        }
      }
      tried += count;
    }
    if (turn % 10 === 9) console.log(`${tried.toLocaleString("en-US")} of ${calls.toLocaleString("en-US")}, ${found.size} faults`); // prettier-ignore
  }
  for (const [fault, given] of found) console.log(`FAULT ${fault}\n  ${given}`);
  console.log(`\n${tried.toLocaleString("en-US")} calls with seed ${seed}, ${found.size} faults. The slowest, in seconds of processor time:`); // prettier-ignore
  for (const { seconds, what } of slow) console.log(`${seconds.toFixed(2).padStart(7)}  ${what}`);
  expect([...found.keys()]).toEqual([]);
});
