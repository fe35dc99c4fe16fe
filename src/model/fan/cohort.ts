// Many paths side by side, the machines as three sums (MODEL 9): hold, linear and front, whose plans are never cut.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- typed arrays, one entry per path or day */
import { type Aggregates, NODE } from "../scenario/aggregates";
import { QUINTIC } from "../numerics/quintic";
import type { Chance } from "./price-paths";
import { EPOCH_BLOCKS } from "../../common/chain";
import { retargetFactor } from "../chain/chain";
import type { Days } from "../scenario/days";
import { BLOCKS_PER_EHS, FULL_EPOCH, MOST_RETARGETS } from "../chain/epoch";
import { exp } from "../numerics/exact";
import { drawNormals } from "../numerics/random";

/** Paths at a time: their state stays in the processor's first cache. */
export const COHORT = 128;

/** State of the chain and the machines of the paths, and one method per step of a day. */
export class Cohort {
  readonly outsideUsd = new Float64Array(COHORT);
  readonly priceUsd = new Float64Array(COHORT);
  readonly listedEhs = new Float64Array(COHORT);
  readonly hashrateEhs = new Float64Array(COHORT);
  /** Tiers' running capacity without growth. */
  readonly tiersEhs = new Float64Array(COHORT);
  /** 1 / difficulty: divided by on a retarget, multiplied by every day. */
  readonly ease = new Float64Array(COHORT);
  /** Mined by the listed miners today, and since the start. */
  readonly minedBtc = new Float64Array(COHORT);
  readonly producedBtc = new Float64Array(COHORT);
  private readonly allListed = new Float64Array(COHORT);
  private readonly converting = new Float64Array(COHORT);
  private readonly epochBlocks = new Float64Array(COHORT);
  private readonly epochDays = new Float64Array(COHORT);
  private readonly walk = new Float64Array(COHORT);
  private readonly oddNormals = new Float64Array(COHORT);
  private readonly evenNormals = new Float64Array(COHORT);
  private firstPath = 0;
  size = 0;

  constructor(
    private readonly days: Days,
    private readonly chance: Chance,
    private readonly aggregates: Aggregates,
    private readonly pace: number,
  ) {}

  restart(firstPath: number, size: number, difficulty: number, epochBlocks: number, epochDays: number): void {
    const [listed, converting, tiers] = this.aggregates.start;
    this.firstPath = firstPath;
    this.size = size;
    this.allListed.fill(listed);
    this.converting.fill(converting);
    this.tiersEhs.fill(tiers);
    this.ease.fill(1 / difficulty);
    this.epochBlocks.fill(epochBlocks);
    this.epochDays.fill(epochDays);
    this.walk.fill(0);
    this.producedBtc.fill(0);
  }

  /** Outside prices of the day. */
  drawPrices(day: number): void {
    const { walk, outsideUsd, chance, size, oddNormals, evenNormals } = this;
    const odd = (day & 1) === 1;
    if (odd) {
      const counters = { pair: (day - 1) >> 1, path: this.firstPath, nextPair: 0, nextPath: 1 } as const;
      drawNormals(counters, chance.keys, oddNormals, evenNormals, size);
    }
    const normals = odd ? oddNormals : evenNormals;
    const median = chance.medianUsd[day]!;
    const { daily } = chance;
    for (let p = 0; p < size; p++) {
      const moved = day > 0 ? walk[p]! + normals[p]! : 0;
      walk[p] = moved;
      outsideUsd[p] = median * exp(daily * moved);
    }
  }

  /** Machines move towards what they want; `perUsd` turns price over difficulty into hashprice over cost factor. */
  switchMachines(perUsd: number): void {
    const { allListed, converting, tiersEhs, priceUsd, ease, size, pace } = this;
    const { table, nodes, centreUsd } = this.aggregates;
    for (let p = 0; p < size; p++) {
      const hashprice = perUsd * priceUsd[p]! * ease[p]!;
      const x = (hashprice / (hashprice + centreUsd)) * nodes;
      const node = x | 0;
      const f = x - node;
      const a = node * NODE;
      const b = a + QUINTIC;
      const c = b + QUINTIC;
      const listed =
        table[a]! +
        f * (table[a + 1]! + f * (table[a + 2]! + f * (table[a + 3]! + f * (table[a + 4]! + f * table[a + 5]!))));
      const leaving =
        table[b]! +
        f * (table[b + 1]! + f * (table[b + 2]! + f * (table[b + 3]! + f * (table[b + 4]! + f * table[b + 5]!))));
      const rest =
        table[c]! +
        f * (table[c + 1]! + f * (table[c + 2]! + f * (table[c + 3]! + f * (table[c + 4]! + f * table[c + 5]!))));
      allListed[p] = allListed[p]! + (listed - allListed[p]!) * pace;
      converting[p] = converting[p]! + (leaving - converting[p]!) * pace;
      tiersEhs[p] = tiersEhs[p]! + (rest - tiersEhs[p]!) * pace;
    }
  }

  /** Hashrate of the day. */
  sumHashrate(day: number): void {
    const { allListed, converting, tiersEhs, listedEhs, hashrateEhs, size } = this;
    const converted = this.days.converted[day]!;
    const growth = this.days.growth[day]!;
    for (let p = 0; p < size; p++) {
      const listed = allListed[p]! - converted * converting[p]!;
      listedEhs[p] = listed;
      hashrateEhs[p] = listed + growth * tiersEhs[p]!;
    }
  }

  /** Blocks of the day and the miners' part of them. */
  mine(rewardBtc: number): void {
    const { epochBlocks, epochDays, hashrateEhs, listedEhs, ease, minedBtc, producedBtc, size } = this;
    for (let p = 0; p < size; p++) {
      let blocksPerEhs = BLOCKS_PER_EHS * ease[p]!;
      const blocks = epochBlocks[p]! + blocksPerEhs * hashrateEhs[p]!;
      if (blocks < FULL_EPOCH) {
        epochBlocks[p] = blocks;
        epochDays[p] = epochDays[p]! + 1;
      } else {
        blocksPerEhs = this.mineThroughRetargets(p);
      }
      const mined = blocksPerEhs * rewardBtc * listedEhs[p]!;
      minedBtc[p] = mined;
      producedBtc[p] = producedBtc[p]! + mined;
    }
  }

  /** As Epoch does it; gives the day's blocks per EH/s. */
  private mineThroughRetargets(p: number): number {
    const { epochBlocks, epochDays, ease } = this;
    const hashrate = this.hashrateEhs[p]!;
    let left = 1;
    let minedPerEhs = 0;
    for (let retargets = 0; ; retargets++) {
      const perEhs = BLOCKS_PER_EHS * ease[p]!;
      const perDay = perEhs * hashrate;
      if (!(epochBlocks[p]! + perDay * left >= FULL_EPOCH) || retargets === MOST_RETARGETS) {
        epochBlocks[p] = epochBlocks[p]! + perDay * left;
        epochDays[p] = epochDays[p]! + left;
        return minedPerEhs + perEhs * left;
      }
      const part = Math.min(left, Math.max(0, (EPOCH_BLOCKS - epochBlocks[p]!) / perDay));
      left -= part;
      minedPerEhs += perEhs * part;
      ease[p] = ease[p]! / retargetFactor(epochDays[p]! + part);
      epochBlocks[p] = 0;
      epochDays[p] = 0;
    }
  }
}
