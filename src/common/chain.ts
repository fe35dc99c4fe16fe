// Constants of Bitcoin's chain: blocks a day on schedule, and the epochs of difficulty and subsidy.

/** One each ten minutes. */
export const BLOCKS_PER_DAY = 144;
/** Blocks from one retarget to the next. */
export const EPOCH_BLOCKS = 2016;
/** Blocks from one halving to the next. */
export const SUBSIDY_BLOCKS = 210_000;
