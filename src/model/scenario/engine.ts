// One path of a scenario, every machine and miner by itself (MODEL 4.2): what a single path runs, and a fan that needs
// each miner's cash.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- parallel typed arrays, one entry per machine, miner or day */
import { AT, COLUMN_COUNT } from "./columns";
import type { Days } from "./days";
import { HASHPRICE_SCALE } from "../economics/economics";
import { Epoch } from "../chain/epoch";
import { exp, meanDecay, oneMinusExp } from "../numerics/exact";
import { isFree, type Fleet, type Machines } from "./fleet";
import type { ScenarioInputs } from "./inputs";
import { tabulate, wanting } from "../numerics/logistic";
import type { ImpactMemory } from "../impact/impact-decay";
import { HASHRATE, STATE, Treasury } from "./treasury";

/** z of the logistic is slope * hashprice / cost factor + shift; free power wants to run whatever the hashprice. */
const ALWAYS_WANTING = 40;

/** What the loop over machines reads of each, side by side in memory. */
const SLOPE = 0;
const SHIFT = 1;
const CAPACITY = 2;
const AI_SHARE = 3;
const FIGURES = 4;

export class Engine {
  private readonly tiers: readonly Machines[];
  private readonly tierCapacity: number;
  private readonly machines: Float64Array;
  private readonly calibrated: Float64Array;
  private readonly running: Float64Array;
  private readonly pace: number;
  private readonly epoch = new Epoch();
  private readonly treasury: Treasury;
  private tiersEhs = 0;
  private listedEhs = 0;
  /** The largest excess flow of a day, either way. */
  largestFlowBtc = 0;

  constructor(
    private readonly inputs: ScenarioInputs,
    private readonly days: Days,
    fleet: Fleet,
  ) {
    tabulate();
    const all = [...fleet.tiers, ...fleet.listed];
    const softness = inputs.switchSoftness;
    this.tiers = fleet.tiers;
    this.tierCapacity = fleet.tiers.reduce((sum, tier) => sum + tier.capacityEhs, 0);
    this.machines = new Float64Array(all.length * FIGURES);
    all.forEach(({ costUsd, capacityEhs }, i) => {
      const at = i * FIGURES;
      const free = isFree(costUsd, softness);
      this.machines[at + SLOPE] = free ? 0 : 1 / (softness * costUsd);
      this.machines[at + SHIFT] = free ? ALWAYS_WANTING : -1 / softness;
      this.machines[at + CAPACITY] = capacityEhs;
      this.machines[at + AI_SHARE] = inputs.miners[i - fleet.tiers.length]?.aiShare ?? 0;
    });
    this.calibrated = Float64Array.from(all, (machine) => machine.running);
    this.running = new Float64Array(all.length);
    this.pace = inputs.switchDays > 0 ? oneMinusExp(1 / inputs.switchDays) : 1;
    this.treasury = new Treasury(inputs, fleet.listed);
  }

  /** Runs all days; writes the rows to `table` from `offset` on, and to `coins`, if given, what each miner holds. */
  run(
    outsideUsd: Float64Array,
    memory: ImpactMemory,
    table: Float64Array,
    offset: number,
    coins?: Float64Array[],
  ): void {
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
      this.switchMachines(hashprice / days.costFactor[day]!, day > 0 ? this.pace : 0, days.converted[day]!);
      const hashrate = this.listedEhs + this.tiersEhs * days.growth[day]!;
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
        table[at + AT.listed_hashrate] = this.listedEhs;
        this.writeShares(hashprice / days.costFactor[day]!, table, at);
        treasury.writeRow(days, day, table, at);
        coins?.push(treasury.coins());
        if (day === days.last) return;
      }
      const blocks = epoch.mine(hashrate);
      const btcPerEhs = hashrate > 0 ? (blocks * days.rewardBtc[day]!) / hashrate : 0;
      const flow = treasury.trade(days, day, price, btcPerEhs, this.listedEhs);
      if (Math.abs(flow) > this.largestFlowBtc) this.largestFlowBtc = Math.abs(flow);
      const next = memory.after(flow, outside);
      treasury.settle(
        square ? outside * exp(-(impact + 2 * next) / 3) : outside * exp(-impact) * meanDecay(next - impact),
      );
      impact = next;
    }
  }

  /**
   * Each machine moves towards what it wants at this hashprice, costs being those of the start. Sets what the tiers run
   * without growth, and each miner's hashrate with their sum.
   */
  private switchMachines(hashprice: number, pace: number, converted: number): void {
    const { running, machines } = this;
    const tiers = this.tiers.length;
    const { state } = this.treasury;
    let tiersEhs = 0;
    let listedEhs = 0;
    for (let i = 0; i < running.length; i++) {
      const at = i * FIGURES;
      const before = running[i]!;
      const share = before + (wanting(hashprice * machines[at + SLOPE]! + machines[at + SHIFT]!) - before) * pace;
      running[i] = share;
      const hashrate = machines[at + CAPACITY]! * (1 - machines[at + AI_SHARE]! * converted) * share;
      if (i < tiers) {
        tiersEhs += hashrate;
      } else {
        listedEhs += hashrate;
        state[(i - tiers) * STATE + HASHRATE] = hashrate;
      }
    }
    this.tiersEhs = tiersEhs;
    this.listedEhs = listedEhs;
  }

  private writeShares(hashprice: number, table: Float64Array, at: number): void {
    const { tiers, tierCapacity } = this;
    let under = 0;
    for (const tier of tiers) if (tier.costUsd > hashprice) under += tier.capacityEhs;
    table[at + AT.idle_share] = tierCapacity > 0 ? 1 - this.tiersEhs / tierCapacity : 0;
    table[at + AT.underwater_share] = tierCapacity > 0 ? under / tierCapacity : 0;
  }
}
