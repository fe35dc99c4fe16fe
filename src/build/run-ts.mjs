// Runs one of the commands written in TypeScript: node src/build/run-ts.mjs src/build/bundle/release-program.ts --out DIR
// @ts-check
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, ROOT, run } from "./setup.mjs";

await run(() => {
  ensureInstalled();
  // Ctrl+C is the command's own to answer: this process waits for its end.
  process.on("SIGINT", () => undefined);
  const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
  const { status } = spawnSync(process.execPath, [tsx, ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
  process.exitCode = status ?? 1;
});
