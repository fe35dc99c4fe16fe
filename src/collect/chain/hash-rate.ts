// The mean hash rate of each complete month.
import { isoOf, monthEnd, partsOf, type Day } from "../../common/days";
import type { Asker } from "../ask/shelf";
import { fieldsOf, listOf, numberOf } from "../edgar/shape";
import { Failure } from "../failure";
import { ADDRESS, SOURCE } from "./host";
import type { Point } from "./point";

const DAY_SECONDS = 86_400;
const HASHES_PER_EXAHASH = 1e18;

export const hashRatePoints = async (asker: Asker, today: Day, span = "3m"): Promise<Point[]> => {
  const address = `${ADDRESS}/mining/hashrate/${span}`;
  const answer = fieldsOf(await asker.json(address), address, "hashrates");
  for (const key of ["currentHashrate", "currentDifficulty"]) {
    if (numberOf(answer[key], address, key) === 0) {
      throw new Failure(`${address} tells ${key} 0: their node is down. Ask again later.`);
    }
  }
  const months = new Map<Day, Map<Day, number>>();
  for (const entry of listOf(answer["hashrates"], address, "hashrates")) {
    const { timestamp, avgHashrate } = fieldsOf(entry, address, "hashrates");
    const day = Math.floor(numberOf(timestamp, address, "timestamp") / DAY_SECONDS);
    const end = monthEnd(partsOf(day).year, partsOf(day).month);
    const days = months.get(end) ?? new Map<Day, number>();
    months.set(end, days.set(day, numberOf(avgHashrate, address, "avgHashrate") / HASHES_PER_EXAHASH));
  }
  return [...months].flatMap(([end, days]) => {
    const length = partsOf(end).dayOfMonth;
    // An open month, or one of which the answer holds only the end, has no mean yet.
    if (end >= today || days.size < length) return [];
    const mean = [...days.values()].reduce((sum, value) => sum + value, 0) / days.size;
    const value = Number(mean.toFixed(2));
    const said = `mean of ${days.size} days to ${isoOf(end)}`;
    return [{ series: "hashrate", day: end, value, printed: said, address, sourceTitle: SOURCE, remarks: [] }];
  });
};
