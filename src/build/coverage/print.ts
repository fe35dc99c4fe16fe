// npm run data:coverage: which miner told what in which quarter, from whom, and how much of the record that is.
import { CONFIDENCES } from "../../data/schema";
import type { MinerRecord } from "../../data/record";
import { dayOfVersion } from "../../common/version";
import { coverageByQuarter, MEASURES, quartersTo } from "./quarters";
import { sentencesOf } from "./shares";

const LETTERS = { filing: "F", company: "C", secondary: "s" } as const;

export const coverageText = (record: MinerRecord): string => {
  const quarters = quartersTo(dayOfVersion(record.version) ?? record.newestReport);
  const width = Math.max(...MEASURES.map(([name]) => name.length));
  const heads = quarters.map(({ name }) => name.slice(2)).join(" ");
  const lines = coverageByQuarter(record, quarters).flatMap(({ ticker, told }) =>
    MEASURES.map(([name], at) => {
      const letters = (told[at] ?? []).map((step) => (step ? LETTERS[step] : "·").padEnd(4)).join(" ");
      return `${(at === 0 ? ticker : "").padEnd(7)}${name.padEnd(width)}  ${letters}`.trimEnd();
    }),
  );
  return [
    sentencesOf(record),
    "",
    `${CONFIDENCES.map((step) => `${LETTERS[step]} ${step}`).join(", ")}, · not told; what rests on several figures goes by the weakest.`,
    "",
    `${" ".repeat(7 + width)}  ${heads}`,
    ...lines,
  ].join("\n");
};
