// Miners and metrics by any of their names: tickers old and new, company names with or without "Holdings Inc.", synonyms.
import type { MinerRecord } from "./record";
import { nearest, plain } from "./text";

/** What was found: the miner's or metric's number in the record, or the spellings that come nearest. */
export type Found = number | { readonly nearest: readonly string[] };

/** Words at the end of a company's name that people leave out. */
const COMPANY_WORDS = /[\s,]+(inc|corp|corporation|ltd|limited|plc|holdings?|group|co|company|technologies|se)\.?$/i;
/** A shorter beginning could be anybody's. */
const SHORTEST_BEGINNING = 4;
/** Spellings remembered before the memory is emptied. */
const MEMORY = 5000;

interface Directory {
  /** Plain spelling to number. */
  readonly spellings: ReadonlyMap<string, number>;
  /** All texts that may be shown as a near match, with the id to show. */
  readonly shown: ReadonlyMap<string, string>;
  /** Misses too: a column of the same slip costs one search. */
  readonly seen: Map<string, Found>;
}

interface Named {
  readonly id: string;
  /** Strongest first: a ticker beats another company's former name. */
  readonly names: readonly (readonly string[])[];
}

const directoryOf = (entries: readonly Named[]): Directory => {
  const spellings = new Map<string, number>();
  const shown = new Map<string, string>();
  const ranks = Math.max(0, ...entries.map((entry) => entry.names.length));
  for (let rank = 0; rank < ranks; rank++) {
    entries.forEach((entry, number) => {
      for (const name of entry.names[rank] ?? []) {
        const key = plain(name);
        if (key === "" || spellings.has(key)) continue;
        spellings.set(key, number);
        shown.set(name, entry.id);
      }
    });
  }
  return { spellings, shown, seen: new Map() };
};

/** "MARA Holdings, Inc." is also "MARA Holdings" and "MARA". */
const withoutCompanyWords = (name: string): string[] => {
  const shorter = name.replace(COMPANY_WORDS, "");
  return shorter === name ? [] : [shorter, ...withoutCompanyWords(shorter)];
};

/** The one entry with a spelling that begins so; undefined when there are several or none. */
const byBeginning = (directory: Directory, key: string): number | undefined => {
  if (key.length < SHORTEST_BEGINNING) return undefined;
  const numbers = new Set(
    [...directory.spellings].filter(([name]) => name.startsWith(key)).map(([, number]) => number),
  );
  return numbers.size === 1 ? [...numbers][0] : undefined;
};

const search = (directory: Directory, text: string): Found => {
  const [number = byBeginning(directory, plain(text))] = [text.trim(), ...withoutCompanyWords(text.trim())].flatMap(
    (spelling) => directory.spellings.get(plain(spelling)) ?? [],
  );
  if (number !== undefined) return number;
  const near = nearest(text, [...directory.shown.keys()], 8).map((name) => directory.shown.get(name) ?? name);
  return { nearest: [...new Set(near)].slice(0, 3) };
};

const find = (directory: Directory, text: string, others: (text: string) => string | undefined = () => undefined) => {
  const seen = directory.seen.get(text);
  if (seen !== undefined) return seen;
  const found = search(directory, text);
  const other = typeof found === "number" ? undefined : others(text);
  const foundOther = other === undefined ? found : search(directory, other);
  const best = typeof foundOther === "number" ? foundOther : found;
  if (directory.seen.size >= MEMORY) directory.seen.clear();
  directory.seen.set(text, best);
  return best;
};

const remembered = (make: (record: MinerRecord) => Directory): ((record: MinerRecord) => Directory) => {
  const known = new WeakMap<MinerRecord, Directory>();
  return (record) => {
    const directory = known.get(record) ?? make(record);
    known.set(record, directory);
    return directory;
  };
};

const minerDirectory = remembered((record) =>
  directoryOf(
    record.miners.map(({ ticker, name, formerNames }) => ({
      id: ticker,
      names: [[ticker], [name, ...withoutCompanyWords(name)], formerNames, formerNames.flatMap(withoutCompanyWords)],
    })),
  ),
);

const metricDirectory = remembered((record) =>
  directoryOf(record.metrics.map(({ id, name, synonyms }) => ({ id, names: [[id], [name], synonyms] }))),
);

/** Exchanges on which miners of the record are or were listed: elsewhere the same letters are another company. */
const EXCHANGES = "NASDAQ|XNAS|NASDAQGS|NASDAQGM|NASDAQCM|NYSE|XNYS|NYSEAMERICAN|NYSE AMERICAN|AMEX|OTC|OTCMKTS|OTCQX|TSX|XTSE|TSXV|XTSX|CVE|NEO|XETRA|XETR|ETR|FRA|LSE|LON|XLON"; // prettier-ignore
/** The same as terminals write them after a ticker: Bloomberg's "US", Reuters' "OQ", Yahoo's "TO", FactSet's "US". */
const SUFFIXES = "US|UW|UQ|UR|UN|UA|UV|CN|CT|CV|GR|GY|LN|OQ|O|N|K|A|PK|TO|V|DE|F|L";
const NOTATIONS = [
  // A cell of Excel's Stocks type shows "MARA HOLDINGS, INC. (XNAS:MARA)".
  new RegExp(`^(?:.*\\()?(?:${EXCHANGES})\\s*:\\s*([A-Z0-9]+)\\)?$`, "i"),
  new RegExp(`^([A-Z0-9]+)\\s+(?:${SUFFIXES})(?:\\s+EQUITY)?$`, "i"),
  new RegExp(`^([A-Z0-9]+)[.-](?:${SUFFIXES})$`, "i"),
  /^\$([A-Z0-9]+)$/i,
];

/** The ticker in a terminal's way of writing it: "MARA US Equity", "NASDAQ:MARA", "MARA.OQ", "MARA-US", "$MARA". */
const tickerIn = (text: string): string | undefined => {
  for (const notation of NOTATIONS) {
    const ticker = notation.exec(text.trim())?.[1];
    if (ticker !== undefined) return ticker;
  }
  return undefined;
};

/** "MARA Holdings, Inc., Riot Platforms, Inc." is two names: what only ends a company's name stays with it. */
export const namesInList = (text: string): readonly string[] => {
  const names: string[] = [];
  for (const part of text.split(",").filter((each) => each.trim() !== "")) {
    const last = names.length - 1;
    if (last >= 0 && withoutCompanyWords(` ${part.trim()}`)[0] === "") names[last] = `${names[last] ?? ""},${part}`;
    else names.push(part);
  }
  return names;
};

/** The number of the miner in `record.miners`, or the tickers that come nearest. */
export const findMiner = (record: MinerRecord, text: string): Found => {
  // A ticker beats all other names: most cells need no more of them.
  const exact = record.minerIndex(text);
  return exact >= 0 ? exact : find(minerDirectory(record), text, tickerIn);
};

/** The number of the metric in `record.metrics`, or the ids that come nearest. */
export const findMetric = (record: MinerRecord, text: string): Found => {
  const exact = record.metricIndex(text);
  return exact >= 0 ? exact : find(metricDirectory(record), text);
};
