// Do the coins add up from one count to the next? Only gaps that no unreported flow can explain are found.
import { isoOf, type Day } from "../../common/days";
import { HOLDINGS, type MinerRecord } from "../record";
import { rollForward } from "../rollforward";
import { stretch, words, type Finding } from "./finding";

/** Below this a gap is the rounding of counts to whole coins. */
const ROUNDING_BTC = 2;
const LARGE_BTC = 50;
const LARGE_SHARE = 0.01;

/** Days on which a count was reported, oldest first. */
const countDays = (record: MinerRecord, miner: number, until: Day): Day[] => {
  const { start, end } = record.rows(miner, record.metricIndex(HOLDINGS));
  const days = new Set<Day>();
  for (let row = start; row < end; row++) if (record.periodEnd(row) <= until) days.add(record.periodEnd(row));
  return [...days];
};

export const rollForwardFindings = (record: MinerRecord, miner: number, until: Day): Finding[] => {
  const days = countDays(record, miner, until);
  return days.slice(1).flatMap((end, index) => {
    const eve = days[index] ?? end;
    const { opening, closing, mined, bought, sold, other } = rollForward(record, miner, eve + 1, end);
    // Without a count of mined coins nothing can be said; coins that left without a count of sales were sold unreported.
    if (other === undefined || !mined || (!sold && other < 0)) return [];
    const gap = Math.abs(other);
    const isLarge = gap > LARGE_BTC || gap > LARGE_SHARE * record.value(opening);
    if (!isLarge || gap <= ROUNDING_BTC) return [];
    const flows = [
      `${words(mined.value)} mined`,
      bought ? `${words(bought.value)} bought` : "bought not reported",
      sold ? `${words(sold.value)} sold` : "sold not reported",
    ];
    const { ticker, note } = record.observation(closing);
    const sentence =
      `${stretch(eve + 1, end)}: ${words(record.value(opening))} BTC, ${flows.join(", ")}, but ` +
      `${words(record.value(closing))} on ${isoOf(end)}: ${words(gap)} BTC ${other > 0 ? "more" : "fewer"} than these explain.`;
    const rows = [opening, closing, ...mined.parts, ...(bought?.parts ?? []), ...(sold?.parts ?? [])];
    return [
      {
        kind: "roll-forward" as const,
        ticker,
        day: end,
        size: gap,
        sentence: note === "" ? sentence : `${sentence} Note: ${note}`,
        rows,
      },
    ];
  });
};
