// What cells are calculated with: a version of the record, own rows and a live quote over it. As the text that the file
// of a workbook keeps, and in words where two of them differ.
import { record } from "../../functions";
import { checksumOf } from "../../refresh/store/checksum";
import type { OwnRow } from "../../refresh/own-rows/own-rows";
import type { Refresh } from "../../refresh/refresh";
import { counted, listed, versionDay } from "../../common/words";
import { moment } from "../words";

/**
 * "2026-08-31" for a record alone; "2026-08-31; own 3 2166136261; market 2026-11-22T12:00Z" with what lay over it: how
 * many rows and their checksum, and the minute of the quote. Files keep it, so this form stays readable for ever.
 */
export type Basis = string;

interface Parts {
  readonly version: string;
  readonly ownRows: number;
  readonly ownChecksum: string;
  readonly quotedAt: number | undefined;
}

const checksumOfRows = (rows: readonly OwnRow[]): number =>
  checksumOf(
    rows
      .map(({ cells }) => JSON.stringify(Object.entries(cells).sort()))
      .sort()
      .join("\n"),
  );

const minuteOf = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;

/** Of the cells if they were calculated now. */
export const basisNow = (refresh: Refresh | undefined): Basis => {
  const { own, quote } = refresh?.state ?? {};
  return [
    record().version,
    ...(own && own.rows.length > 0 ? [`own ${own.rows.length} ${checksumOfRows(own.rows)}`] : []),
    ...(quote ? [`market ${minuteOf(quote.takenAt)}`] : []),
  ].join("; ");
};

const partsOf = (basis: Basis): Parts => {
  const [version = "", ...layers] = basis.split("; ");
  const wordsOf = (layer: string): string[] => layers.find((each) => each.startsWith(`${layer} `))?.split(" ") ?? [];
  const [, rows = "0", ownChecksum = ""] = wordsOf("own");
  const [, quotedAt] = wordsOf("market");
  return {
    version,
    ownRows: Number(rows),
    ownChecksum,
    quotedAt: quotedAt === undefined ? undefined : Date.parse(quotedAt),
  };
};

const rowsIn = ({ ownRows }: Parts): string => (ownRows === 0 ? "no own rows" : counted(ownRows, "own row"));
const marketIn = ({ quotedAt }: Parts): string =>
  quotedAt === undefined ? "no live market" : `the live market of ${moment(quotedAt)}`;

/** One sentence that names only what differs; undefined when nothing does. */
export const differenceSaid = (then: Basis | undefined, now: Basis): string | undefined => {
  if (then === undefined || then === now) return undefined;
  const [old, have] = [partsOf(then), partsOf(now)];
  const pairs: (readonly [string, string])[] = [];
  if (old.version !== have.version)
    pairs.push([`the data of ${versionDay(old.version)}`, `the data of ${versionDay(have.version)}`]);
  if (old.ownRows !== have.ownRows) pairs.push([rowsIn(old), rowsIn(have)]);
  else if (old.ownChecksum !== have.ownChecksum) pairs.push([rowsIn(old), counted(have.ownRows, "other own row")]);
  if (old.quotedAt !== have.quotedAt) pairs.push([marketIn(old), marketIn(have)]);
  if (pairs.length === 0) return "Calculated with different data from yours.";
  return `Calculated with ${listed(pairs.map(([was]) => was))}; you have ${listed(pairs.map(([, is]) => is))}.`;
};
