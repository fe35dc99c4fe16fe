// Random files and storage: own rows as CSV, releases that are rightly signed, and what a browser may have kept.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { record } from "../../src/functions";
import { RefreshError } from "../../src/refresh/faults";
import { readRelease } from "../../src/refresh/fetch/read-release";
import { readCsv } from "../../src/refresh/own-rows/csv";
import { OWN_COLUMNS, previewOwnRows } from "../../src/refresh/own-rows/own-rows";
import { FakeStorage, latestOf, newest, openRefresh } from "../refresh/support";
import { faultsOfSentence, garbage, type Subject } from "./subject";

const TODAY = record().newestReport;

const field: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("MARA", "Riot Platforms", "holdings_btc", "production", "quarter", "month", "instant", "2025-12-31", "31/12/2025", "53822", "53,822", "53.822,5", "1E999", "NaN", "-1", "0", "(1,234)", "=1+1", "@x", ' "', "\ud800", "https://example.com", "a;b", "x\ty"), // prettier-ignore
  fc.string({ maxLength: 10, unit: "binary" }),
);
const csv = fc
  .record({
    header: fc.oneof(fc.shuffledSubarray([...OWN_COLUMNS], { minLength: 1 }), fc.constant([...OWN_COLUMNS]), fc.array(field, { maxLength: 5 })), // prettier-ignore
    rows: fc.array(fc.array(field, { maxLength: OWN_COLUMNS.length + 2 }), { maxLength: 6 }),
    separator: fc.constantFrom(",", ";", "\t"),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    before: fc.constantFrom("", "\ufeff", "sep=;\r\n", "\n\n"),
  })
  .map(({ header, rows, separator, end, before }) => before + [header, ...rows].map((cells) => cells.join(separator)).join(end)); // prettier-ignore

const OWN_ROWS: Subject = {
  name: "own rows as CSV",
  short: 200,
  make: csv,
  faults: (text) => {
    const { problems, rows } = previewOwnRows(readCsv(text as string), record(), TODAY);
    return [
      ...problems.flatMap(({ sentence }) => faultsOfSentence(sentence)),
      ...rows.flatMap(({ observation }) =>
        Number.isFinite(observation.value) ? [] : [`the value ${observation.value} was taken`],
      ),
    ];
  },
};

/** Everything in a packed record, told by the way to it: "reports", "3", … */
const placesIn = (value: unknown, way: readonly string[] = []): (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...way, key], ...placesIn(inner, [...way, key]).slice(0, 400)])
    : [];
const PLACES = placesIn(newest.packed);

const withChange = (place: readonly string[], value: unknown): string => {
  const copy = structuredClone(newest.packed) as unknown as Record<string, unknown>;
  let within = copy;
  for (const key of place.slice(0, -1)) within = within[key] as Record<string, unknown>;
  const last = place.at(-1) ?? "";
  if (value === undefined) Reflect.deleteProperty(within, last);
  else within[last] = value;
  // A text, as it comes over the wire: numbers that JSON lacks become what a careless writer makes of them.
  return JSON.stringify(copy).replaceAll('"1e999"', "1e999");
};

const RELEASES: Subject = {
  name: "a signed release",
  short: 40,
  make: fc.record({ place: fc.constantFrom(...PLACES), value: garbage }),
  faults: async (change) => {
    const { place, value } = change as { place: readonly string[]; value: unknown };
    const bytes = new TextEncoder().encode(withChange(place, value));
    const latest = latestOf(newest, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    try {
      const release = await readRelease({ subtle: crypto.subtle }, bytes, latest, "example.com");
      const { reports, facts, market } = release.record.tables;
      return [...reports, ...facts, ...market].flatMap((row) =>
        Number.isFinite(row.value) ? [] : [`the value ${row.value} was taken`],
      );
    } catch (error) {
      if (error instanceof RefreshError) return faultsOfSentence(error.message);
      throw error;
    }
  },
};

const STORAGE: Subject = {
  name: "what a browser kept",
  short: 60,
  make: fc.dictionary(
    fc.constantFrom("state", "own-rows", "address", "seen", "quote", "record-2026-11-22-1", "record-"),
    fc.oneof(
      fc.string({ maxLength: 30, unit: "binary" }),
      fc.json({ maxDepth: 3 }),
      fc.record({ format: fc.constantFrom(1, 99), stamp: garbage, release: garbage, before: garbage, rows: garbage }).map((kept) => JSON.stringify(kept)), // prettier-ignore
    ),
  ),
  faults: (given) => {
    const storage = new FakeStorage();
    for (const [name, text] of Object.entries(given as Record<string, string>)) {
      storage.setItem(`office-miner-overhang/${name}`, text);
    }
    const { refresh } = openRefresh({ storage });
    return refresh.state.record.counts.reports > 0 ? [] : ["a record without reports"];
  },
};

export const FILES: readonly Subject[] = [OWN_ROWS, RELEASES, STORAGE];
