// The chain: subsidy, what a difficulty says about hashrate, and the retarget.
import { BLOCKS_PER_DAY, EPOCH_BLOCKS, SUBSIDY_BLOCKS } from "../../common/chain";
import { dayOf, SECONDS_PER_DAY } from "../../common/days";

const EPOCH_DAYS = EPOCH_BLOCKS / BLOCKS_PER_DAY;
/** Hashes that one unit of difficulty takes on average (the 2^32 form; the exact 2^48/65535 is 0.0015 % more). */
export const HASHES_PER_DIFFICULTY = 2 ** 32;

/** Hashrate in EH/s that one unit of difficulty implies at a block each 600 seconds. */
export const EHS_PER_DIFFICULTY = HASHES_PER_DIFFICULTY / (SECONDS_PER_DAY / BLOCKS_PER_DAY) / 1e18;

/** The first day with each subsidy, newest first. The days are those of blocks 840000, 630000, 420000 and 210000. */
const SUBSIDY_SINCE = [
  { day: dayOf(2024, 4, 20), btc: 3.125 },
  { day: dayOf(2020, 5, 11), btc: 6.25 },
  { day: dayOf(2016, 7, 9), btc: 12.5 },
  { day: dayOf(2012, 11, 28), btc: 25 },
] as const;

/** Block subsidy in BTC at a height: 50 / 2^floor(height / 210000), in whole satoshi as consensus has it. */
export const subsidyAtHeight = (height: number): number => {
  const halvings = Math.floor(height / SUBSIDY_BLOCKS);
  return halvings > 32 ? 0 : Math.floor(5_000_000_000 / 2 ** halvings) / 1e8;
};

/** BTC that the blocks up to and including a height have created: the sum of their subsidies. */
export const issuedBtc = (height: number): number => {
  let issued = 0;
  for (let first = 0; first <= height; first += SUBSIDY_BLOCKS) {
    issued += (Math.min(first + SUBSIDY_BLOCKS, height + 1) - first) * subsidyAtHeight(first);
  }
  return issued;
};

/** Block subsidy in BTC on a day (the halving's own day has the new one), given when the next halving is assumed. */
export const subsidyOnDay = (day: number, halvingDay: number): number => {
  const known = SUBSIDY_SINCE.find((era) => day >= era.day)?.btc ?? 50;
  return day >= halvingDay ? known / 2 : known;
};

/** Hashrate in EH/s at which a difficulty gives 144 blocks a day. */
export const impliedHashrateEhs = (difficulty: number): number => difficulty * EHS_PER_DIFFICULTY;

/**
 * The factor of a retarget after an epoch of so many days: consensus lets it move by 4 at most, either way, and measures
 * 2015 intervals; the model's epochs have 2016.
 */
export const retargetFactor = (epochDays: number): number => Math.min(4, Math.max(0.25, EPOCH_DAYS / epochDays));

/** Blocks found since the last retarget, where only its age is known; below 2016, since the epoch is still open. */
export const openEpochBlocks = (epochDays: number, hashrateEhs: number, difficulty: number): number =>
  Math.min(EPOCH_BLOCKS - 1, (BLOCKS_PER_DAY * epochDays * hashrateEhs) / impliedHashrateEhs(difficulty));
