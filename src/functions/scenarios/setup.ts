// From the table of assumptions to the numbers that the model runs on: preset, record, then the user's rows.
import { isoOf, type Day } from "../../common/days";
import { hasPivoted } from "../../data/groups";
import type { Assumption, MinerAssumption, NumberAssumption } from "../../model/scenario/assumption";
import { ASSUMPTIONS } from "../../model/scenario/assumptions";
import { EPOCH_BLOCKS, impliedHashrateEhs, openEpochBlocks } from "../../model/chain/chain";
import { acceptedBy, isMinerAssumption, isNumberAssumption, refusal } from "../../model/scenario/check";
import type { MinerInputs, ScenarioInputs } from "../../model/scenario/inputs";
import type { Preset } from "../../model/scenario/presets";
import { REAL_VOLUME_USD } from "../assumed";
import { basketOf } from "../baskets";
import { attempt, CellError } from "../cells";
import { numberOf, readDate } from "../parameters";
import { latestDay, record } from "../session";
import { minersAt, networkAt, newestMarketDay, openEpochAt } from "./starting";
import { presetCalled, type Row } from "./table";

export interface Setup {
  readonly preset: Preset;
  /** "ALL", "CORZ,WULF". */
  readonly miners: string;
  readonly inputs: ScenarioInputs;
  /** What the record did not know and was filled in. */
  readonly filled: readonly string[];
}

const wrong = (row: Row, sentence: string): CellError => new CellError("#VALUE!", `${row.where}${sentence}`);

/** What is wrong with a row's value is said with the row before it. */
const inRow = <T>(row: Row, read: () => T): T => {
  const found = attempt(read);
  if (found instanceof CellError) throw wrong(row, found.message);
  return found;
};

/** The value of a row as a number its assumption accepts. */
const numberIn = (row: Row, one: NumberAssumption | MinerAssumption): number => {
  if (row.value instanceof CellError) throw row.value;
  const value = one.kind === "date" ? inRow(row, () => readDate(row.name, row.value).day) : numberOf(row.value);
  if (value === undefined)
    throw wrong(row, `${row.name} must be ${acceptedBy(one)} (${one.unit}), not "${String(row.value)}".`);
  const refused = refusal(one, value, row.name.includes(".") ? row.name.split(".")[0] : undefined);
  if (refused !== undefined) throw wrong(row, refused);
  return value;
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

type Settings = Record<string, number | string | boolean>;

const isCommon = (one: Assumption): one is NumberAssumption | MinerAssumption =>
  isNumberAssumption(one) || one.kind === "each";

const common = (name: string): NumberAssumption | MinerAssumption | undefined =>
  ASSUMPTIONS.filter(isCommon).find((assumption) => assumption.name === name);

/** All rows that are not of one miner, read; a date is a day. */
const settingsOf = (rows: readonly Row[]): Settings => {
  const settings: Settings = {};
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
  if (!row || one?.kind !== "date") return newestMarketDay();
  const day = numberIn(row, one);
  const { first, last } = possibleStarts();
  if (day >= first && day <= last) return day;
  throw wrong(row, `start must lie inside the record, ${isoOf(first)} to ${isoOf(last)}, not on ${isoOf(day)}.`);
};

/** sell_share and ai_share: of the miner's own row, else of the table or preset, where the preset means this miner. */
const sharesOf = (miner: MinerInputs, preset: Preset, settings: Settings, start: Day): Partial<MinerInputs> => {
  const meant = !preset.leasedOnly || hasPivoted(record(), miner.ticker ?? "", start, start);
  const of = (name: string): number => Number(settings[name] ?? common(name)?.default);
  return {
    sellShare: meant ? of("sell_share") : 0,
    aiShare: meant ? of("ai_share") : 0,
    overheadUsdYear: of("overhead"),
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
  const network = networkAt(start);
  const { miners: found, filled } = minersAt(basket, start);
  refuseStrangers(rows, found, basket.label);
  const miners = found.map((miner) => ({
    ...miner,
    ...sharesOf(miner, preset, settings, start),
    ...ownRows(miner, rows),
  }));
  const told = [...filled];
  const number = (name: string, standard = common(name)?.default ?? NaN): number => Number(settings[name] ?? standard);
  /** A default that follows from other assumptions stays inside what its own accepts, and says so. */
  const following = (name: string, standard: number): number => {
    const most = common(name)?.range.max ?? standard;
    if (name in settings || standard <= most) return number(name, standard);
    told.push(`${name} ${most}: the most that it accepts, where the other rows would give ${standard.toPrecision(3)}`);
    return most;
  };

  const priceUsd = number("price", network.priceUsd);
  const difficulty = number("difficulty", network.difficulty);
  const implied = impliedHashrateEhs(difficulty);
  const hashrateEhs = number("hashrate", network.hashrateEhs ?? implied);
  const dailyVolatility = number("daily_volatility", network.dailyVolatility);
  const productionSaleShare = number("production_sale_share");
  const policy = settings["policy"] as ScenarioInputs["policy"];
  const isEpochGiven = "epoch_days" in settings;
  const epochDays = isEpochGiven ? number("epoch_days") : epochAt(start, hashrateEhs / implied, told);

  const inputs: ScenarioInputs = {
    startDay: start,
    months: number("months"),
    priceUsd,
    calibrationPriceUsd: number("calibration_price", network.priceUsd),
    drift: number("drift"),
    jump: number("jump"),
    jumpDay: number("jump_day"),
    volatility: following("volatility", dailyVolatility * Math.sqrt(365)),
    fanCentre: (settings["fan_centre"] ?? "median") as ScenarioInputs["fanCentre"],
    dailyVolatility,
    volumeBtc: following("volume_btc", REAL_VOLUME_USD / priceUsd),
    impactModel: (settings["impact_model"] ?? "sqrt") as ScenarioInputs["impactModel"],
    impactCoefficient: number("impact_coefficient"),
    flowBeta: number("flow_beta"),
    difficulty,
    hashrateEhs,
    epochDays,
    epochBlocks: number("epoch_blocks", openEpochBlocks(epochDays, hashrateEhs, difficulty)),
    feesBtcPerDay: number("fees_btc_per_day"),
    halvingDay: number("halving_date"),
    networkGrowth: number("network_growth"),
    efficiencyGain: number("efficiency_gain"),
    switchSoftness: number("switch_softness"),
    switchDays: number("switch_days"),
    policy,
    sellStart: number("sell_start"),
    sellDays: number("sell_days"),
    urgency: number("urgency"),
    sellEncumbered: Boolean(settings["sell_encumbered"] ?? policy !== "funding"),
    productionSaleShare,
    baselineSaleShare: number("baseline_sale_share", productionSaleShare),
    aiStart: number("ai_start"),
    aiDays: number("ai_days"),
    buildDays: number("build_days"),
    capexUsdPerMw: number("capex_per_mw"),
    financedShare: number("financed_share"),
    aiRevenueUsdPerMwYear: number("ai_revenue_mw_year"),
    aiMargin: number("ai_margin"),
    miners,
  };
  return { preset, miners: basket.label, inputs, filled: told };
};

/** Age of the open epoch; 0, and told, where the last retarget known must have been followed by others. */
const epochAt = (start: Day, pace: number, told: string[]): number => {
  const open = openEpochAt(start);
  const length = EPOCH_BLOCKS / 144 / pace;
  if (open && open.days < length) return open.days;
  told.push(
    open
      ? `epoch_days 0: the last retarget in the record, ${isoOf(open.since)}, is too old to be the open epoch's`
      : "epoch_days 0: the record knows no retarget before the start",
  );
  return 0;
};
