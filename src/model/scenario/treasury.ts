// The miners' side of a day: what each mines, earns, spends, sells and still holds (MODEL 4.2, steps 6, 7 and 9).
/* eslint-disable @typescript-eslint/no-non-null-assertion -- tables with one row per miner */
import { AT } from "./columns";
import type { Days } from "./days";
import { excessShare, isTreasuryExcess } from "./excess";
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
const SALE = 3;
export const STATE = 4;

/** What a miner is: the columns of the table that the daily loop reads. */
const PLEDGED = 0;
const PLANNED = 1;
const POWER_USD_PER_EHS = 2;
/** Overhead less the revenue of the megawatts that are live already. */
const FIXED_USD = 3;
const OWN_CAPEX_USD = 4;
/** Revenue of all contracted megawatts. */
const LEASE_USD = 5;
/** Share of what is mined that is sold, and the part of it that is excess. */
const SALE_SHARE = 6;
const EXCESS_SHARE = 7;
/** BTC a day that the pace sells. */
const PACE = 8;
const FIGURES = 9;

/** BTC that the plan sells of a treasury in all. */
export const plannedBtc = (inputs: ScenarioInputs): number[] =>
  inputs.miners.map(
    (miner) => miner.sellShare * Math.max(0, miner.holdingsBtc - (inputs.sellEncumbered ? 0 : miner.encumberedBtc)),
  );

export class Treasury {
  readonly state: Float64Array;
  private readonly figures: Float64Array;
  private readonly treasuryIsExcess: boolean;
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
    this.treasuryIsExcess = isTreasuryExcess(inputs);
    const aiUsdPerMw = (inputs.aiRevenueUsdPerMwYear * inputs.aiMargin) / YEAR_DAYS;
    this.state = new Float64Array(inputs.miners.length * STATE);
    this.figures = Float64Array.from(
      inputs.miners.flatMap((miner, i) => [
        inputs.sellEncumbered ? 0 : miner.encumberedBtc,
        planned[i]!,
        listed[i]!.costUsd * PH_PER_EH,
        miner.overheadUsdYear / YEAR_DAYS - aiUsdPerMw * miner.liveMw,
        miner.contractedMw * inputs.capexUsdPerMw * (1 - inputs.financedShare),
        aiUsdPerMw * miner.contractedMw,
        miner.productionSaleShare,
        excessShare(inputs, miner),
        inputs.policy === "pace" ? miner.sellRateBtcPerDay : 0,
      ]),
    );
  }

  restart(): void {
    const { state } = this;
    this.inputs.miners.forEach(({ holdingsBtc, cashUsd }, i) => {
      state[i * STATE + COINS] = holdingsBtc;
      state[i * STATE + CASH] = cashUsd;
    });
    this.produced = this.productionSold = this.treasurySold = this.soldToday = this.raised = 0;
  }

  /** Mines, pays the day and takes the treasury sales out of the coins; gives the excess flow in BTC. */
  trade(days: Days, day: number, priceUsd: number, btcPerEhs: number, listedEhs: number): number {
    const { state, figures, inputs } = this;
    const funding = inputs.policy === "funding";
    const share = days.planned[day]!;
    const built = days.built[day]!;
    const due = days.capexDue[day]!;
    const spent = day > 0 ? days.capexSpent[day - 1]! : 0;
    const costFactor = days.costFactor[day]!;
    let sold = 0;
    let productionSold = 0;
    let excess = 0;
    for (let at = 0, of = 0; at < state.length; at += STATE, of += FIGURES) {
      const hashrate = state[at + HASHRATE]!;
      const before = state[at + CASH]!;
      const own = figures[of + OWN_CAPEX_USD]!;
      const mined = btcPerEhs * hashrate;
      const minedSold = figures[of + SALE_SHARE]! * mined;
      const cash =
        before +
        priceUsd * minedSold -
        hashrate * figures[of + POWER_USD_PER_EHS]! * costFactor +
        figures[of + LEASE_USD]! * built * (before < 0 ? fundedShare(before, own * spent) : 1) -
        figures[of + FIXED_USD]! -
        own * due;
      const wish = funding ? (cash < 0 ? -cash / priceUsd : 0) : figures[of + PLANNED]! * share + figures[of + PACE]!;
      const kept = mined - minedSold;
      let coins = state[at + COINS]!;
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
      sold += sale;
      productionSold += minedSold;
      excess += figures[of + EXCESS_SHARE]! * mined;
    }
    this.produced += btcPerEhs * listedEhs;
    this.productionSold += productionSold;
    this.treasurySold += sold;
    this.soldToday = sold;
    return (this.treasuryIsExcess ? sold : 0) + excess;
  }

  /** Pays the day's treasury sales. */
  settle(paidUsd: number): void {
    if (this.soldToday === 0) return;
    const { state } = this;
    this.raised += this.soldToday * paidUsd;
    for (let at = 0; at < state.length; at += STATE) state[at + CASH] = state[at + CASH]! + state[at + SALE]! * paidUsd;
  }

  /** What each miner holds now. */
  coins(): Float64Array {
    return Float64Array.from(this.inputs.miners, (_, i) => this.state[i * STATE + COINS]!);
  }

  /** Fills the miners' columns of a row and begins the next period. */
  writeRow(days: Days, day: number, table: Float64Array, row: number): void {
    const { state, figures, inputs } = this;
    const built = days.built[day]!;
    const spent = day > 0 ? days.capexSpent[day - 1]! : 0;
    let holdings = 0;
    let unfunded = 0;
    let live = 0;
    inputs.miners.forEach(({ liveMw, contractedMw }, i) => {
      const cash = state[i * STATE + CASH]!;
      holdings += state[i * STATE + COINS]!;
      unfunded += Math.max(0, -cash);
      live += liveMw + contractedMw * built * fundedShare(cash, figures[i * FIGURES + OWN_CAPEX_USD]! * spent);
    });
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

/** Share of the contracted megawatts that are paid: those that cash was missing for do not go live. */
const fundedShare = (cashUsd: number, spentUsd: number): number =>
  cashUsd < 0 && spentUsd > 0 ? 1 - Math.min(1, -cashUsd / spentUsd) : 1;
