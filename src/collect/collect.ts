// Reads filing after filing and writes the proposals after each, so that what was read stays when a run ends early.
import { listed } from "../common/words";
import type { Asker } from "./ask/shelf";
import { NOTHING, onlyFound, type Candidate, type Found } from "./candidate";
import { readCompanyFacts, type CompanyFacts } from "./edgar/company-facts";
import { readReport } from "./edgar/read-report";
import { filingsOf, type Filing, type Wanted } from "./edgar/submissions";
import { checkTicker, readTickers } from "./edgar/tickers";
import { readRelease } from "./exhibits/read-release";
import { Failure } from "./failure";
import { isReport, type Filer } from "./filers";
import type { Known } from "./known";
import type { Proposal } from "./proposal";
import { Effects } from "./weigh/shown";
import { weigh } from "./weigh/weigh";
import type { World } from "./world";

export interface Run {
  readonly proposals: readonly Proposal[];
  readonly found: Found;
  readonly failures: readonly string[];
  /** A failure that ended the run, or Ctrl+C. */
  readonly endedBy?: string;
}

export const STOPPED = "Stopped. What was read until here is kept.";

/** `keep` is handed the proposals of everything read so far, after every filing. */
export const collect = async (
  world: World,
  asker: Asker,
  filers: readonly Filer[],
  wanted: Wanted,
  known: Known,
  keep: (proposals: readonly Proposal[]) => void,
): Promise<Run> => {
  const failures: string[] = [];
  let found: Found = NOTHING;
  const effects = new Effects(known.tables, Math.floor(world.now().getTime() / 86_400_000));
  const proposals = (): Proposal[] => weigh(found.candidates, filers, known, effects);
  /** A failure of one step is told and noted; one that ends the run is thrown on. */
  const isStopped = (): boolean => world.signal.aborted;
  const attempt = async <T>(what: string, step: () => Promise<T>): Promise<T | undefined> => {
    if (isStopped()) throw new Failure(STOPPED, true);
    try {
      return await step();
    } catch (error) {
      if (isStopped()) throw new Failure(STOPPED, true);
      if (!(error instanceof Failure) || error.endsRun) throw error;
      world.terminal.say(`  ${what}: ${error.message}`);
      failures.push(`${what}: ${error.message}`);
      return undefined;
    }
  };

  const readMiner = async (filer: Filer, filings: readonly Filing[]): Promise<void> => {
    const usesExtract = Object.keys(filer.tags).length > 0 && filings.some(({ form }) => isReport(form));
    const extract = usesExtract
      ? await attempt(`${filer.ticker} extract of facts`, () => readCompanyFacts(asker, filer.cik))
      : undefined;
    for (const [at, filing] of filings.entries()) {
      const name = `${filer.ticker} ${at + 1} of ${filings.length}: ${filing.form} filed ${filing.filed}`;
      world.terminal.say(name);
      const read = await attempt(name, () => readFiling(asker, filing, filer, known, extract));
      if (!read) continue;
      found = onlyFound([found, read]);
      keep(proposals());
      world.terminal.say(`  ${told(read)}`);
    }
  };

  try {
    const tickers = await readTickers(asker);
    for (const filer of filers) {
      const filings = await attempt(filer.ticker, () => {
        checkTicker(tickers, filer);
        return filingsOf(asker, filer, wanted);
      });
      if (filings) await readMiner(filer, filings);
    }
  } catch (error) {
    if (!(error instanceof Failure) && !world.signal.aborted) throw error;
    const endedBy = error instanceof Failure ? error.message : STOPPED;
    return { proposals: proposals(), found, failures, endedBy };
  }
  return { proposals: proposals(), found, failures };
};

const readFiling = (
  asker: Asker,
  filing: Filing,
  filer: Filer,
  known: Known,
  extract: CompanyFacts | undefined,
): Promise<Found> =>
  isReport(filing.form) ? readReport(asker, filing, filer, known, extract) : readRelease(asker, filing, filer, known);

const told = ({ candidates, refusals, unread }: Found): string => {
  const current = candidates.filter((each: Candidate) => each.standing === "report").length;
  const parts = [`${current} read`, ...(refusals.length > 0 ? [`${refusals.length} refused`] : [])];
  return listed([...parts, ...(unread.length > 0 ? [`seen, not read: ${unread.join(", ")}`] : [])]);
};
