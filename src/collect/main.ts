// npm run data:collect: the command with the real world around it.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { command } from "./command";
import { processTerminal } from "./terminal";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const stop = new AbortController();
// Ctrl+C may arrive more than once: from the terminal and from the program that started this one.
process.on("SIGINT", () => {
  stop.abort();
});

process.exitCode = await command(
  {
    fetch,
    now: () => new Date(),
    wait: async (milliseconds) => {
      await setTimeout(milliseconds, undefined, { signal: stop.signal });
    },
    terminal: processTerminal(),
    signal: stop.signal,
    dataFolder: join(ROOT, "assets/data"),
    workFolder: join(ROOT, ".cache/collect"),
  },
  process.argv.slice(2),
  process.env,
);
