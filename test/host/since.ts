// Since which requirement set Excel has a member, as Microsoft's own types tell it: "[Api set: ExcelApi 1.12]". office.js
// refuses calls by itself where the set is missing; what is only named in a load is refused by the host.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const TYPES = createRequire(import.meta.url).resolve("@types/office-js/index.d.ts");
/** Not yet in any set. */
const PREVIEW = "99.0";

const read = (): ReadonlyMap<string, string> => {
  const text = readFileSync(TYPES, "utf8");
  const lines = text.slice(text.indexOf("declare namespace Excel {")).split("\n");
  const since = new Map<string, string>();
  let type = "";
  let set = "";
  for (const line of lines) {
    const [, version] = /\[Api set: ExcelApi (\d+\.\d+|BETA)/.exec(line) ?? [];
    const [, owner] = /^ {4}(?:class|interface) (\w+)/.exec(line) ?? [];
    const [, member] = /^ {8}(?:readonly |get |set )?(\w+)[(:<?]/.exec(line) ?? [];
    if (version !== undefined) set = version === "BETA" ? PREVIEW : version;
    else if (owner !== undefined) [type, set] = [owner, ""];
    else if (member !== undefined) {
      const key = `${type}.${member.toLowerCase()}`;
      // Of several forms of a method the first is the oldest.
      if (set !== "" && !since.has(key)) since.set(key, set);
      set = "";
    }
  }
  return since;
};

/** As office.js calls it on its way. */
const ON_THE_WIRE: Readonly<Record<string, string>> = { "Worksheet.gridlines": "Worksheet.showgridlines" };

let known: ReadonlyMap<string, string> | undefined;

const isBelow = (version: string, wanted: string): boolean => {
  const [[major = 0, minor = 0], [thisMajor = 0, thisMinor = 0]] = [wanted, version].map((text) =>
    text.split(".").map(Number),
  ) as [number[], number[]];
  return thisMajor < major || (thisMajor === major && thisMinor < minor);
};

/** Whether an Excel with this version of ExcelApi lacks the member. Of members that the types do not name it has all. */
export const lacks = (excelApi: string, type: string, member: string): boolean => {
  known ??= read();
  const key = `${type}.${member.toLowerCase()}`;
  const since = known.get(ON_THE_WIRE[key] ?? key);
  return since !== undefined && isBelow(excelApi, since);
};
