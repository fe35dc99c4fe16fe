// One path of a scenario, every machine and miner by itself (MODEL 4.2): what a single path runs, and a fan that needs
// each miner's cash.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- parallel typed arrays, one entry per machine, miner or day */
import { AT, COLUMN_COUNT } from "./columns";
import type { Days } from "./days";
import { HASHPRICE_SCALE } from "./economics";
import { Epoch } from "./epoch";
import { exp, meanDecay, oneMinusExp } from "./exact";
import type { Fleet } from "./fleet";
import type { ScenarioInputs } from "./inputs";
import { wanting } from "./logistic";
import type { ImpactMemory } from "./memory";
import { Treasury } from "./treasury";

/** z of the logistic is slope * hashprice / cost factor + shift; free power wants to run whatever the hashprice. */
const ALWAYS_WANTING = 40;

export class Engine {
  private readonly tiers: number;
  private readonly capacity: Float64Array;
  private readonly cost: Float64Array;
  private readonly slope: Float64Array;
  private readonly shift: Float64Array;
  private readonly calibrated: Float64Array;
  private readonly running: Float64Array;
  private readonly tierCapacity: number;
  private readonly pace: number;
  private readonly epoch = new Epoch();
  private readonly treasury: Treasury;
  private tiersEhs = 0;
  /** The largest excess flow of a day, either way. */
  largestFlowBtc = 0;

  constructor(
    private readonly inputs: ScenarioInputs,
    private readonly days: Days,
    fleet: Fleet,
  ) {
    const machines = [...fleet.tiers, ...fleet.listed];
    const softness = inputs.switchSoftness;
    this.tiers = fleet.tiers.length;
    this.capacity = Float64Array.from(machines, (machine) => machine.capacityEhs);
    this.cost = Float64Array.from(machines, (machine) => machine.costUsd);
    this.slope = this.cost.map((cost) => (cost > 0 ? 1 / (softness * cost) : 0));
    this.shift = this.cost.map((cost) => (cost > 0 ? -1 / softness : ALWAYS_WANTING));
    this.calibrated = Float64Array.from(machines, (machine) => machine.running);
    this.running = new Float64Array(machines.length);
    this.tierCapacity = fleet.tiers.reduce((sum, tier) => sum + tier.capacityEhs, 0);
    this.pace = inputs.switchDays > 0 ? oneMinusExp(1 / inputs.switchDays) : 1;
    this.treasury = new Treasury(inputs, fleet.listed);
  }

  /** Runs all days; writes the rows to `table` from `offset` on. */
  run(outsideUsd: Float64Array, memory: ImpactMemory, table: Float64Array, offset: number): void {
    const { days, epoch, treasury, inputs } = this;
    this.running.set(this.calibrated);
    epoch.start(inputs.difficulty, inputs.epochBlocks, inputs.epochDays);
    treasury.restart();
    memory.restart();
    const square = inputs.impactModel === "sqrt";
    let impact = 0;
    let worst = 0;
    let month = 0;
    for (let day = 0; ; day++) {
      const outside = outsideUsd[day]!;
      const price = outside * exp(-impact);
      const hashprice = (HASHPRICE_SCALE / epoch.difficulty) * days.rewardBtc[day]! * price;
      if (impact > worst) worst = impact;
      if (day > 0) this.switchMachines(hashprice / days.costFactor[day]!);
      const listedEhs = this.sumHashrate(day);
      const hashrate = listedEhs + this.tiersEhs * days.growth[day]!;
      if (day === days.rows[month]) {
        const at = offset + month * COLUMN_COUNT;
        table[at + AT.month] = month++;
        table[at + AT.date] = inputs.startDay + day;
        table[at + AT.outside_price] = outside;
        table[at + AT.price] = price;
        table[at + AT.impact] = oneMinusExp(impact);
        table[at + AT.worst_impact] = oneMinusExp(worst);
        table[at + AT.hashrate] = hashrate;
        table[at + AT.difficulty] = epoch.difficulty;
        table[at + AT.hashprice] = hashprice;
        table[at + AT.listed_hashrate] = listedEhs;
        this.writeShares(hashprice / days.costFactor[day]!, table, at);
        treasury.writeRow(days.built[day]!, table, at);
        if (day === days.last) return;
      }
      const blocks = epoch.mine(hashrate);
      const btcPerEhs = hashrate > 0 ? (blocks * days.rewardBtc[day]!) / hashrate : 0;
      const flow = treasury.trade(days, day, price, btcPerEhs);
      if (Math.abs(flow) > this.largestFlowBtc) this.largestFlowBtc = Math.abs(flow);
      const next = memory.after(flow, outside);
      treasury.settle(
        square ? outside * exp(-(impact + 2 * next) / 3) : outside * exp(-impact) * meanDecay(next - impact),
      );
      impact = next;
    }
  }

  /** Each machine moves towards what it wants at this hashprice, costs being those of the start. */
  private switchMachines(hashprice: number): void {
    const { running, slope, shift, pace } = this;
    for (let i = 0; i < running.length; i++) {
      const share = running[i]!;
      running[i] = share + (wanting(hashprice * slope[i]! + shift[i]!) - share) * pace;
    }
  }

  /** Sets what the tiers run without growth and each miner's hashrate; gives the sum of the miners'. */
  private sumHashrate(day: number): number {
    const { running, capacity, tiers, treasury } = this;
    let tiersEhs = 0;
    for (let i = 0; i < tiers; i++) tiersEhs += capacity[i]! * running[i]!;
    this.tiersEhs = tiersEhs;
    const converted = this.days.converted[day]!;
    let listedEhs = 0;
    for (let i = tiers; i < running.length; i++) {
      const hashrate = capacity[i]! * (1 - treasury.aiShare[i - tiers]! * converted) * running[i]!;
      treasury.hashrate[i - tiers] = hashrate;
      listedEhs += hashrate;
    }
    return listedEhs;
  }

  private writeShares(hashprice: number, table: Float64Array, at: number): void {
    const { capacity, cost, tiers, tierCapacity } = this;
    let under = 0;
    for (let i = 0; i < tiers; i++) if (cost[i]! > hashprice) under += capacity[i]!;
    table[at + AT.idle_share] = tierCapacity > 0 ? 1 - this.tiersEhs / tierCapacity : 0;
    table[at + AT.underwater_share] = tierCapacity > 0 ? under / tierCapacity : 0;
  }
}
