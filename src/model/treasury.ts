// The miners' side of a day: what each mines, earns, spends, sells and still holds (MODEL 4.2, steps 6, 7 and 9).
/* eslint-disable @typescript-eslint/no-non-null-assertion -- tables with one row per miner */
import { AT } from "./columns";
import type { Days } from "./days";
import type { Machines } from "./fleet";
import { type ScenarioInputs, YEAR_DAYS } from "./inputs";

/** A sale of fewer BTC in a day is none. */
export const SMALLEST_SALE_BTC = 1e-6;
/** What rounding leaves of a sold-out treasury. */
export const DUST_BTC = 1e-9;
const PH_PER_EH = 1000;

/** What a miner has and does today, side by side in memory. Its hashrate is set from outside before `trade`. */
export const HASHRATE = 0;
const COINS = 1;
const CASH = 2;
const FUNDED = 3;
const SALE = 4;
export const STATE = 5;

/** What a miner is: the columns of the table that the daily loop reads. */
const PLEDGED = 0;
const PLANNED = 1;
const POWER_USD_PER_EHS = 2;
const OVERHEAD_USD = 3;
const CONTRACTED_MW = 4;
const LIVE_MW = 5;
const OWN_CAPEX_USD = 6;
const FIGURES = 7;

/** BTC that the plan sells of a treasury in all. */
export const plannedBtc = (inputs: ScenarioInputs): number[] =>
  inputs.miners.map(
    (miner) => miner.sellShare * Math.max(0, miner.holdingsBtc - (inputs.sellEncumbered ? 0 : miner.encumberedBtc)),
  );

export class Treasury {
  readonly state: Float64Array;
  private readonly figures: Float64Array;
  private readonly aiUsdPerMw: number;
  private produced = 0;
  private productionSold = 0;
  private treasurySold = 0;
  private soldToday = 0;
  private raised = 0;

  constructor(
    private readonly inputs: ScenarioInputs,
    listed: readonly Machines[],
  ) {
    const planned = plannedBtc(inputs);
    this.state = new Float64Array(inputs.miners.length * STATE);
    this.figures = Float64Array.from(
      inputs.miners.flatMap((miner, i) => [
        inputs.sellEncumbered ? 0 : miner.encumberedBtc,
        planned[i]!,
        listed[i]!.costUsd * PH_PER_EH,
        miner.overheadUsdYear / YEAR_DAYS,
        miner.contractedMw,
        miner.liveMw,
        miner.contractedMw * inputs.capexUsdPerMw * (1 - inputs.financedShare),
      ]),
    );
    this.aiUsdPerMw = (inputs.aiRevenueUsdPerMwYear * inputs.aiMargin) / YEAR_DAYS;
  }

  restart(): void {
    const { state } = this;
    this.inputs.miners.forEach(({ holdingsBtc, cashUsd }, i) => {
      state[i * STATE + COINS] = holdingsBtc;
      state[i * STATE + CASH] = cashUsd;
      state[i * STATE + FUNDED] = 1;
    });
    this.produced = this.productionSold = this.treasurySold = this.soldToday = this.raised = 0;
  }

  /** Mines, pays the day and takes the treasury sales out of the coins; gives the excess flow in BTC. */
  trade(days: Days, day: number, priceUsd: number, btcPerEhs: number): number {
    const { state, figures, inputs, aiUsdPerMw } = this;
    const { productionSaleShare } = inputs;
    const funding = inputs.policy === "funding";
    const share = days.planned[day]!;
    const built = days.built[day]!;
    const due = days.capexDue[day]!;
    const costFactor = days.costFactor[day]!;
    let produced = 0;
    let sold = 0;
    for (let at = 0, of = 0; at < state.length; at += STATE, of += FIGURES) {
      const hashrate = state[at + HASHRATE]!;
      const mined = btcPerEhs * hashrate;
      const live = figures[of + LIVE_MW]! + figures[of + CONTRACTED_MW]! * built * state[at + FUNDED]!;
      const spent =
        figures[of + POWER_USD_PER_EHS]! * costFactor * hashrate +
        figures[of + OVERHEAD_USD]! +
        figures[of + OWN_CAPEX_USD]! * due;
      const cash = state[at + CASH]! + priceUsd * productionSaleShare * mined + aiUsdPerMw * live - spent;
      const wish = funding ? (cash < 0 ? -cash / priceUsd : 0) : figures[of + PLANNED]! * share;
      let coins = state[at + COINS]!;
      const kept = mined - productionSaleShare * mined;
      let sale = 0;
      if (wish >= SMALLEST_SALE_BTC) {
        const free = coins - figures[of + PLEDGED]!;
        const most = (free > 0 ? free : 0) + kept;
        sale = wish < most ? wish : most;
        if (sale < SMALLEST_SALE_BTC) sale = 0;
      }
      coins += kept - sale;
      state[at + COINS] = coins < DUST_BTC && coins > -DUST_BTC ? 0 : coins;
      state[at + CASH] = cash;
      state[at + SALE] = sale;
      produced += mined;
      sold += sale;
    }
    this.produced += produced;
    this.productionSold += productionSaleShare * produced;
    this.treasurySold += sold;
    this.soldToday = sold;
    return sold + produced * (productionSaleShare - inputs.baselineSaleShare);
  }

  /** Pays the day's treasury sales; `capexSpent` is the share of the miners' own capex that has fallen due. */
  settle(capexSpent: number, paidUsd: number): void {
    const { state, figures } = this;
    this.raised += this.soldToday * paidUsd;
    for (let at = 0, of = 0; at < state.length; at += STATE, of += FIGURES) {
      const cash = state[at + CASH]! + state[at + SALE]! * paidUsd;
      state[at + CASH] = cash;
      const spent = figures[of + OWN_CAPEX_USD]! * capexSpent;
      if (spent > 0) state[at + FUNDED] = cash < 0 ? 1 - Math.min(1, -cash / spent) : 1;
    }
  }

  /** Fills the miners' columns of a row and begins the next period. */
  writeRow(built: number, table: Float64Array, row: number): void {
    const { state, figures } = this;
    let holdings = 0;
    let unfunded = 0;
    let live = 0;
    for (let at = 0, of = 0; at < state.length; at += STATE, of += FIGURES) {
      const cash = state[at + CASH]!;
      holdings += state[at + COINS]!;
      if (cash < 0) unfunded -= cash;
      live += figures[of + LIVE_MW]! + figures[of + CONTRACTED_MW]! * built * state[at + FUNDED]!;
    }
    table[row + AT.holdings] = holdings;
    table[row + AT.produced] = this.produced;
    table[row + AT.production_sold] = this.productionSold;
    table[row + AT.treasury_sold] = this.treasurySold;
    table[row + AT.raised] = this.raised;
    table[row + AT.unfunded] = unfunded;
    table[row + AT.ai_mw] = live;
    this.produced = this.productionSold = this.treasurySold = 0;
  }
}
