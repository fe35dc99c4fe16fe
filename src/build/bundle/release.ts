// A release of the record: the packed file and the signed latest.json that the pane reads.
// As a program: npm run data:release -- [--key FILE] [--out FOLDER]. Without a key it signs for development only.
import { sign, type KeyObject } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ALGORITHM, signedText, type Latest, type Unsigned } from "../../refresh/fetch/latest";
import { developmentKeyFile, readKey } from "./keys";
import { buildRecord, type BuiltRecord } from "./record";

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
  ...(key && { "latest.json": `${JSON.stringify(signRelease(built, key), null, 2)}\n` }),
});

const main = (): void => {
  const { values } = parseArgs({
    options: { key: { type: "string" }, out: { type: "string", default: join("dist", "data") } },
  });
  const { bundled, signing } = readKey(values.key);
  if (!signing) throw new Error(`${values.key ?? ""} holds only a public key. Name the file with the private one.`);
  const built = buildRecord();
  mkdirSync(values.out, { recursive: true });
  for (const [name, text] of Object.entries(releaseFiles(built, signing))) writeFileSync(join(values.out, name), text);
  console.log(`Release ${built.packed.version} with ${built.counts.rows} figures is in ${values.out}.`);
  if (bundled.kind === "development") {
    console.log(`Signed with the development key ${developmentKeyFile()}: only copies built on this machine take it.`);
    console.log("To publish, sign with the key that the published add-in was built with: --key FILE");
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
