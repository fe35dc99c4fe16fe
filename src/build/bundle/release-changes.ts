// What changed since the last release, in the lines that its signer reads.
import { count } from "../../common/words";
import type { Day } from "../../common/days";
import type { MinerRecord } from "../../data/record";
import { coinMoves } from "../../refresh/fetch/coin-moves";
import { coinsSaid, totalsSaid } from "../../refresh/fetch/coin-words";
import { compare, type Tally } from "../../refresh/fetch/compare";

const tallied = (tally: Tally): string =>
  [
    `${count(tally.new)} new`,
    `${count(tally.revised)} revised`,
    `${count(tally.removed)} removed`,
    `${count(tally.resourced)} with another source`,
  ].join(", ");

export const changesSaid = (last: MinerRecord, now: MinerRecord, day: Day): readonly string[] => {
  const comparison = compare(last, now);
  if (comparison.isSame) return [`Nothing has changed since the release ${last.version}.`];
  const coins = coinMoves(last, now, comparison, day);
  const { figures, events, market, minersAdded, minersRemoved } = comparison;
  return [
    `Since the release ${last.version}:`,
    `  figures: ${tallied(figures)}`,
    `  events: ${tallied(events)}`,
    `  market values: ${tallied(market)}`,
    ...(minersAdded.length > 0 ? [`  new miners: ${minersAdded.join(", ")}`] : []),
    ...(minersRemoved.length > 0 ? [`  no longer there: ${minersRemoved.join(", ")}`] : []),
    ...totalsSaid(coins).map(([label, value]) => `  ${label}: ${value}`),
    ...coins.miners.map((move) => `  ${move.ticker}: ${coinsSaid(move)}`),
  ];
};
