// Answers in files instead of the network: read with --from, written with --record. Lists of {address, status, type, json, text or file}.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure, WrongUse } from "../failure";
import type { Answer, GetAnswer } from "./answer";

interface Kept {
  readonly address?: unknown;
  readonly status?: number;
  readonly type?: string;
  readonly json?: unknown;
  readonly text?: string;
  /** A document beside the list. */
  readonly file?: string;
  /** Set where an address answers differently from case to case; such answers are for tests only. */
  readonly case?: string;
}

const listsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("answers.json"))
    .sort()
    .map((name) => join(folder, name));

const bodyOf = ({ json, text, file }: Kept, list: string): string =>
  text ?? (file === undefined ? JSON.stringify(json) : readFileSync(join(dirname(list), file), "utf8"));

/** All answers under a folder. */
export const readAnswers = (folder: string): Answer[] => {
  if (!existsSync(folder)) throw new WrongUse(`There is no folder ${folder}. Name one with recorded answers.`);
  return listsIn(folder).flatMap((list) =>
    (JSON.parse(readFileSync(list, "utf8")) as Kept[])
      .filter((kept) => kept.case === undefined)
      .map((kept) => ({
        address: String(kept.address),
        status: kept.status ?? 200,
        type: kept.type ?? "",
        text: bodyOf(kept, list),
      })),
  );
};

/** Of two answers for one address the first counts. */
export const fromRecorded = (answers: readonly Answer[]): GetAnswer => {
  const byAddress = new Map([...answers].reverse().map((answer) => [answer.address, answer]));
  return (address) => {
    const found = byAddress.get(address);
    if (found) return Promise.resolve(found);
    return Promise.reject(new Failure(`${address} is not among the recorded answers. Nothing was asked.`));
  };
};

/** Adds each answer to FOLDER/answers.json, documents as files beside it. */
export const recordTo = (folder: string, get: GetAnswer): GetAnswer => {
  mkdirSync(folder, { recursive: true });
  const list = join(folder, "answers.json");
  const kept = new Map<string, Kept>(
    existsSync(list)
      ? (JSON.parse(readFileSync(list, "utf8")) as Kept[]).map((answer) => [String(answer.address), answer])
      : [],
  );
  return async (address) => {
    const answer = await get(address);
    const { status, type, text } = answer;
    kept.set(address, { address, status, type, ...keptBody(folder, address, text) });
    writeFileSync(list, `${JSON.stringify([...kept.values()], null, 1)}\n`);
    return answer;
  };
};

const keptBody = (folder: string, address: string, text: string): Kept => {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    if (text.length < 2000) return { text };
    const file = address.replace(/^https?:\/\//, "").replace(/[^\w.-]+/g, "_");
    writeFileSync(join(folder, file), text);
    return { file };
  }
};
