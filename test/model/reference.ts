// The scenario as the specification tells it, a day at a time, in plain loops: what the quick engine must agree with.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- parallel arrays, one entry per machine or day */
import type { ScenarioInputs } from "../../src/model/inputs";
import type { ExponentialKernel } from "../../src/model/kernel";

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

const EHS_PER_DIFFICULTY = 2 ** 32 / 600 / 1e18;
const DAY = 86_400_000;

const ERAS = [
  { from: Date.parse("2024-04-20") / DAY, subsidy: 3.125 },
  { from: Date.parse("2020-05-11") / DAY, subsidy: 6.25 },
  { from: Date.parse("2016-07-09") / DAY, subsidy: 12.5 },
];

const monthsLater = (startDay: number, months: number): number => {
  const date = new Date(startDay * DAY);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastOfMonth));
  return date.getTime() / DAY;
};

const hashprice = (difficulty: number, reward: number, price: number) =>
  (86_400e15 / (difficulty * 2 ** 32)) * reward * price;

const target = (hp: number, cost: number, softness: number): number => {
  if (cost <= 0) return 1;
  const z = Math.max(-700, Math.min(700, (hp - cost) / (softness * cost)));
  return 0.05 + 0.95 / (1 + Math.exp(-z));
};

const ramp = (t: number, from: number, n: number) =>
  n === 0 ? (t < from ? 0 : 1) : Math.max(0, Math.min(1, (t - from) / n));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** sinh(a) / sinh(b), 0 <= a <= b, without overflow. */
const sinhRatio = (a: number, b: number) => (Math.exp(a - b) * Math.expm1(-2 * a)) / Math.expm1(-2 * b);

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
  const miners = s.miners.map((miner) => {
    const cost = 24 * miner.efficiencyJth * miner.powerPriceUsdKwh;
    const u = Math.max(target(calibration, cost, s.switchSoftness), 0.7);
    const pledged = s.sellEncumbered ? 0 : miner.encumberedBtc;
    return {
      ...miner,
      cost,
      u,
      capacity: miner.hashrateEhs / u,
      pledged,
      planned: miner.sellShare * Math.max(0, miner.holdingsBtc - pledged),
      coins: miner.holdingsBtc,
      cash: miner.cashUsd,
      capexSpent: 0,
      funded: 1,
      listed: 0,
      live: 0,
      mined: 0,
      kept: 0,
      treasury: 0,
      produced: 0,
      sold: 0,
    };
  });

  const planShare = (t: number): number => {
    const j = t - s.sellStart;
    const n = s.sellDays;
    const k = s.urgency;
    if (j < 0 || j >= n || s.policy === "hold" || s.policy === "funding") return 0;
    if (s.policy === "linear" || k * n < 1e-8) return 1 / n;
    return sinhRatio(k * (n - j), k * n) - sinhRatio(k * (n - j - 1), k * n);
  };

  const days = Array.from({ length: s.months + 1 }, (_, month) => monthsLater(s.startDay, month) - s.startDay);
  const last = days[s.months]!;
  const memory = Array.from({ length: last + 1 }, (_, i) => 1 / (Math.sqrt(i + 1) + Math.sqrt(i)));
  const flows: number[] = [];
  const states = options.kernel?.map(() => 0) ?? [];
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
      for (const [k, cost] of tierCost.entries())
        tierU[k]! += (target(hp, cost * e, s.switchSoftness) - tierU[k]!) * pace;
      for (const miner of miners) miner.u += (target(hp, miner.cost * e, s.switchSoftness) - miner.u) * pace;
    }

    // 3
    const converted = ramp(t, s.aiStart, s.aiDays);
    const growth = (1 + s.networkGrowth) ** (t / 365);
    const built = ramp(t, s.aiStart + s.buildDays, s.aiDays);
    let running = 0;
    for (let k = 0; k < 5; k++) running += tierCapacity[k]! * tierU[k]!;
    let listed = 0;
    for (const miner of miners) {
      miner.listed = miner.capacity * (1 - miner.aiShare * converted) * miner.u;
      miner.live = miner.liveMw + miner.contractedMw * built * miner.funded;
      listed += miner.listed;
    }
    const hashrate = listed + running * growth;

    // 4
    if (t === days[rows.length]) {
      const month = rows.length;
      const capacity = sum(tierCapacity);
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
        idle_share: capacity > 0 ? 1 - running / capacity : 0,
        underwater_share: capacity > 0 ? under / capacity : 0,
        listed_hashrate: listed,
        holdings: sum(miners.map((miner) => miner.coins)),
        produced,
        production_sold: productionSold,
        treasury_sold: treasurySold,
        raised,
        unfunded: sum(miners.map((miner) => Math.max(0, -miner.cash))),
        ai_mw: sum(miners.map((miner) => miner.live)),
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
    for (const miner of miners) {
      miner.mined = hashrate > 0 ? (blocks * reward * miner.listed) / hashrate : 0;
      const sold = s.productionSaleShare * miner.mined;
      miner.kept = miner.mined - sold;
      const capex = miner.contractedMw * s.capexUsdPerMw * (1 - s.financedShare) * due;
      miner.capexSpent += capex;
      miner.cash +=
        price * sold +
        (s.aiRevenueUsdPerMwYear * s.aiMargin * miner.live) / 365 -
        miner.cost * e * 1000 * miner.listed -
        miner.overheadUsdYear / 365 -
        capex;
      const wish = s.policy === "funding" ? Math.max(0, -miner.cash / price) : miner.planned * share;
      const cut = Math.min(wish, Math.max(0, miner.coins - miner.pledged) + miner.kept);
      miner.treasury = cut < 1e-6 ? 0 : cut;
      excess += miner.treasury + miner.mined * (s.productionSaleShare - s.baselineSaleShare);
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
      options.kernel.forEach(([weight], k) => {
        states[k] = states[k]! * decays[k]! + root;
        impact += weight * states[k];
      });
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
    for (const miner of miners) {
      const { mined, kept, treasury } = miner;
      miner.cash += treasury * paid;
      raised += treasury * paid;
      miner.coins += kept - treasury;
      if (Math.abs(miner.coins) < 1e-9) miner.coins = 0;
      miner.produced += mined;
      miner.sold += mined - kept + treasury;
      produced += mined;
      productionSold += mined - kept;
      treasurySold += treasury;
      if (miner.capexSpent > 0) miner.funded = 1 - Math.min(1, Math.max(0, -miner.cash) / miner.capexSpent);
    }
  }
  return {
    rows,
    coins: miners.map((miner, i) => ({
      start: s.miners[i]!.holdingsBtc,
      held: miner.coins,
      produced: miner.produced,
      sold: miner.sold,
    })),
  };
};
