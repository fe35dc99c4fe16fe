// Documents that never change, kept for good: what has been read from the archive of filings is not asked for again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judged, type Answer, type GetAnswer, type Kind } from "./answer";

export interface Asker {
  json(address: string): Promise<unknown>;
  document(address: string): Promise<string>;
}

const isForGood = (address: string): boolean => address.startsWith("https://www.sec.gov/Archives/");

/** Asks through the shelf. `folder` undefined: nothing is kept, as with recorded answers. */
export const askThrough = (get: GetAnswer, folder: string | undefined): Asker => {
  /** What is not kept is asked once a run. */
  const thisRun = new Map<string, Promise<Answer>>();
  const fileOf = (address: string): string =>
    join(folder ?? "", `${createHash("sha256").update(address).digest("hex").slice(0, 32)}.json`);

  const fetched = async (address: string, kind: Kind): Promise<Answer> => {
    const keeps = folder !== undefined && isForGood(address);
    if (keeps && existsSync(fileOf(address))) return JSON.parse(readFileSync(fileOf(address), "utf8")) as Answer;
    const answer = judged(await get(address), kind);
    if (keeps) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${fileOf(address)}.part`, JSON.stringify(answer));
      renameSync(`${fileOf(address)}.part`, fileOf(address));
    }
    return answer;
  };
  const once = (address: string, kind: Kind): Promise<Answer> => {
    const known = thisRun.get(address) ?? fetched(address, kind);
    thisRun.set(address, known);
    return known;
  };
  return {
    json: async (address) => JSON.parse((await once(address, "json")).text) as unknown,
    document: async (address) => (await once(address, "document")).text,
  };
};
