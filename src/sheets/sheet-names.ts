// What Excel allows as the name of a sheet, and what becomes of other names.

/** Excel's limit for the name of a sheet. */
const LONGEST = 31;
const USUAL = "Sheet";
/** Excel keeps it for a list of its own. */
const RESERVED = "History";

/** The name, with a number where it is taken. `taken` are in lower case. */
export const freeName = (name: string, taken: ReadonlySet<string>): string => {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) {
    const ending = ` ${number}`;
    free = name.slice(0, LONGEST - ending.length) + ending;
  }
  return free;
};

const allowed = (name: string): string => {
  const letters = name.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, "_").replaceAll(/^'+|'+$/g, "");
  // Half of a letter is none.
  return (
    letters
      .slice(0, LONGEST)
      .replace(/[\uD800-\uDBFF]$/, "")
      .trim() || USUAL
  );
};

/** One name for each, as Excel allows them: up to 31 letters, without some signs, none twice, none called History. */
export const allowedSheetNames = (names: readonly string[]): readonly string[] => {
  const plain = names.map(allowed);
  // Those that are right already keep their names, wherever they stand.
  const taken = new Set([RESERVED.toLowerCase()]);
  const found = new Map<number, string>();
  const take = (index: number, name: string): void => {
    taken.add(name.toLowerCase());
    found.set(index, name);
  };
  for (const [index, name] of plain.entries()) {
    if (name === names[index] && !taken.has(name.toLowerCase())) take(index, name);
  }
  for (const [index, name] of plain.entries()) if (!found.has(index)) take(index, freeName(name, taken));
  return names.map((name, index) => found.get(index) ?? name);
};
