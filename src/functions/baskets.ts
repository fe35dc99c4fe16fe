// Which miners an argument means: one, several in one text, or a group. Members are found for a day, never counted twice.
import type { Day } from "../common/days";
import { countsOfAll } from "../data/coin-age";
import { isThere, membersOf, withoutSubsidiaries, GROUPS, type Group } from "../data/groups";
import { findMiner, namesInList } from "../data/names";
import type { MinerRecord } from "../data/record";
import { CellError } from "./cells";
import { optional, text, type Parameter, type ParameterText } from "./parameters";
import { memo, record } from "./session";

/** What the user asked for. A single miner answers for itself; members of a group may lack a report, of a list not. */
export type Basket =
  | { readonly kind: "single"; readonly miner: number; readonly label: string }
  | { readonly kind: "list"; readonly miners: readonly number[]; readonly label: string }
  | { readonly kind: "group"; readonly group: Group; readonly label: string };

const isGroup = (word: string): word is Group => (GROUPS as readonly string[]).includes(word);

const minerCalled = (name: string): number => {
  const found = findMiner(record(), name);
  if (typeof found === "number") return found;
  throw new CellError(
    "#VALUE!",
    `No miner is called "${name.trim()}". Nearest: ${found.nearest.join(", ")}. Groups: ${GROUPS.join(", ")}.`,
  );
};

const parse = (written: string): Basket => {
  const word = written.trim().toUpperCase();
  if (isGroup(word)) return { kind: "group", group: word, label: word };
  const names = namesInList(written);
  const group = names.find((part) => isGroup(part.trim().toUpperCase()));
  if (group !== undefined && names.length > 1) {
    throw new CellError("#VALUE!", `${group.trim()} is a group: use it alone, not in a list of miners.`);
  }
  const miners = [...new Set(names.map(minerCalled))];
  const [first] = miners;
  if (first === undefined) throw new CellError("#VALUE!", `No miner in "${written}". Write a ticker, such as "MARA".`);
  const label = miners.map((miner) => tickerOf(miner)).join(",");
  return miners.length === 1 ? { kind: "single", miner: first, label } : { kind: "list", miners, label };
};

export const tickerOf = (miner: number, of: MinerRecord = record()): string => of.miners[miner]?.ticker ?? "";

/** Spellings that were seen before are not read again: a full column of tickers costs one look-up each. */
const remembered = memo<Basket>();
export const basketOf = (written: string): Basket => remembered(written, () => parse(written));

export const miners = (about: Partial<ParameterText> = {}): Parameter<Basket> => {
  const words = text({
    name: "miners",
    description: `Ticker or name ("MARA"), several in one text ("CORZ,WULF"), or a group: ${GROUPS.join(", ")}.`,
    ...about,
  });
  return { ...words, kind: "miners", read: (cell) => basketOf(words.read(cell)) };
};

export const ALL: Basket = { kind: "group", group: "ALL", label: "ALL" };

export const optionalMiners = (about: Partial<ParameterText> = {}): Parameter<Basket> =>
  optional(miners({ default: "ALL", ...about }), ALL);

/** Each miner that a basket means on a day, as known then: for tables in which nothing is added up. */
export const everyoneAt = (basket: Basket, day: Day, knownBy?: Day): readonly number[] => {
  if (basket.kind === "single") return [basket.miner];
  return basket.kind === "list" ? basket.miners : membersOf(record(), basket.group, day, knownBy);
};

/** How the group ALL comes to its sum on a day. */
export interface RollOfAll {
  readonly members: number;
  readonly counted: number;
  readonly insideParent: number;
  readonly ended: number;
}

export const rollOfAll = (day: Day, knownBy?: Day): RollOfAll => {
  const members = everyoneAt(ALL, day, knownBy);
  const gone = record().miners.filter((one) => one.inAll && one.lastDay !== undefined && !isThere(one, day, knownBy));
  return {
    members: members.length,
    counted: countsOfAll(record(), day, knownBy).length,
    insideParent: members.length - membersAt(ALL, day, knownBy).length,
    ended: gone.length,
  };
};

/** The miners whose coins make up the basket's. A subsidiary leaves when its parent's report contains it. */
export const membersAt = (basket: Basket, day: Day, knownBy?: Day): readonly number[] => {
  const everyone = everyoneAt(basket, day, knownBy);
  return basket.kind === "single" ? everyone : withoutSubsidiaries(record(), everyone, day, knownBy);
};
