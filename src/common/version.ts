// The version of a record: its day, and from the second release of one day on a number: "2026-11-28", "2026-11-28.2".
import { dayOfIso, isoOf, type Day } from "./days";

export interface VersionParts {
  readonly day: Day;
  /** 1 for the first release of a day, which is written without it. */
  readonly sequence: number;
}

/** Undefined when the text is no version. */
export const versionParts = (version: string): VersionParts | undefined => {
  const [, iso = "", sequence = "1"] = /^(\d{4}-\d\d-\d\d)(?:\.([2-9]|[1-9]\d{1,2}))?$/.exec(version) ?? [];
  const day = dayOfIso(iso);
  return day === undefined ? undefined : { day, sequence: Number(sequence) };
};

export const isVersion = (value: unknown): value is string =>
  typeof value === "string" && versionParts(value) !== undefined;

/** The day of the data. */
export const dayOfVersion = (version: string): Day | undefined => versionParts(version)?.day;

/** Not the order of the texts: the tenth release of a day comes after the second. What is no version is later than none. */
export const isLaterVersion = (version: string, than: string): boolean => {
  const [one, other] = [versionParts(version), versionParts(than)];
  if (!one || !other) return one !== undefined;
  return one.day === other.day ? one.sequence > other.sequence : one.day > other.day;
};

/** What a release of that day is called after the one before it; undefined when the day is earlier than that one's. */
export const versionAfter = (before: string, day: Day): string | undefined => {
  const last = versionParts(before);
  if (!last || day > last.day) return isoOf(day);
  return day < last.day ? undefined : `${isoOf(day)}.${last.sequence + 1}`;
};
