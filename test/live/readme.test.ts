// README's numbers of the record are those of the record: the build writes them between two marks.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { buildRecord } from "../../src/build/bundle/record";
import { withNumbersOf } from "../../src/build/coverage/readme";
import { sharesOf } from "../../src/build/coverage/shares";
import { MinerRecord } from "../../src/data/record";

const record = MinerRecord.unpack(buildRecord().packed);

it("README says what the record bears out (npm run build or npm run data:coverage writes it)", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(withNumbersOf(record, readme)).toBe(readme);
});

it("at least 45 % of the counts of coins come from the company itself", () => {
  const { filing, company } = sharesOf(record).ofCounts;
  expect(filing + company).toBeGreaterThanOrEqual(0.45);
});
