// npm run data:collect: collects, asks a person, or writes what was accepted. Exit 0 done, 1 a failure, 2 wrong use.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { counted } from "../common/words";
import { apply } from "./apply/apply";
import { fromNetwork } from "./ask/network";
import { fromRecorded, readAnswers, recordTo } from "./ask/recorded";
import { askThrough, type Asker } from "./ask/shelf";
import { collectChain } from "./chain/collect-chain";
import { collect, type Run } from "./collect";
import { Failure, WrongUse } from "./failure";
import { HELP, readOptions, type Options } from "./options";
import { OUTCOMES } from "./proposal";
import { readFiles, recordOf } from "./record-files";
import { reviewPage } from "./review/page";
import { review } from "./review/review";
import { EMPTY, merged, openIn, readStore, writeStore } from "./store";
import type { World } from "./world";

const DAYS_BACK = 120;

const askerOf = (world: World, options: Options): Asker => {
  if (options.from !== undefined) return askThrough(fromRecorded(readAnswers(options.from)), undefined);
  const network = fromNetwork(world, options.contact);
  const get = options.record === undefined ? network : recordTo(options.record, network);
  // What is recorded must have been asked for: the shelf would hide it.
  return askThrough(get, options.record === undefined ? join(world.workFolder, "http") : undefined);
};

const runCollect = async (world: World, options: Options, file: string): Promise<number> => {
  const known = recordOf(readFiles(world.dataFolder));
  const before = existsSync(file) ? readStore(file) : EMPTY;
  const keep = (proposals: Run["proposals"]): void => {
    writeStore(file, merged(before, proposals));
  };
  const asker = askerOf(world, options);
  const since = options.since ?? new Date(world.now().getTime() - DAYS_BACK * 86_400_000).toISOString().slice(0, 10);
  const wanted = {
    since,
    ...(options.form === undefined ? {} : { form: options.form }),
    ...(options.filing === undefined ? {} : { accession: options.filing }),
  };
  const run = options.market
    ? await collectChain(world, asker, known, options.price, keep)
    : await collect(world, asker, options.filers, wanted, known, keep);
  keep(run.proposals);
  report(world, run, file);
  const last = run.endedBy ?? run.failures.at(-1);
  if (last !== undefined) world.terminal.say(last);
  return last === undefined ? 0 : 1;
};

/** What came of it: refusals with their reasons, and how many proposals of each outcome. */
const report = ({ terminal }: World, run: Run, file: string): void => {
  for (const { ticker, evidence, reason } of run.found.refusals) {
    terminal.say(`Refused: ${ticker} ${evidence.printed} (${evidence.tag ?? evidence.label ?? ""}): ${reason}.`);
  }
  for (const { outcome, line, reason } of run.proposals) {
    if (outcome === "refused" && line.file !== "market")
      terminal.say(`Refused: ${line.ticker} ${line.value} ${line.metric}: ${reason}.`);
  }
  const counts = OUTCOMES.map(
    (outcome) => [outcome, run.proposals.filter((each) => each.outcome === outcome).length] as const,
  );
  const told = counts.filter(([, number]) => number > 0).map(([outcome, number]) => `${number} ${outcome}`);
  terminal.say(told.length === 0 ? "Nothing was found." : `Found: ${told.join(", ")}.`);
  const open = openIn(readStore(file)).length;
  if (open > 0) terminal.say(`${counted(open, "proposal")} to decide on: npm run data:collect -- --review`);
};

const writePage = (world: World, file: string): void => {
  const page = join(world.workFolder, "review.html");
  const text = reviewPage(readStore(file), world.now().toISOString().slice(0, 10));
  mkdirSync(world.workFolder, { recursive: true });
  writeFileSync(page, text);
  world.terminal.say(`The proposals are in ${page}.`);
};

export const command = async (
  givenWorld: World,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<number> => {
  const { terminal } = givenWorld;
  try {
    const options = readOptions(args, environment);
    if (options.help) {
      terminal.say(HELP);
      return 0;
    }
    const world = options.data === undefined ? givenWorld : { ...givenWorld, dataFolder: options.data };
    const file = options.file ?? join(world.workFolder, "proposals.json");
    switch (options.job) {
      case "collect":
        return await runCollect(world, options, file);
      case "review":
        await review(world, file);
        return 0;
      case "review-page":
        writePage(world, file);
        return 0;
      case "apply":
        apply(world, file, options.dryRun);
        return 0;
    }
  } catch (error) {
    if (!(error instanceof Failure) && !(error instanceof WrongUse)) throw error;
    terminal.say(error.message);
    return error instanceof WrongUse ? 2 : 1;
  }
};
