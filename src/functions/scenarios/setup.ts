// From the table of assumptions to the numbers that the model runs on: preset, record, then the user's rows.
import { isoOf, type Day } from "../../common/days";
import { hasPivoted } from "../../data/groups";
import type { Assumption, MinerAssumption, NumberAssumption, TextAssumption } from "../../model/scenario/assumption";
import { ASSUMPTIONS } from "../../model/scenario/assumptions";
import { acceptedBy, isMinerAssumption, isNumberAssumption, refusal } from "../../model/scenario/check";
import type { MinerInputs, ScenarioInputs } from "../../model/scenario/inputs";
import type { Preset } from "../../model/scenario/presets";
import { basketOf } from "../baskets";
import { attempt, CellError } from "../cells";
import { firstDayOf } from "../fiscal";
import { mayBeEmpty } from "../inputs";
import { numberOf, readDate } from "../parameters";
import { latestDay, record } from "../session";
import { pacedAt, pacedFigures, type Paced } from "./pace";
import { standardsOf, type Settings } from "./standards";
import { knownOn, minersAt } from "./starting";
import { presetCalled, type Row } from "./table";

export interface Setup {
  readonly preset: Preset;
  /** "ALL", "CORZ,WULF". */
  readonly miners: string;
  readonly inputs: ScenarioInputs;
  /** What the record did not know and was filled in. */
  readonly filled: readonly string[];
  /** Estimates in the place of counts, under the policy pace; else none. */
  readonly paced: readonly Paced[];
}

const wrong = (row: Row, sentence: string): CellError => new CellError("#VALUE!", `${row.where}${sentence}`);

/** What is wrong with a row's value is said with the row before it. */
const inRow = <T>(row: Row, read: () => T): T => {
  const found = attempt(read);
  if (found instanceof CellError) throw wrong(row, found.message);
  return found;
};

/** A start that names a period begins on its first day; any other date is the period's last. */
const dayIn = ({ name, value }: Row): Day => {
  const asked = readDate(name, value);
  return name === "start" ? firstDayOf(asked) : asked.day;
};

/** The value of a row as a number its assumption accepts. */
const numberIn = (row: Row, one: NumberAssumption | MinerAssumption): number => {
  if (row.value instanceof CellError) throw row.value;
  const value = one.kind === "date" ? inRow(row, () => dayIn(row)) : numberOf(row.value);
  if (value === undefined)
    throw wrong(row, `${row.name} must be ${acceptedBy(one)} (${one.unit}), not "${String(row.value)}".`);
  const refused = refusal(one, value, row.name.includes(".") ? row.name.split(".")[0] : undefined);
  if (refused === undefined) return value;
  throw wrong(row, value === 0 ? `${refused} ${mayBeEmpty("B2:C9")}` : refused);
};

const wordIn = (row: Row, words: readonly string[]): string => {
  if (row.value instanceof CellError) throw row.value;
  const found = words.find((word) => word === String(row.value).trim().toLowerCase());
  if (found !== undefined) return found;
  throw wrong(row, `${row.name} must be one of ${words.join(", ")}, not "${String(row.value)}".`);
};

const flagIn = (row: Row): boolean => {
  const { value } = row;
  if (value instanceof CellError) throw value;
  if (typeof value === "boolean") return value;
  const word = String(value).trim().toLowerCase();
  if (word === "true" || word === "false") return word === "true";
  throw wrong(row, `${row.name} must be TRUE or FALSE, not "${String(value)}".`);
};

const isCommon = (one: Assumption): one is NumberAssumption | MinerAssumption =>
  isNumberAssumption(one) || one.kind === "each";

type OfScenario = Exclude<Assumption, MinerAssumption | TextAssumption>;

/** Those that are one value of the scenario's inputs each. */
const isOfScenario = (one: Assumption): one is OfScenario =>
  one.kind !== "each" && one.kind !== "figure" && one.kind !== "text";

const common = (name: string): NumberAssumption | MinerAssumption | undefined =>
  ASSUMPTIONS.filter(isCommon).find((assumption) => assumption.name === name);

/** All rows that are not of one miner, read; a date is a day. */
const settingsOf = (rows: readonly Row[]): Settings => {
  const settings: Record<string, number | string | boolean> = {};
  for (const row of rows) {
    const one = ASSUMPTIONS.find((assumption) => assumption.name === row.name && assumption.kind !== "figure");
    if (!one || one.kind === "text") continue;
    if (isCommon(one)) settings[one.name] = numberIn(row, one);
    else if (one.kind === "word") settings[one.name] = wordIn(row, one.words);
    else settings[one.name] = flagIn(row);
  }
  return settings;
};

