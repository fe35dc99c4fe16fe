// A release file into a record: the announced size and hash first, then the record's own checks. Nothing unchecked gets out.
import { unpackTables, type PackedRecord } from "../data/pack";
import type { RecordTables } from "../data/rows";
import { validateRecord } from "../data/validate";
import type { Environment } from "./environment";
import { refusal } from "./faults";
import { parseJson, type Latest } from "./latest";
import { sha256 } from "./signature";
import { textsOf } from "./texts";

export interface Release {
  readonly version: string;
  readonly packed: PackedRecord;
  /** As it was signed; this is what is kept. */
  readonly text: string;
}

export const readRelease = async (
  environment: Environment,
  bytes: Uint8Array<ArrayBuffer>,
  latest: Latest,
  host: string,
): Promise<Release> => {
  if (bytes.length !== latest.bytes) throw refusal("size", bytes.length, latest.bytes);
  if ((await sha256(environment, bytes)) !== latest.sha256) throw refusal("hash");
  const text = new TextDecoder().decode(bytes);
  const packed = parseJson(text, host) as PackedRecord;
  const problems = problemsOf(packed, latest);
  if (problems.length > 0) throw refusal("unsound", problems.length, problems[0] ?? "");
  return { version: packed.version, packed, text };
};

const problemsOf = (packed: PackedRecord, latest: Latest): string[] => {
  try {
    const tables = unpackTables(packed);
    const { problems } = validateRecord(textsOf(tables), tables.version);
    return [
      ...unannounced(tables, latest),
      ...problems.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`),
    ];
  } catch (error) {
    // Whatever a malformed file breaks on the way, it is the file's fault.
    return [error instanceof Error ? error.message : String(error)];
  }
};

const unannounced = ({ version, reports, facts }: RecordTables, latest: Latest): string[] => {
  const rows = reports.length + facts.length;
  return [
    ...(version === latest.version ? [] : [`It is of ${version}, announced was ${latest.version}.`]),
    ...(rows === latest.rows ? [] : [`It has ${rows} figures, announced were ${latest.rows}.`]),
  ];
};
