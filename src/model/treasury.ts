// The miners' side of a day: what each mines, earns, spends, sells and still holds (MODEL 4.2, steps 6, 7 and 9).
/* eslint-disable @typescript-eslint/no-non-null-assertion -- parallel typed arrays, one entry per miner */
import { AT } from "./columns";
import type { Days } from "./days";
import type { Machines } from "./fleet";
import { type MinerFigure, type ScenarioInputs, YEAR_DAYS } from "./inputs";

/** A sale of fewer BTC in a day is none. */
export const SMALLEST_SALE_BTC = 1e-6;
/** What rounding leaves of a sold-out treasury. */
const DUST_BTC = 1e-9;
const PH_PER_EH = 1000;

/** BTC that the plan sells of a treasury in all. */
export const plannedBtc = (inputs: ScenarioInputs): Float64Array =>
  Float64Array.from(
    inputs.miners,
    (miner) => miner.sellShare * Math.max(0, miner.holdingsBtc - (inputs.sellEncumbered ? 0 : miner.encumberedBtc)),
  );

export class Treasury {
  readonly aiShare: Float64Array;
  /** EH/s of each miner today, set from outside before `trade`. */
  readonly hashrate: Float64Array;
  private readonly holdings: Float64Array;
  private readonly startCash: Float64Array;
  private readonly pledged: Float64Array;
  private readonly planned: Float64Array;
  private readonly powerUsdPerEhs: Float64Array;
  private readonly overheadUsd: Float64Array;
  private readonly contractedMw: Float64Array;
  private readonly liveMw: Float64Array;
  private readonly ownCapexUsd: Float64Array;
  private readonly aiUsdPerMw: number;
  private readonly coins: Float64Array;
  private readonly cash: Float64Array;
  private readonly capexSpent: Float64Array;
  private readonly funded: Float64Array;
  private readonly kept: Float64Array;
  private readonly sale: Float64Array;
  private produced = 0;
  private productionSold = 0;
  private treasurySold = 0;
  private soldToday = 0;
  private raised = 0;

  constructor(
    private readonly inputs: ScenarioInputs,
    listed: readonly Machines[],
  ) {
    const { miners } = inputs;
    const figure = (name: MinerFigure) => Float64Array.from(miners, (miner) => miner[name]);
    const scratch = () => new Float64Array(miners.length);
    this.aiShare = figure("aiShare");
    this.hashrate = scratch();
    this.holdings = figure("holdingsBtc");
    this.startCash = figure("cashUsd");
    this.pledged = inputs.sellEncumbered ? scratch() : figure("encumberedBtc");
    this.planned = plannedBtc(inputs);
    this.powerUsdPerEhs = Float64Array.from(listed, (machines) => machines.costUsd * PH_PER_EH);
    this.overheadUsd = figure("overheadUsdYear").map((perYear) => perYear / YEAR_DAYS);
    this.contractedMw = figure("contractedMw");
    this.liveMw = figure("liveMw");
    this.ownCapexUsd = this.contractedMw.map((mw) => mw * inputs.capexUsdPerMw * (1 - inputs.financedShare));
    this.aiUsdPerMw = (inputs.aiRevenueUsdPerMwYear * inputs.aiMargin) / YEAR_DAYS;
    this.coins = scratch();
    this.cash = scratch();
    this.capexSpent = scratch();
    this.funded = scratch();
    this.kept = scratch();
    this.sale = scratch();
  }

  restart(): void {
    this.coins.set(this.holdings);
    this.cash.set(this.startCash);
    this.capexSpent.fill(0);
    this.funded.fill(1);
    this.produced = this.productionSold = this.treasurySold = this.soldToday = this.raised = 0;
  }

  /** Mines, pays the day and decides the treasury sales; gives the excess flow in BTC. */
  trade(days: Days, day: number, priceUsd: number, btcPerEhs: number): number {
    const { hashrate, cash, capexSpent, kept, sale, coins, pledged, planned, powerUsdPerEhs, inputs } = this;
    const { productionSaleShare } = inputs;
    const funding = inputs.policy === "funding";
    const share = days.planned[day]!;
    const built = days.built[day]!;
    const due = days.capexDue[day]!;
    const costFactor = days.costFactor[day]!;
    let produced = 0;
    let sold = 0;
    for (let i = 0; i < cash.length; i++) {
      const ehs = hashrate[i]!;
      const mined = btcPerEhs * ehs;
      const capex = this.ownCapexUsd[i]! * due;
      const live = this.liveMw[i]! + this.contractedMw[i]! * built * this.funded[i]!;
      const paid = powerUsdPerEhs[i]! * costFactor * ehs + this.overheadUsd[i]! + capex;
      const balance = cash[i]! + priceUsd * productionSaleShare * mined + this.aiUsdPerMw * live - paid;
      cash[i] = balance;
      capexSpent[i] = capexSpent[i]! + capex;
      const left = mined - productionSaleShare * mined;
      const wish = funding ? (balance < 0 ? -balance / priceUsd : 0) : planned[i]! * share;
      const most = Math.max(0, coins[i]! - pledged[i]!) + left;
      const treasury = wish < most ? wish : most;
      kept[i] = left;
      sale[i] = treasury < SMALLEST_SALE_BTC ? 0 : treasury;
      produced += mined;
      sold += sale[i]!;
    }
    this.produced += produced;
    this.productionSold += productionSaleShare * produced;
    this.soldToday = sold;
    return sold + produced * (productionSaleShare - inputs.baselineSaleShare);
  }

  /** Pays the day's treasury sales and closes the books. */
  settle(paidUsd: number): void {
    const { coins, cash, kept, sale, capexSpent, funded } = this;
    for (let i = 0; i < coins.length; i++) {
      const balance = cash[i]! + sale[i]! * paidUsd;
      const held = coins[i]! + kept[i]! - sale[i]!;
      const spent = capexSpent[i]!;
      cash[i] = balance;
      coins[i] = Math.abs(held) < DUST_BTC ? 0 : held;
      if (spent > 0) funded[i] = balance < 0 ? 1 - Math.min(1, -balance / spent) : 1;
    }
    this.treasurySold += this.soldToday;
    this.raised += this.soldToday * paidUsd;
  }

  /** Fills the miners' columns of a row and begins the next period. */
  writeRow(built: number, table: Float64Array, at: number): void {
    const { coins, cash } = this;
    let holdings = 0;
    let unfunded = 0;
    let live = 0;
    for (let i = 0; i < coins.length; i++) {
      holdings += coins[i]!;
      if (cash[i]! < 0) unfunded -= cash[i]!;
      live += this.liveMw[i]! + this.contractedMw[i]! * built * this.funded[i]!;
    }
    table[at + AT.holdings] = holdings;
    table[at + AT.produced] = this.produced;
    table[at + AT.production_sold] = this.productionSold;
    table[at + AT.treasury_sold] = this.treasurySold;
    table[at + AT.raised] = this.raised;
    table[at + AT.unfunded] = unfunded;
    table[at + AT.ai_mw] = live;
    this.produced = this.productionSold = this.treasurySold = 0;
  }
}
