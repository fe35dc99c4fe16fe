// The open difficulty epoch: how many blocks a day brings, and the retargets that fall into it.
import { BLOCKS_PER_DAY, EPOCH_BLOCKS } from "../../common/chain";
import { EHS_PER_DIFFICULTY, retargetFactor } from "./chain";

/** Blocks per day, EH/s and unit of 1/difficulty. */
export const BLOCKS_PER_EHS = BLOCKS_PER_DAY / EHS_PER_DIFFICULTY;

/** An epoch is full a hair early, so that rounding does not push a retarget at a day's end into the next day. */
export const FULL_EPOCH = EPOCH_BLOCKS * (1 - 1e-12);

/** In a day: what is not finite or grows past all bounds must not hold up a cell for ever. */
export const MOST_RETARGETS = 2000;

export class Epoch {
  difficulty = 0;
  blocks = 0;
  days = 0;

  start(difficulty: number, blocks: number, days: number): void {
    this.difficulty = difficulty;
    this.blocks = blocks;
    this.days = days;
  }

  /** Mines for a day at a constant hashrate; gives the blocks of the whole day. */
  mine(hashrateEhs: number): number {
    const perDay = (BLOCKS_PER_EHS * hashrateEhs) / this.difficulty;
    if (this.blocks + perDay < FULL_EPOCH) {
      this.blocks += perDay;
      this.days += 1;
      return perDay;
    }
    return this.mineThroughRetargets(hashrateEhs);
  }

  private mineThroughRetargets(hashrateEhs: number): number {
    let left = 1;
    let mined = 0;
    for (let retargets = 0; ; retargets++) {
      const perDay = (BLOCKS_PER_EHS * hashrateEhs) / this.difficulty;
      if (!(this.blocks + perDay * left >= FULL_EPOCH) || retargets === MOST_RETARGETS) {
        this.blocks += perDay * left;
        this.days += left;
        return mined + perDay * left;
      }
      const part = Math.min(left, Math.max(0, (EPOCH_BLOCKS - this.blocks) / perDay));
      left -= part;
      mined += perDay * part;
      this.difficulty *= retargetFactor(this.days + part);
      this.blocks = 0;
      this.days = 0;
    }
  }
}
