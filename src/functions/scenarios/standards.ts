// Defaults of a scenario that are no numbers of their own: they come from the record or follow from other assumptions.
import { BLOCKS_PER_DAY, EPOCH_BLOCKS } from "../../common/chain";
import { isoOf, type Day } from "../../common/days";
import { impliedHashrateEhs, openEpochBlocks } from "../../model/chain/chain";
import { ASSUMPTIONS } from "../../model/scenario/assumptions";
import { isNumberAssumption } from "../../model/scenario/check";
import { YEAR_DAYS, type ScenarioInputs } from "../../model/scenario/inputs";
import { REAL_VOLUME_USD } from "../assumed";
import { record } from "../session";
import { networkAt, openEpochAt } from "./starting";

/** What a preset or a table sets, by name of the assumption; dates are days. */
export type Settings = Readonly<Record<string, number | string | boolean>>;

/** What the market tells of the start, by the assumption that may set it. */
const DATED = [
  ["price", "price"],
  ["difficulty", "difficulty"],
  ["hashrate", "hashrate"],
  ["daily_volatility", "volatility_365d"],
] as const;

/** `told` gets a sentence for each that could not be what it should. */
export const standardsOf = (settings: Settings, start: Day, told: string[]): Partial<ScenarioInputs> => {
  const network = networkAt(start);
  const set = (name: string, standard: number): number => Number(settings[name] ?? standard);
  /** One that follows from other assumptions stays inside what its own accepts, and says so. */
  const following = (name: string, standard: number): number => {
    const most = ASSUMPTIONS.filter(isNumberAssumption).find((one) => one.name === name)?.range.max ?? standard;
    if (name in settings || standard <= most) return standard;
    told.push(`${name} ${most}: the most that it accepts, where the other rows would give ${standard.toPrecision(3)}`);
    return most;
  };

  for (const [name, series] of DATED) {
    const day = record().market(series, start)?.day ?? start;
    if (!(name in settings) && day < start) told.push(`${name} of ${isoOf(day)}, ${start - day} days before the start`);
  }
  const difficulty = set("difficulty", network.difficulty);
  const implied = impliedHashrateEhs(difficulty);
  const standardHashrateEhs = network.hashrateEhs ?? implied;
  const hashrateEhs = set("hashrate", standardHashrateEhs);
  const epochDays = "epoch_days" in settings ? NaN : epochAt(start, hashrateEhs / implied, told);
  return {
    startDay: start,
    priceUsd: network.priceUsd,
    calibrationPriceUsd: network.priceUsd,
    volatility: following("volatility", set("daily_volatility", network.dailyVolatility) * Math.sqrt(YEAR_DAYS)),
    dailyVolatility: network.dailyVolatility,
    volumeBtc: following("volume_btc", REAL_VOLUME_USD / set("price", network.priceUsd)),
    difficulty: network.difficulty,
    hashrateEhs: standardHashrateEhs,
    epochDays,
    epochBlocks: openEpochBlocks(set("epoch_days", epochDays), hashrateEhs, difficulty),
    sellEncumbered: settings["policy"] !== "funding",
    baselineSaleShare: undefined,
  };
};

/** Age of the open epoch; 0, and told, where the last retarget known must have been followed by others. */
const epochAt = (start: Day, pace: number, told: string[]): number => {
  const open = openEpochAt(start);
  const length = EPOCH_BLOCKS / BLOCKS_PER_DAY / pace;
  if (open && open.days < length) return open.days;
  told.push(
    open
      ? `epoch_days 0: the last retarget in the record, ${isoOf(open.since)}, is too old to be the open epoch's`
      : "epoch_days 0: the record knows no retarget before the start",
  );
  return 0;
};
