// npm run bench: all measurements as ratios, each against its goal. A missed goal is shown and is no failure: machines
// differ. Only a case that cannot run at all ends with an error.
import { functionCases } from "./functions.bench";
import { modelCases } from "./model.bench";
import { refreshCases } from "./refresh.bench";
import { startCases } from "./start.bench";

const row = (name: string, ratio: string, goal: string, ok: string, perSecond: string): string =>
  `${name.padEnd(72)} | ${ratio.padStart(8)} | ${goal.padStart(5)} | ${ok.padEnd(6)} | ${perSecond.padStart(10)}`;

const show = (name: string, ratio: number, goal: number | undefined, perSecond = ""): void => {
  const verdict = goal === undefined ? "" : ratio <= goal ? "ok" : "MISSED";
  console.log(row(name, ratio.toFixed(ratio < 10 ? 3 : 0), goal === undefined ? "" : String(goal), verdict, perSecond));
};

console.log(row("name", "ratio", "goal", "ok", "calls/s"));
for (const { name, goal, run } of await startCases()) show(name, run(), goal);
const { cases, close } = await functionCases();
try {
  for (const { name, goal, run } of cases) {
    const { ratio, perSecond } = await run();
    show(name, ratio, goal, Math.round(perSecond).toLocaleString("en-US"));
  }
} finally {
  close();
}
for (const { name, goal, run } of modelCases()) show(name, run(), goal);
for (const { name, goal, run } of refreshCases()) show(name, await run(), goal);
