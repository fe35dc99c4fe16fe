// Month-end prices of another source than the record's: proposed only when asked for, with the deviation shown.
import { isoOf, monthEnd, partsOf, type Day } from "../../common/days";
import type { Asker } from "../ask/shelf";
import { printed } from "../candidate";
import { fieldsOf, listOf, numberOf } from "../edgar/shape";
import type { Known } from "../known";
import { ADDRESS, SOURCE } from "./host";
import type { Point } from "./point";

const priceAt = async (asker: Asker, day: Day): Promise<{ usd: number; address: string }> => {
  const address = `${ADDRESS}/historical-price?currency=USD&timestamp=${(day + 1) * 86_400 - 1}`;
  const [entry] = listOf(fieldsOf(await asker.json(address), address, "prices")["prices"], address, "prices");
  return { usd: numberOf(fieldsOf(entry, address, "prices")["USD"], address, "USD"), address };
};

export const pricePoints = async (asker: Asker, known: Known, today: Day): Promise<Point[]> => {
  const { year, month } = partsOf(today);
  const ends = [3, 2, 1].map((back) => monthEnd(year, month - back));
  const newest = known.record.market("price", today);
  const points: Point[] = [];
  const overlap = newest ? await priceAt(asker, newest.day) : undefined;
  const deviation =
    newest && overlap
      ? `on ${isoOf(newest.day)} this source tells ${printed(overlap.usd)}, the record ${printed(newest.value)}: ${((overlap.usd / newest.value - 1) * 100).toFixed(2)} %`
      : "the record has no price to compare with";
  for (const day of ends.filter((end) => known.priceOn(end) === undefined)) {
    const { usd, address } = await priceAt(asker, day);
    const remarks = [deviation];
    points.push({ series: "price", day, value: usd, printed: printed(usd), address, sourceTitle: SOURCE, remarks });
  }
  return points;
};
