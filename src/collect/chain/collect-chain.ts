// The facts of the chain, one after the other; a host that is down for one says so and the others go on.
import { dayOfIso } from "../../common/days";
import type { Asker } from "../ask/shelf";
import { NOTHING } from "../candidate";
import type { Run } from "../collect";
import { Failure } from "../failure";
import type { Known } from "../known";
import type { Proposal } from "../proposal";
import type { World } from "../world";
import { difficultyPoints } from "./difficulty";
import { hashRatePoints } from "./hash-rate";
import { proposalOf, type Point } from "./point";
import { pricePoints } from "./price";
import { blockPoints, feePoints } from "./rewards";

export const collectChain = async (
  world: World,
  asker: Asker,
  known: Known,
  withPrice: boolean,
  keep: (proposals: readonly Proposal[]) => void,
): Promise<Run> => {
  const today = dayOfIso(world.now().toISOString().slice(0, 10)) ?? NaN;
  const steps: [string, () => Promise<Point[]>][] = [
    ["difficulty", () => difficultyPoints(asker)],
    ["hash rate", () => hashRatePoints(asker, today)],
    ["fees", () => feePoints(asker, today)],
    ["blocks", () => blockPoints(asker, known, today)],
    ...(withPrice ? [["price", () => pricePoints(asker, known, today)] as [string, () => Promise<Point[]>]] : []),
  ];
  const proposals: Proposal[] = [];
  const failures: string[] = [];
  for (const [at, [name, step]] of steps.entries()) {
    world.terminal.say(`Chain ${at + 1} of ${steps.length}: ${name}`);
    try {
      proposals.push(...(await step()).map((point) => proposalOf(point, known)));
      keep(proposals);
    } catch (error) {
      if (!(error instanceof Failure) && !world.signal.aborted) throw error;
      const sentence = world.signal.aborted ? "Stopped. What was read until here is kept." : (error as Error).message;
      if (world.signal.aborted || (error as Failure).endsRun)
        return { proposals, found: NOTHING, failures, endedBy: sentence };
      world.terminal.say(`  ${sentence}`);
      failures.push(`${name}: ${sentence}`);
    }
  }
  return { proposals, found: NOTHING, failures };
};
