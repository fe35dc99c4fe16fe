// Fees of the last day and week, blocks and new coins of each complete month.
import { isoOf, monthEnd, partsOf, type Day } from "../../common/days";
import type { Asker } from "../ask/shelf";
import { exact } from "../candidate";
import { fieldsOf, numberOf, textOf } from "../edgar/shape";
import { changed } from "../failure";
import type { Known } from "../known";
import { ADDRESS, SOURCE } from "./host";
import type { Point } from "./point";

const SATOSHI = 1e8;
const DAY_BLOCKS = 144;
const WEEK_BLOCKS = 1008;

export interface RewardStats {
  readonly blocks: number;
  readonly feesBtc: number;
  readonly rewardBtc: number;
  readonly subsidyBtc: number;
  readonly feeShare: number;
}

/** Totals come as text in satoshi. */
export const readRewardStats = async (asker: Asker, blocks: number): Promise<RewardStats> => {
  const address = `${ADDRESS}/mining/reward-stats/${blocks}`;
  const answer = fieldsOf(await asker.json(address), address, "totalReward");
  const satoshi = (key: string): number => {
    const value = Number(textOf(answer[key], address, key));
    if (!Number.isFinite(value)) throw changed(address, key);
    return value;
  };
  const block = (key: string): number => numberOf(answer[key], address, key);
  const [fees, reward] = [satoshi("totalFee"), satoshi("totalReward")];
  return {
    blocks: block("endBlock") - block("startBlock") + 1,
    feesBtc: fees / SATOSHI,
    rewardBtc: reward / SATOSHI,
    subsidyBtc: exact((reward - fees) / SATOSHI),
    feeShare: fees / reward,
  };
};

export const feePoints = async (asker: Asker, today: Day): Promise<Point[]> => {
  const [ofDay, ofWeek] = [await readRewardStats(asker, DAY_BLOCKS), await readRewardStats(asker, WEEK_BLOCKS)];
  const point = (series: string, value: number, blocks: number, printed: string): Point => ({
    series, day: today, value, printed, address: `${ADDRESS}/mining/reward-stats/${blocks}`, sourceTitle: SOURCE, remarks: [],
  }); // prettier-ignore
  return [
    point(
      "fees_btc_per_day",
      Number(ofDay.feesBtc.toFixed(3)),
      DAY_BLOCKS,
      `${ofDay.feesBtc} BTC of ${ofDay.blocks} blocks`,
    ),
    point("fee_share", Number(ofWeek.feeShare.toFixed(4)), WEEK_BLOCKS, `${ofWeek.feesBtc} of ${ofWeek.rewardBtc} BTC`),
  ];
};

/** Ends of the complete months that the record lacks, the newest three at most. */
const missingMonths = (known: Known, today: Day): Day[] => {
  const { year, month } = partsOf(today);
  const ends = [3, 2, 1].map((back) => monthEnd(year, month - back));
  return ends.filter((end) => known.record.market("blocks", end)?.day !== end);
};

export const blockPoints = async (asker: Asker, known: Known, today: Day): Promise<Point[]> => {
  const heightAt = async (endOfDay: Day): Promise<number> => {
    const address = blocksAddress(endOfDay);
    return numberOf(fieldsOf(await asker.json(address), address, "height")["height"], address, "height");
  };
  const points: Point[] = [];
  for (const end of missingMonths(known, today)) {
    const days = partsOf(end).dayOfMonth;
    const [from, to] = [await heightAt(end - days), await heightAt(end)];
    const subsidy = known.record.market("subsidy", end)?.value ?? NaN;
    const common = { day: end, address: blocksAddress(end), sourceTitle: SOURCE, remarks: [] };
    const printed = `heights ${from} and ${to}`;
    points.push({ ...common, series: "blocks", value: to - from, printed });
    const issued = Number((((to - from) * subsidy) / days).toFixed(2));
    const sum = `${to - from} × ${subsidy} ÷ ${days} days to ${isoOf(end)}`;
    points.push({ ...common, series: "issuance", value: issued, printed: sum });
  }
  return points;
};

/** The last block of a day is the one before the next day begins. */
const blocksAddress = (day: Day): string => `${ADDRESS}/mining/blocks/timestamp/${(day + 1) * 86_400}`;
