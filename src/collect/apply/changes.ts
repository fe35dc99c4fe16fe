// The line that CHANGES.md gets, under the heading of the day.
import { counted, listed } from "../../common/words";
import { subjectOf, type Proposal } from "../proposal";

export const changeLine = (added: readonly Proposal[]): string => {
  const subjects = [...new Set(added.map(subjectOf))].sort();
  const filings = [...new Set(added.flatMap(({ accession }) => (accession === "" ? [] : [accession])))].sort();
  const from = filings.length > 0 ? `, read in ${listed(filings)}` : "";
  return `- ${counted(added.length, "row")} added by data:collect: ${listed(subjects)}${from}.`;
};

export const withChange = (text: string, day: string, line: string): string => {
  const lines = text.trimEnd().split("\n");
  const isOfDay = (each: string): boolean => each === `## ${day}`;
  const today = lines.findIndex(isOfDay);
  if (today >= 0) {
    // A blank line stands below each heading.
    const at = lines[today + 1] === "" ? today + 2 : today + 1;
    const isList = lines[at]?.startsWith("- ") ?? true;
    return `${[...lines.slice(0, at), line, ...(isList ? [] : [""]), ...lines.slice(at)].join("\n")}\n`;
  }
  const first = lines.findIndex((each) => each.startsWith("## "));
  const at = first < 0 ? lines.length : first;
  return `${[...lines.slice(0, at), `## ${day}`, "", line, "", ...lines.slice(at)].join("\n").trimEnd()}\n`;
};