/** The preset or the miners of the table, or what stands for them where there is no such row. */
const namedIn = <T>(rows: readonly Row[], name: string, standard: string, find: (written: string) => T): T => {
  const row = rows.find((each) => each.name === name);
  if (row?.value instanceof CellError) throw row.value;
  return row ? inRow(row, () => find(String(row.value).trim())) : find(standard);
};

export const possibleStarts = (): { readonly first: Day; readonly last: Day } => ({
  first: record().firstReport,
  last: latestDay(),
});

const startIn = (rows: readonly Row[]): Day => {
  const row = rows.find((each) => each.name === "start");
  const one = ASSUMPTIONS.find((assumption) => assumption.name === "start");
  if (!row || one?.kind !== "date") return latestDay();
  const day = numberIn(row, one);
  const { first, last } = possibleStarts();
  if (day >= first && day <= last) return day;
  throw wrong(row, `start must lie within the record, ${isoOf(first)} to ${isoOf(last)}; it is ${isoOf(day)}.`);
};

/** Shares and overhead of the table or preset; sell_share and ai_share only where the preset means this miner. */
const sharesOf = (miner: MinerInputs, preset: Preset, settings: Settings, start: Day): Partial<MinerInputs> => {
  const meant = !preset.leasedOnly || hasPivoted(record(), miner.ticker ?? "", start, knownOn(start));
  const of = (name: string): number => Number(settings[name] ?? common(name)?.default);
  return {
    sellShare: meant ? of("sell_share") : 0,
    aiShare: meant ? of("ai_share") : 0,
    overheadUsdYear: of("overhead"),
    ...(settings["policy"] === "pace" && !("production_sale_share" in settings)
      ? {}
      : { productionSaleShare: of("production_sale_share") }),
  };
};

const ownRows = (miner: MinerInputs, rows: readonly Row[]): Partial<MinerInputs> => {
  const own: Record<string, number> = {};
  for (const row of rows) {
    const [ticker, figure] = row.name.split(".");
    if (figure === undefined || ticker !== miner.ticker) continue;
    const one = ASSUMPTIONS.filter(isMinerAssumption).find((assumption) => assumption.name === figure);
    if (one) own[one.key] = numberIn(row, one);
  }
  return own;
};

/** A row for a miner that is not among the scenario's would be ignored in silence. */
const refuseStrangers = (rows: readonly Row[], miners: readonly MinerInputs[], basket: string): void => {
  const tickers = miners.map((miner) => miner.ticker);
  for (const row of rows) {
    const [ticker, figure] = row.name.split(".");
    if (figure !== undefined && !tickers.includes(ticker)) {
      throw wrong(
        row,
        `${ticker ?? ""} is not among the miners of this scenario (${basket}). Remove the row or add the miner.`,
      );
    }
  }
};

export const setupOf = (rows: readonly Row[]): Setup => {
  const preset = namedIn(rows, "preset", "hold", presetCalled);
  const basket = namedIn(rows, "miners", "ALL", basketOf);
  const start = startIn(rows);
  const settings: Settings = { ...preset.rows(start), ...settingsOf(rows) };
  const { miners: found, filled } = minersAt(basket, start);
  refuseStrangers(rows, found, basket.label);
  const told = [...filled];
  const standards = standardsOf(settings, start, told);
  const of = ({ name, key, ...one }: OfScenario) =>
    settings[name] ?? (key in standards ? standards[key] : "default" in one ? one.default : NaN);
  const all = Object.fromEntries(ASSUMPTIONS.filter(isOfScenario).map((one) => [one.key, of(one)]));
  const alone = { ...all, miners: [] } as unknown as ScenarioInputs;
  const paced = alone.policy === "pace" ? found.map((miner) => pacedAt(miner, start, knownOn(start))) : [];
  const miners = found.map((miner, place) => {
    const own = ownRows(miner, rows);
    const pace = paced[place];
    return {
      ...miner,
      ...(pace ? pacedFigures(pace, { ...miner, ...own }, alone) : {}),
      ...sharesOf(miner, preset, settings, start),
      ...own,
    };
  });
  return { preset, miners: basket.label, inputs: { ...alone, miners }, filled: told, paced };
};
