// A world for the command: a frozen record, a clock, a terminal that writes down what is said and presses keys.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAnswers } from "../../src/collect/ask/recorded";
import type { Answer } from "../../src/collect/ask/answer";
import { command } from "../../src/collect/command";
import type { Proposal } from "../../src/collect/proposal";
import type { World } from "../../src/collect/world";
import { frozenFolder } from "./frozen-folder";

export const FIXTURES = join(import.meta.dirname, "fixtures");
export const CONTACT = "Test Person test@example.org";

export const answers: readonly Answer[] = readAnswers(FIXTURES);

export interface Bench {
  readonly world: World;
  readonly said: string[];
  readonly opened: string[];
  readonly asked: string[];
  readonly headers: Headers[];
  readonly stop: AbortController;
  /** Exit code of the command. */
  run(...args: string[]): Promise<number>;
  proposals(): readonly Proposal[];
  find(ticker: string, metric: string, period: string, end: string, value?: number): Proposal | undefined;
  store(): { proposals: Proposal[]; decisions: Record<string, unknown> };
  readonly proposalsFile: string;
  dataText(name: string): string;
}

export interface Given {
  readonly keys?: readonly string[];
  readonly lines?: readonly string[];
  readonly isInteractive?: boolean;
  readonly today?: string;
  /** undefined: any request fails the test. */
  readonly fetch?: typeof fetch;
  readonly dataFolder?: string;
}

const noFetch: typeof fetch = (address) => Promise.reject(new Error(`asked the network: ${JSON.stringify(address)}`));

export const bench = (given: Given = {}): Bench => {
  const [said, opened, asked, headers]: [string[], string[], string[], Headers[]] = [[], [], [], []];
  const stop = new AbortController();
  const keys = [...(given.keys ?? [])];
  const lines = [...(given.lines ?? [])];
  const workFolder = mkdtempSync(join(tmpdir(), "collect-"));
  const proposalsFile = join(workFolder, "proposals.json");
  let clock = Date.parse(`${given.today ?? "2026-11-28"}T12:00:00Z`);
  const fetching = given.fetch ?? noFetch;
  const world: World = {
    fetch: (address, init) => {
      asked.push(address instanceof Request ? address.url : String(address));
      headers.push(new Headers(init?.headers));
      return fetching(address, init);
    },
    now: () => new Date(clock),
    wait: (milliseconds) => {
      clock += milliseconds;
      return Promise.resolve();
    },
    terminal: {
      isInteractive: given.isInteractive ?? false,
      say: (line) => void said.push(line),
      key: () => Promise.resolve(keys.shift() ?? "q"),
      ask: () => Promise.resolve(lines.shift() ?? ""),
      open: (address) => {
        opened.push(address);
        return Promise.resolve();
      },
    },
    signal: stop.signal,
    dataFolder: given.dataFolder ?? frozenFolder(),
    workFolder,
  };
  const store = (): { proposals: Proposal[]; decisions: Record<string, unknown> } =>
    JSON.parse(readFileSync(proposalsFile, "utf8")) as { proposals: Proposal[]; decisions: Record<string, unknown> };
  return {
    world, said, opened, asked, headers, stop, proposalsFile, store,
    run: (...args) => command(world, args),
    proposals: () => store().proposals,
    find: (ticker, metric, period, end, value) =>
      store().proposals.find(
        ({ line }) =>
          line.file !== "market" && line.ticker === ticker && line.metric === metric && line.period === period &&
          line.period_end === end && (value === undefined || line.value === value),
      ),
    dataText: (name) => readFileSync(join(world.dataFolder, name), "utf8"),
  }; // prettier-ignore
};

/** A fetch that answers from a list; any other address fails as a cut connection would. */
export const answering =
  (list: readonly Partial<Answer>[], others: readonly Answer[] = answers): typeof fetch =>
  (input) => {
    const address = input instanceof Request ? input.url : String(input);
    const found = list.find((each) => each.address === address) ?? others.find((each) => each.address === address);
    if (!found) return Promise.reject(new TypeError("fetch failed"));
    const headers = { "content-type": found.type ?? "application/json" };
    return Promise.resolve(new Response(found.text ?? "", { status: found.status ?? 200, headers }));
  };
