// Every retarget: difficulty, height and second of the day.
import type { Asker } from "../ask/shelf";
import { exact } from "../candidate";
import { listOf, numberOf } from "../edgar/shape";
import { Failure } from "../failure";
import { ADDRESS, SOURCE } from "./host";
import type { Point } from "./point";

const EPOCH_BLOCKS = 2016;
const DAY_SECONDS = 86_400;

/** Rows [time, height, difficulty, change], newest first. */
export const difficultyPoints = async (asker: Asker, span = "1y"): Promise<Point[]> => {
  const address = `${ADDRESS}/mining/difficulty-adjustments/${span}`;
  const rows = listOf(await asker.json(address), address, "the rows").map((row) => {
    const [time, height, difficulty] = listOf(row, address, "a row");
    return {
      time: numberOf(time, address, "time"),
      height: numberOf(height, address, "height"),
      difficulty: numberOf(difficulty, address, "difficulty"),
    };
  });
  rows.forEach(({ height, difficulty }, at) => {
    const older = rows[at + 1];
    const isStep = height % EPOCH_BLOCKS === 0 && (older === undefined || height - older.height === EPOCH_BLOCKS);
    if (!isStep) throw new Failure(`${address} has a height of ${height}, which is no next retarget: refused.`);
    if (difficulty <= 0) throw new Failure(`${address} tells a difficulty of ${difficulty}: their node is down.`);
  });
  return rows.flatMap(({ time, height, difficulty }) => {
    const day = Math.floor(time / DAY_SECONDS);
    const point = (series: string, value: number): Point => ({
      series,
      day,
      value,
      printed: `${time}, ${height}, ${difficulty}`,
      address,
      sourceTitle: SOURCE,
      remarks: [],
    });
    return [
      point("difficulty", difficulty),
      point("epoch_height", height),
      point("epoch_second", exact(time % DAY_SECONDS)),
    ];
  });
};
