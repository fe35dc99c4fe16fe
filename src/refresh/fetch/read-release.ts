// A release file into a record: the announced size and hash first, then the record's own checks. Nothing unchecked gets out.
import { releaseProblems } from "../../data/check-release";
import type { PackedRecord } from "../../data/pack";
import { MinerRecord } from "../../data/record";
import { wholeRecordProblems } from "../../data/whole-record";
import type { Environment } from "../environment";
import { refusal } from "../faults";
import { parseJson, type Latest } from "./latest";
import { sha256 } from "./signature";

export interface Release {
  readonly version: string;
  readonly record: MinerRecord;
  /** As it was signed; this is what is kept. */
  readonly text: string;
}

export const readRelease = async (
  environment: Pick<Environment, "subtle">,
  bytes: Uint8Array<ArrayBuffer>,
  latest: Latest,
  host: string,
): Promise<Release> => {
  if (bytes.length !== latest.bytes) throw refusal("size", bytes.length, latest.bytes);
  if ((await sha256(environment, bytes)) !== latest.sha256) throw refusal("hash");
  const text = new TextDecoder().decode(bytes);
  const record = soundRecord(parseJson(text, host) as PackedRecord, latest);
  return { version: record.version, record, text };
};

const soundRecord = (packed: PackedRecord, latest: Latest): MinerRecord => {
  let problems: readonly string[];
  try {
    const record = MinerRecord.unpack(packed, "release");
    problems = [...unannounced(record, latest), ...problemsOf(record)];
    if (problems.length === 0) return record;
  } catch (error) {
    // Whatever a malformed file breaks on the way, it is the file's fault; what the engine says of that helps nobody.
    const isOurs = error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError);
    problems = [isOurs ? error.message : "The file is not a record."];
  }
  throw refusal("unsound", problems.length, problems[0] ?? "");
};

const problemsOf = (record: MinerRecord): string[] =>
  [...releaseProblems(record), ...wholeRecordProblems(record.tables)].map(
    ({ file, line, sentence }) => `${file}:${line}: ${sentence}`,
  );

const unannounced = ({ version, counts }: MinerRecord, latest: Latest): string[] => {
  const rows = counts.reports + counts.facts;
  return [
    ...(version === latest.version ? [] : [`It is of ${version}; ${latest.version} was announced.`]),
    ...(rows === latest.rows ? [] : [`It has ${rows} figures; ${latest.rows} were announced.`]),
  ];
};
