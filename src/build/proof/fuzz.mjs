// npm run fuzz -- --calls 1000000 --seed 7 [--only MINERDATA]: random input to everything that takes some from outside.
// @ts-check
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled, ROOT, run } from "../setup.mjs";

await run(() => {
  ensureInstalled();
  const { values } = parseArgs({
    options: {
      calls: { type: "string", default: "20000" },
      seed: { type: "string", default: "1" },
      only: { type: "string", default: "" },
    },
  });
  for (const name of /** @type {const} */ (["calls", "seed"])) {
    if (!/^[1-9]\d*$/.test(values[name]))
      throw new Error(`--${name} takes a whole number above 0, not ${values[name]}.`);
  }
  const { status } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--config", "test/fuzz/vitest.config.ts"],
    {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, CALLS: values.calls, SEED: values.seed, ONLY: values.only },
    },
  );
  process.exitCode = status ?? 1;
});
