// Of each miner and quarter what was told of its coins and by whom, as a table of the help page on coverage.
import { html, type Html } from "../../common/html";
import { dayOfVersion } from "../../common/version";
import type { MinerRecord } from "../../data/record";
import { coverageByQuarter, MEASURES, quartersTo, type Told } from "../coverage/quarters";
import { tableOf } from "./guides";

const MARKS = { filing: "F", company: "C", secondary: "s" } as const;

const mark = (told: Told): Html =>
  told === undefined ? html`<span aria-label="not told">·</span>` : html`<abbr title="${told}">${MARKS[told]}</abbr>`;

export const quarterTable = (record: MinerRecord): Html => {
  const quarters = quartersTo(dayOfVersion(record.version) ?? record.newestReport);
  return tableOf(
    ["Miner", "Of its coins", ...quarters.map(({ name }) => name.slice(2))].map((head) => html`${head}`),
    coverageByQuarter(record, quarters).flatMap(({ ticker, told }) =>
      MEASURES.map(([name], at) => [html`<b>${ticker}</b>`, html`${name}`, ...(told[at] ?? []).map(mark)]),
    ),
  );
};
