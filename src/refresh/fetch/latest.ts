// latest.json: what the newest release is, and the text of it that its publisher signs.
import { isVersion } from "../../common/version";
import { PACK_SCHEMA, READABLE_SCHEMAS } from "../../data/pack";
import { refusal } from "../faults";
import { fits, isCount, isNumber, isText, type Tests } from "./shape";

/** WebCrypto's form of the signature: r and s, 32 bytes each. Ed25519 is younger than the web views of older Office. */
export const ALGORITHM = "ECDSA-P256-SHA256";
export const HARD_LIMIT_BYTES = 50_000_000;

export interface Latest {
  /** Format of the packed record. */
  readonly schema: number;
  /** Day of the data, YYYY-MM-DD, and the number of the release if it is not the first of that day. */
  readonly version: string;
  readonly published: string;
  /** Figures of miners. */
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly minimumAddin: string;
  /** Beside latest.json: a bare name, so that it can lead nowhere else. */
  readonly file: string;
  readonly algorithm?: string;
  readonly signature?: string;
}

const LATEST: Tests<Latest> = {
  schema: isNumber,
  version: isVersion,
  published: isText(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  rows: isCount,
  bytes: isCount,
  sha256: isText(/^[0-9a-f]{64}$/),
  minimumAddin: isText(/^\d+\.\d+\.\d+$/),
  file: isText(/^record-[\w-]+(\.\d+)?\.json$/),
  // What is missing or wrong here is said by the check of the signature.
  algorithm: () => true,
  signature: () => true,
};

export type Unsigned = Omit<Latest, "signature">;

/** One line for each field: nothing that a reader acts on can be changed without breaking the signature. */
export const signedText = (latest: Unsigned): string =>
  [
    "Miner Overhang release",
    ...[latest.schema, latest.version, latest.published, latest.rows, latest.bytes, latest.sha256],
    ...[latest.minimumAddin, latest.file, latest.algorithm ?? ""],
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
  // A later format may look different in all else: its number comes first.
  if (fits<Pick<Latest, "schema">>(json, { schema: isNumber }) && !READABLE_SCHEMAS.includes(json.schema)) {
    throw refusal("format", json.schema, PACK_SCHEMA);
  }
  if (!fits(json, LATEST)) throw refusal("not-latest", host);
  if (json.bytes > HARD_LIMIT_BYTES) throw refusal("too-large", host, HARD_LIMIT_BYTES);
  return json;
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
