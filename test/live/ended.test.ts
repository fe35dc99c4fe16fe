// Miners that have ended are told apart from those in ALL.
import { expect, it } from "vitest";
import { record } from "../../src/functions";
import { ask, table } from "../functions/ask";

it("says how many miners have ended, and leaves them out of ALL", () => {
  const ended = record().miners.filter(({ inAll, lastDay }) => inAll && lastDay !== undefined);
  expect(ended.length).toBeGreaterThan(0);
  expect(ask("MINERVERSION", "ENDED")).toBe(ended.length);
  const inAll = table("MINERLIST", "ALL", null, false).map(([ticker]) => ticker);
  for (const { ticker } of ended) expect(inAll).not.toContain(ticker);
  expect(table("OVERHANGREPORT").find(([name]) => name === "Miners counted")?.[3]).toMatch(/, \d+ ended$/);
});
