// Checks that a ticker still belongs to the company of our table.
import type { Asker } from "../ask/shelf";
import { changed, Failure } from "../failure";
import { UNLISTED, type Filer } from "../filers";
import { fieldsOf, numberOf, textOf } from "./shape";

const ADDRESS = "https://www.sec.gov/files/company_tickers.json";

export type CikByTicker = ReadonlyMap<string, number>;

export const readTickers = async (asker: Asker): Promise<CikByTicker> => {
  const answer = fieldsOf(await asker.json(ADDRESS), ADDRESS, "the list");
  const entries = Object.values(answer).map((entry): [string, number] => {
    const { ticker, cik_str: cik } = fieldsOf(entry, ADDRESS, "ticker");
    return [textOf(ticker, ADDRESS, "ticker"), numberOf(cik, ADDRESS, "cik_str")];
  });
  if (entries.length === 0) throw changed(ADDRESS, "every ticker");
  return new Map(entries);
};

/** A difference stops the miner: figures of another company must not come in under its ticker. */
export const checkTicker = (tickers: CikByTicker, { ticker, cik }: Filer): void => {
  const found = tickers.get(ticker);
  if (UNLISTED.has(ticker) || found === cik) return;
  throw new Failure(
    found === undefined
      ? `${ticker} is not in SEC's list of tickers: see whether it was renamed, and correct src/collect/filers.ts.`
      : `SEC gives ${ticker} the CIK ${found}, not ${cik}: correct src/collect/filers.ts. Nothing of it was read.`,
  );
};
