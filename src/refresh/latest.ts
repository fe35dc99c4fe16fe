// latest.json: what the newest release is, and the text of it that its publisher signs.
import * as v from "valibot";
import { dayOfIso } from "../data/days";
import { PACK_SCHEMA } from "../data/pack";
import { refusal } from "./faults";

/** WebCrypto's form of the signature: r and s, 32 bytes each. Ed25519 is younger than the web views of older Office. */
export const ALGORITHM = "ECDSA-P256-SHA256";
export const HARD_LIMIT_BYTES = 50_000_000;

const LATEST = v.object({
  /** Format of the packed record. */
  schema: v.number(),
  /** Day of the data, YYYY-MM-DD. */
  version: v.pipe(
    v.string(),
    v.check((text) => dayOfIso(text) !== undefined),
  ),
  published: v.pipe(v.string(), v.isoTimestamp()),
  /** Figures of miners. */
  rows: v.pipe(v.number(), v.integer(), v.minValue(1)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  minimumAddin: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  /** Beside latest.json: a bare name, so that it can lead nowhere else. */
  file: v.pipe(v.string(), v.regex(/^record-[\w-]+\.json$/)),
  algorithm: v.optional(v.string(), ""),
  signature: v.optional(v.string(), ""),
});

export type Latest = Readonly<v.InferOutput<typeof LATEST>>;
export type Unsigned = Omit<Latest, "signature">;

/** One line for each field: nothing that a reader acts on can be changed without breaking the signature. */
export const signedText = (latest: Unsigned): string =>
  [
    "Miner Overhang release",
    ...[latest.schema, latest.version, latest.published, latest.rows, latest.bytes, latest.sha256],
    ...[latest.minimumAddin, latest.file, latest.algorithm],
  ].join("\n");

export const parseJson = (text: string, host: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(/^\s*</.test(text) ? "html" : "not-json", host);
  }
};

export const parseLatest = (text: string, host: string): Latest => {
  const json = parseJson(text, host);
  const schema = v.safeParse(v.object({ schema: v.number() }), json);
  // A later format may look different in all else: its number comes first.
  if (schema.success && schema.output.schema !== PACK_SCHEMA)
    throw refusal("format", schema.output.schema, PACK_SCHEMA);
  const latest = v.safeParse(LATEST, json);
  if (!latest.success) throw refusal("not-latest", host);
  if (latest.output.bytes > HARD_LIMIT_BYTES) throw refusal("too-large", host, HARD_LIMIT_BYTES);
  return latest.output;
};

/** True when version `have` ("1.2.3") is `needed` or later. */
export const isAtLeast = (have: string, needed: string): boolean => {
  const [a, b] = [have, needed].map((version) => version.split(".").map(Number));
  for (let part = 0; part < 3; part++) {
    const step = (a?.[part] ?? 0) - (b?.[part] ?? 0);
    if (step !== 0) return step > 0;
  }
  return true;
};
