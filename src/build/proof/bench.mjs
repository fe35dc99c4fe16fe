// npm run bench: how fast the functions and the model are, as ratios of one run on this machine.
// @ts-check
import { spawnSync } from "node:child_process";
import { ensureInstalled, ROOT, run } from "../setup.mjs";

await run(() => {
  ensureInstalled();
  const pack = `await import("./test/pack-record.ts").then((record) => record.default());`;
  const measure = `await import("./test/bench/run.ts");`;
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", `${pack}\n${measure}`],
    { cwd: ROOT, stdio: "inherit" },
  );
  if (status !== 0) throw new Error("A measurement could not be made. See the message above.");
});
