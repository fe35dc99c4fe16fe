// What holds of any record, asked of the one that ships: its lines are sound, it survives packing, and nothing is known
// before its period ended.
import { describe, expect, it } from "vitest";
import { buildRecord } from "../../src/build/bundle/record";
import { isoOf } from "../../src/common/days";
import { packTables, unpackTables } from "../../src/data/pack";
import { isAssumed } from "../../src/data/published";
import { findingsOf } from "../../src/data/checks";
import { HOLDINGS, MinerRecord } from "../../src/data/record";
import { bundledRecord } from "../../src/functions";

const built = buildRecord();
const live = MinerRecord.unpack(built.packed);

describe("the record that ships", () => {
  it("is the one behind the cells", () => {
    expect(bundledRecord().tables).toEqual(live.tables);
  });

  it("comes out of packing as it went in", () => {
    const again = unpackTables(JSON.parse(JSON.stringify(packTables(live.tables))) as typeof built.packed);
    expect(again).toEqual(live.tables);
  });

  it("has no figure that was known before its period ended", () => {
    const early = live.tables.reports
      .concat(live.tables.facts)
      .filter(({ period, published, periodEnd }) => period !== "guidance" && !isAssumed(published) && published < isoOf(periodEnd)); // prettier-ignore
    expect(early).toEqual([]);
  });

  it("rolls forward: what counts and flows leave unexplained is told in a sentence, and is the exception", () => {
    const everyone = live.miners.map((_, miner) => miner);
    const findings = findingsOf(live, everyone, live.newestReport).filter(({ kind }) => kind === "roll-forward");
    const counts = live.tables.reports.filter(({ metric }) => metric === HOLDINGS).length;
    console.info(`${findings.length} roll-forward findings in ${counts} counts`);
    expect(findings.filter(({ sentence }) => sentence.length < 20 || sentence.length > 500)).toEqual([]);
    expect(findings.length / counts).toBeLessThan(0.15);
  });
});
