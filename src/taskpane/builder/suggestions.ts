// What a field suggests: the words that its parameter knows, from the record and from the functions themselves.
import { bare, functionCalled, record, type ParameterInfo } from "../../functions";
import { partsOf, isoOf } from "../../common/days";
import { GROUPS } from "../../data/groups";

export interface Suggestion {
  readonly value: string;
  readonly says: string;
}

const says = (value: string, text = ""): Suggestion => ({ value, says: text });

/** A column of what a function answers without headers; `of` and `text` count from 0. */
const answered = (id: string, args: readonly unknown[], text: number): Suggestion[] =>
  (functionCalled(id)?.evaluate(args) ?? []).map((row) => {
    const [value = "", about = ""] = [row[0], row[text]].map((cell) => (cell === undefined ? "" : bare(cell)));
    return says(String(value), String(about));
  });

const GROUP_SAYS = {
  ALL: "every treasury, no coin counted twice",
  PIVOT: "signed an AI lease or GPU contract by the date",
  HOLDERS: "hold bitcoin on the date",
} as const;

const miners = (): Suggestion[] => [
  ...GROUPS.map((group) => says(group, GROUP_SAYS[group])),
  ...record().miners.map(({ ticker, name }) => says(ticker, name)),
];

/** The ends of the newest years, quarters and months in the record. */
const dates = (): Suggestion[] => {
  const { year, month } = partsOf(record().newestReport);
  const quarter = Math.floor((month - 1) / 3);
  const quarters = [0, 1, 2, 3].map((back) => {
    const at = year * 4 + quarter - 1 - back;
    return says(`${Math.floor(at / 4)}Q${(at % 4) + 1}`, "end of the quarter");
  });
  return [
    says(isoOf(record().newestReport), "newest report"),
    says(`${year}-${String(month).padStart(2, "0")}`, "end of the month"),
    ...quarters,
    says(`FY${year - 1}`, "end of the fiscal year"),
    says(`FY${year - 2}`, "end of the fiscal year"),
  ];
};

const columns = (): Suggestion[] =>
  (functionCalled("SCENARIO")?.evaluate(["hold"])[0] ?? []).map((cell) => says(String(bare(cell))));

const BY_KIND: Readonly<Partial<Record<string, () => Suggestion[]>>> = {
  miners,
  metric: () => record().metrics.map(({ id, name, unit }) => says(id, `${name}, ${unit}`)),
  date: dates,
  assumptions: () => answered("SCENARIOLIST", [false], 1),
  scenarios: () => answered("SCENARIOLIST", [false], 1),
  column: columns,
  output: columns,
  assumption: () => answered("ASSUMPTIONS", ["pace", false], 3),
};

/** Parameters that are plain text to the catalogue, and what they mean. */
const BY_NAME: Readonly<Partial<Record<string, string>>> = { preset: "assumptions", columns: "column" };

const remembered = new Map<string, { readonly version: string; readonly list: readonly Suggestion[] }>();

/** None for a plain number; the words of a choice as they are. */
export const suggestionsFor = ({ name, kind, values }: ParameterInfo): readonly Suggestion[] => {
  if (values) return values.map((value) => says(value));
  const key = kind === "text" ? (BY_NAME[name] ?? "") : kind;
  const make = BY_KIND[key];
  if (!make) return [];
  const { version } = record();
  const known = remembered.get(key);
  if (known?.version === version) return known.list;
  const list = make();
  remembered.set(key, { version, list });
  return list;
};
