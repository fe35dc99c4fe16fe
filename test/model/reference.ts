// The scenario as the specification tells it, a day at a time, in plain loops: what the quick engine must agree with.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- parallel arrays, one entry per machine or day */
import type { ScenarioInputs } from "../../src/model/scenario/inputs";
import type { ExponentialKernel } from "../../src/model/impact/kernel";
import { EHS_PER_DIFFICULTY, ERAS, hashprice, monthsLater, ramp, sinhRatio, sum, target } from "./reference-parts";

export interface ReferenceOptions {
  /** Factor on the outside price by day: the chance of one path of a fan. */
  readonly chance?: ArrayLike<number>;
  /** The fan's approximation of the memory; the exact sum if absent. */
  readonly kernel?: ExponentialKernel;
}

export type ReferenceRow = Readonly<Record<string, number>>;

export interface Reference {
  readonly rows: ReferenceRow[];
  /** Per miner: coins at the start, and those held, produced and sold at the end. */
  readonly coins: { start: number; held: number; produced: number; sold: number }[];
}

export const reference = (s: ScenarioInputs, options: ReferenceOptions = {}): Reference => {
  const subsidyOn = (t: number): number => {
    const day = s.startDay + t;
    const known = ERAS.find(({ from }) => day >= from)?.subsidy ?? 25;
    return day >= s.halvingDay ? known / 2 : known;
  };
  const fees = s.feesBtcPerDay / 144;

  // 4.1 Symbols and day 0
  const calibration = hashprice(s.difficulty, subsidyOn(0) + fees, s.calibrationPriceUsd);
  const rest = Math.max(0, s.hashrateEhs - sum(s.miners.map((m) => m.hashrateEhs)));
  const weights = [0.28, 0.35, 0.25, 0.1, 0.02];
  const tierCost = [15, 17.5, 21.5, 29.5, 34].map((efficiency) => 24 * efficiency * 0.05);
  let tierU = tierCost.map((cost) => target(calibration, cost, s.switchSoftness));
  const m = sum(weights.map((w, k) => w * tierU[k]!));
  if (m < 0.7) tierU = tierU.map((u) => u + ((1 - u) * (0.7 - m)) / (1 - m));
  const wu = sum(weights.map((w, k) => w * tierU[k]!));
  const tierCapacity = weights.map((w) => (w * rest) / wu);
  const miners = s.miners;
  const cost = miners.map((miner) => 24 * miner.efficiencyJth * miner.powerPriceUsdKwh);
  const u = cost.map((c) => Math.max(target(calibration, c, s.switchSoftness), 0.7));
  const capacity = miners.map((miner, i) => miner.hashrateEhs / u[i]!);
  const pledged = miners.map((miner) => (s.sellEncumbered ? 0 : miner.encumberedBtc));
  const planned = miners.map((miner, i) => miner.sellShare * Math.max(0, miner.holdingsBtc - pledged[i]!));
  const coins = miners.map((miner) => miner.holdingsBtc);
  const cash = miners.map((miner) => miner.cashUsd);
  const capexSpent = miners.map(() => 0);
  const funded = miners.map(() => 1);
  const listed = miners.map(() => 0);
  const live = miners.map(() => 0);
  const mined = miners.map(() => 0);
  const treasury = miners.map(() => 0);
  const minedInAll = miners.map(() => 0);
  const soldInAll = miners.map(() => 0);

  const planShare = (t: number): number => {
    const j = t - s.sellStart;
    const n = s.sellDays;
    const k = s.urgency;
    if (j < 0 || j >= n || s.policy === "hold" || s.policy === "funding" || s.policy === "pace") return 0;
    if (s.policy === "linear" || k * n < 1e-8) return 1 / n;
    return sinhRatio(k * (n - j), k * n) - sinhRatio(k * (n - j - 1), k * n);
  };

  const days = Array.from({ length: s.months + 1 }, (_, month) => monthsLater(s.startDay, month) - s.startDay);
  const last = days[s.months]!;
  const memory = Array.from({ length: last + 1 }, (_, i) => 1 / (Math.sqrt(i + 1) + Math.sqrt(i)));
  const flows: number[] = [];
  const states = options.kernel?.map(() => 0) ?? [];
  const kernelWeights = options.kernel?.map(([weight]) => weight) ?? [];
  const decays = options.kernel?.map(([, rate]) => Math.exp(-rate)) ?? [];
  const rows: ReferenceRow[] = [];
  let difficulty = s.difficulty;
  let count = s.epochBlocks;
  let age = s.epochDays;
  let impact = 0;
  let worst = 0;
  let raised = 0;
  let produced = 0;
  let productionSold = 0;
  let treasurySold = 0;

  for (let t = 0; t <= last; t++) {
    // 1
    const chance = options.chance?.[t] ?? 1;
    const outside = s.priceUsd * Math.exp((s.drift * t) / 365) * (t >= s.jumpDay ? 1 + s.jump : 1) * chance;
    const price = outside * Math.exp(-impact);
    worst = Math.max(worst, 1 - Math.exp(-impact));
    const reward = subsidyOn(t) + fees;
    const hp = hashprice(difficulty, reward, price);
    const e = (1 - s.efficiencyGain) ** (t / 365);

    // 2
    if (t > 0) {
      const pace = s.switchDays === 0 ? 1 : 1 - Math.exp(-1 / s.switchDays);
      for (let k = 0; k < 5; k++) tierU[k]! += (target(hp, tierCost[k]! * e, s.switchSoftness) - tierU[k]!) * pace;
      for (let i = 0; i < miners.length; i++) u[i]! += (target(hp, cost[i]! * e, s.switchSoftness) - u[i]!) * pace;
    }

    // 3
    const converted = ramp(t, s.aiStart, s.aiDays);
    const growth = (1 + s.networkGrowth) ** (t / 365);
    const built = ramp(t, s.aiStart + s.buildDays, s.aiDays);
    let running = 0;
    for (let k = 0; k < 5; k++) running += tierCapacity[k]! * tierU[k]!;
    let listedSum = 0;
    for (const [i, miner] of miners.entries()) {
      listed[i] = capacity[i]! * (1 - miner.aiShare * converted) * u[i]!;
      live[i] = miner.liveMw + miner.contractedMw * built * funded[i]!;
      listedSum += listed[i];
    }
    const hashrate = listedSum + running * growth;

    // 4
    if (t === days[rows.length]) {
      const month = rows.length;
      const allTiers = sum(tierCapacity);
      const under = sum(tierCapacity.filter((_, k) => tierCost[k]! * e > hp));
      rows.push({
        month,
        date: s.startDay + t,
        outside_price: outside,
        price,
        impact: 1 - Math.exp(-impact),
        worst_impact: worst,
        hashrate,
        difficulty,
        hashprice: hp,
        idle_share: allTiers > 0 ? 1 - running / allTiers : 0,
        underwater_share: allTiers > 0 ? under / allTiers : 0,
        listed_hashrate: listedSum,
        holdings: sum(coins),
        produced,
        production_sold: productionSold,
        treasury_sold: treasurySold,
        raised,
        unfunded: sum(cash.map((usd) => Math.max(0, -usd))),
        ai_mw: sum(live),
      });
      produced = productionSold = treasurySold = 0;
    }
    if (t === last) break;

    // 5
    let blocks = 0;
    let left = 1;
    for (;;) {
      const perDay = (144 * hashrate) / (difficulty * EHS_PER_DIFFICULTY);
      if (count + perDay * left < 2016 * (1 - 1e-12)) {
        count += perDay * left;
        blocks += perDay * left;
        age += left;
        break;
      }
      const part = Math.min(left, Math.max(0, (2016 - count) / perDay));
      blocks += perDay * part;
      age += part;
      left -= part;
      difficulty *= Math.min(4, Math.max(0.25, 14 / age));
      count = 0;
      age = 0;
    }

    // 6 and 7
    const n = s.aiDays + s.buildDays;
    const due = n === 0 ? (t === s.aiStart ? 1 : 0) : t >= s.aiStart && t < s.aiStart + n ? 1 / n : 0;
    const share = planShare(t);
    let excess = 0;
    for (const [i, miner] of miners.entries()) {
      const q = hashrate > 0 ? (blocks * reward * listed[i]!) / hashrate : 0;
      const sold = miner.productionSaleShare * q;
      const capex = miner.contractedMw * s.capexUsdPerMw * (1 - s.financedShare) * due;
      capexSpent[i]! += capex;
      cash[i]! +=
        price * sold +
        (s.aiRevenueUsdPerMwYear * s.aiMargin * live[i]!) / 365 -
        cost[i]! * e * 1000 * listed[i]! -
        miner.overheadUsdYear / 365 -
        capex;
      const wish =
        s.policy === "funding"
          ? Math.max(0, -cash[i]! / price)
          : s.policy === "pace"
            ? miner.sellRateBtcPerDay
            : planned[i]! * share;
      const cut = Math.min(wish, Math.max(0, coins[i]! - pledged[i]!) + q - sold);
      mined[i] = q;
      treasury[i] = cut < 1e-6 ? 0 : cut;
      if (s.baselineSaleShare !== undefined)
        excess += treasury[i] + q * (miner.productionSaleShare - s.baselineSaleShare);
      else if (s.policy !== "pace") excess += treasury[i];
    }

    // 8
    const before = impact;
    flows.push(excess);
    const root =
      Math.sign(excess) * Math.sqrt(Math.abs(excess) / s.volumeBtc) * s.impactCoefficient * s.dailyVolatility;
    if (s.impactModel === "flow") {
      impact += (s.flowBeta * excess * outside) / 1e9;
    } else if (options.kernel) {
      impact = 0;
      for (let k = 0; k < states.length; k++) {
        states[k] = states[k]! * decays[k]! + root;
        impact += kernelWeights[k]! * states[k]!;
      }
    } else {
      flows[t] = root;
      impact = 0;
      for (let j = 1; j <= t + 1; j++) impact += flows[t + 1 - j]! * memory[j - 1]!;
    }
    impact = Math.max(-100, Math.min(700, impact));
    const step = impact - before;
    const paid =
      s.impactModel === "sqrt"
        ? outside * Math.exp(-(before + 2 * impact) / 3)
        : outside * Math.exp(-before) * (step === 0 ? 1 : -Math.expm1(-step) / step);

    // 9
    for (let i = 0; i < miners.length; i++) {
      const sold = miners[i]!.productionSaleShare * mined[i]!;
      cash[i]! += treasury[i]! * paid;
      raised += treasury[i]! * paid;
      coins[i]! += mined[i]! - sold - treasury[i]!;
      if (Math.abs(coins[i]!) < 1e-9) coins[i] = 0;
      minedInAll[i]! += mined[i]!;
      soldInAll[i]! += sold + treasury[i]!;
      produced += mined[i]!;
      productionSold += sold;
      treasurySold += treasury[i]!;
      if (capexSpent[i]! > 0) funded[i] = 1 - Math.min(1, Math.max(0, -cash[i]!) / capexSpent[i]!);
    }
  }
  return {
    rows,
    coins: miners.map((miner, i) => ({
      start: miner.holdingsBtc,
      held: coins[i]!,
      produced: minedInAll[i]!,
      sold: soldInAll[i]!,
    })),
  };
};
