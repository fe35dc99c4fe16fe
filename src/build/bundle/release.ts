// A release of the record: the packed file and the signed latest.json that the pane reads.
import { sign, type KeyObject } from "node:crypto";
import { ALGORITHM, signedText, type Latest, type Unsigned } from "../../refresh/fetch/latest";
import type { BuiltRecord } from "./record";

export const LATEST = "latest.json";
/** The first version of the add-in that reads records of the present format. */
const MINIMUM_ADDIN = "0.1.0";

export const signRelease = (
  { packed, json, sha256, counts }: BuiltRecord,
  key: KeyObject,
  published = new Date(),
): Latest => {
  const unsigned: Unsigned = {
    schema: packed.schema,
    version: packed.version,
    published: published.toISOString(),
    rows: counts.reports + counts.facts,
    bytes: Buffer.byteLength(json),
    sha256,
    minimumAddin: MINIMUM_ADDIN,
    file: `record-${packed.version}.json`,
    algorithm: ALGORITHM,
  };
  const text = Buffer.from(signedText(unsigned));
  return { ...unsigned, signature: sign("sha256", text, { key, dsaEncoding: "ieee-p1363" }).toString("base64") };
};

/** Text by file name. Without a key that can sign there is no latest.json: the release is then signed elsewhere. */
export const releaseFiles = (built: BuiltRecord, key: KeyObject | undefined): Readonly<Record<string, string>> => ({
  [`record-${built.packed.version}.json`]: built.json,
  ...(key && { [LATEST]: `${JSON.stringify(signRelease(built, key), null, 2)}\n` }),
});
