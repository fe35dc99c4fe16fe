// SEC's own extract of the tagged facts: never a source of figures, but an alarm where it differs from the document.
import type { Asker } from "../ask/shelf";
import { dayOfIso, isoOf, type Day } from "../../common/days";
import { fieldsOf, listOf, numberOf, textOf } from "./shape";

export interface ExtractedFact {
  readonly value: number;
  readonly start?: Day;
  readonly end: Day;
  readonly form: string;
  readonly filed: string;
}

export type CompanyFacts = (tag: string, unit: string) => readonly ExtractedFact[];

export const companyFactsAddress = (cik: number): string =>
  `https://data.sec.gov/api/xbrl/companyfacts/CIK${String(cik).padStart(10, "0")}.json`;

export const readCompanyFacts = async (asker: Asker, cik: number): Promise<CompanyFacts> => {
  const address = companyFactsAddress(cik);
  const facts = fieldsOf(fieldsOf(await asker.json(address), address, "facts")["facts"], address, "facts");
  return (tag, unit) => {
    const [taxonomy = "", name = ""] = tag.split(":");
    const about = (facts[taxonomy] as Record<string, { units?: Record<string, unknown> }> | undefined)?.[name];
    const list = about?.units?.[unit.split(":").at(-1) ?? unit];
    if (list === undefined) return [];
    return listOf(list, address, `${tag} in ${unit}`).map((entry) => {
      const { start, end, val, form, filed } = fieldsOf(entry, address, tag);
      const startDay = typeof start === "string" ? dayOfIso(start) : undefined;
      return {
        value: numberOf(val, address, "val"),
        ...(startDay === undefined ? {} : { start: startDay }),
        end: dayOfIso(textOf(end, address, "end")) ?? NaN,
        form: textOf(form, address, "form"),
        filed: textOf(filed, address, "filed"),
      };
    });
  };
};

/** The different values of one period: a filing that repeats a fact adds none. */
export const valuesOf = (facts: readonly ExtractedFact[], end: Day, start?: Day): number[] => [
  ...new Set(facts.filter((fact) => fact.end === end && fact.start === start).map((fact) => fact.value)),
];

/** A sentence where the extract tells another value than the document; undefined where it agrees or is silent. */
export const alarmOf = (facts: readonly ExtractedFact[], value: number, end: Day, start?: Day): string | undefined => {
  const others = valuesOf(facts, end, start);
  if (others.length === 0 || others.includes(value)) return undefined;
  return `SEC's extract of the facts says ${others.join(" and ")} for ${isoOf(end)}`;
};
