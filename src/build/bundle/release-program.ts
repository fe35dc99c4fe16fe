// npm run data:release -- [--key FILE] [--out FOLDER] [--since FOLDER]: signs the record as a release for the pane's update.
// Without a key it signs for development only. It says what changes, and signs nothing that a pane would refuse.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { dayOfVersion, isLaterVersion, versionAfter } from "../../common/version";
import type { PackedRecord } from "../../data/pack";
import { MinerRecord } from "../../data/record";
import { parseLatest, type Latest } from "../../refresh/fetch/latest";
import { readRelease } from "../../refresh/fetch/read-release";
import { developmentKeyFile, readKey } from "./keys";
import { buildRecord, DATA_FOLDER, type BuiltRecord } from "./record";
import { LATEST, releaseFiles } from "./release";
import { changesSaid } from "./release-changes";

const MS_PER_DAY = 86_400_000;

interface Published {
  readonly latest: Latest;
  readonly json: string;
}

/** What was released last; undefined when the folder holds no release. */
export const publishedIn = (folder: string): Published | undefined => {
  const file = join(folder, LATEST);
  if (!existsSync(file)) return undefined;
  const latest = parseLatest(readFileSync(file, "utf8"), file);
  const path = join(folder, latest.file);
  if (!existsSync(path)) throw new Error(`${file} names ${latest.file}, which is not beside it. Put it there.`);
  return { latest, json: readFileSync(path, "utf8") };
};

/** Throws when panes that have the last release would not take this one for newer. */
export const requireLater = ({ packed, sha256 }: BuiltRecord, { latest }: Published, today: number): void => {
  if (latest.sha256 === sha256 || isLaterVersion(packed.version, latest.version)) return;
  // A clock that is behind: then the next of that day.
  const next = versionAfter(latest.version, Math.max(today, dayOfVersion(latest.version) ?? today)) ?? "";
  throw new Error(
    `The record calls itself ${packed.version}, and ${latest.version} is released with other content: panes that have that one would never take this one. Write "${next}" as version into ${join(DATA_FOLDER, "record.json")} and run this again.`,
  );
};

/** Throws the sentence with which a pane would refuse these files. */
export const requireReadable = async (files: Readonly<Record<string, string>>): Promise<void> => {
  const latest = parseLatest(files[LATEST] ?? "", LATEST);
  const bytes = new TextEncoder().encode(files[latest.file]);
  await readRelease({ subtle: crypto.subtle }, bytes, latest, "this release");
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      key: { type: "string" },
      out: { type: "string", default: join("dist", "data") },
      since: { type: "string" },
    },
  });
  const { bundled, signing, warning } = readKey(values.key);
  if (!signing) throw new Error(`${values.key ?? ""} holds only a public key. Name the file with the private one.`);
  if (warning !== undefined) console.warn(warning);
  const built = buildRecord();
  const since = values.since ?? values.out;
  const before = publishedIn(since);
  if (values.since !== undefined && !before) throw new Error(`There is no ${LATEST} in ${since}. Name its folder.`);
  const today = Math.floor(Date.now() / MS_PER_DAY);
  if (before) requireLater(built, before, today);
  const files = releaseFiles(built, signing);
  await requireReadable(files);
  if (before) {
    const last = MinerRecord.unpack(JSON.parse(before.json) as PackedRecord);
    for (const line of changesSaid(last, MinerRecord.unpack(built.packed), today)) console.log(line);
  } else console.log(`No release is in ${since}: name the folder of the last one with --since to see what changes.`);
  mkdirSync(values.out, { recursive: true });
  // latest.json last: it points to the other.
  for (const [name, text] of Object.entries(files)) writeFileSync(join(values.out, name), text);
  console.log(`Release ${built.packed.version} with ${built.counts.rows} figures is in ${values.out}.`);
  if (bundled.kind === "development") {
    console.log(`Signed with the development key ${developmentKeyFile()}: only copies built on this machine take it.`);
    console.log("To publish, sign with the key that the published add-in was built with: --key FILE");
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
