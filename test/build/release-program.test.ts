// Signing a release: later than the last one, readable by panes, and with its changes said.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publishedIn, requireLater, requireReadable } from "../../src/build/bundle/release-program";
import { changesSaid } from "../../src/build/bundle/release-changes";
import { releaseFiles } from "../../src/build/bundle/release";
import { dayOf } from "../../src/common/days";
import { MinerRecord } from "../../src/data/record";
import { built, newest, newestTables, older, signing } from "../refresh/support";

const today = dayOf(2026, 11, 28);
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "published-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const publish = (release = newest): void => {
  for (const [name, text] of Object.entries(releaseFiles(release, signing.privateKey)))
    writeFileSync(join(folder, name), text);
};
const corrected = (version: string) =>
  built({
    ...newestTables,
    version,
    reports: newestTables.reports.map((row, index) => (index === 0 ? { ...row, value: row.value + 1 } : row)),
  });

describe("after a release", () => {
  test("other content under the same version is refused, with the version to write", () => {
    publish();
    const before = publishedIn(folder);
    if (!before) throw new Error("Nothing was published.");
    const refused = (release = newest, day = today) => {
      requireLater(release, before, day);
    };
    expect(refused).not.toThrow();
    const same = corrected(newest.packed.version);
    expect(() => {
      refused(same);
    }).toThrow(/Write "2026-11-28" as version into .*record\.json/);
    expect(() => {
      refused(same, dayOf(2026, 11, 22));
    }).toThrow(/Write "2026-11-22\.2" as version/);
    expect(() => {
      refused(corrected("2026-11-22.2"));
    }).not.toThrow();
    expect(() => {
      refused(corrected("2026-11-01"));
    }).toThrow(/would never take this one/);
  });

  test("a latest.json without its file is told as such, and an empty folder is no release", () => {
    expect(publishedIn(folder)).toBeUndefined();
    publish();
    rmSync(join(folder, `record-${newest.packed.version}.json`));
    expect(() => publishedIn(folder)).toThrow(/is not beside it/);
  });
});

describe("what a pane would refuse", () => {
  test("is not signed, for the pane's own reason", async () => {
    await expect(requireReadable(releaseFiles(newest, signing.privateKey))).resolves.toBeUndefined();
    const negative = newestTables.reports.map((row, index) => (index === 0 ? { ...row, value: -1 } : row));
    const files = releaseFiles(built({ ...newestTables, reports: negative }), signing.privateKey);
    await expect(requireReadable(files)).rejects.toThrow(/cannot be negative/);
  });
});

describe("the changes since the last release", () => {
  test("name counts of coins by miner and how the total moves", () => {
    const lines = changesSaid(older, MinerRecord.unpack(newest.packed), today).join("\n");
    expect(lines).toMatch(/^Since the release 2026-08-31:/);
    expect(lines).toMatch(/figures: 20 new, 1 revised, 1 removed/);
    expect(lines).toMatch(/Coins of ALL: /);
    expect(lines).toMatch(/Age by weight: /);
  });

  test("are none where there are none", () => {
    const same = MinerRecord.unpack(newest.packed);
    expect(changesSaid(same, same, today)).toEqual(["Nothing has changed since the release 2026-11-22."]);
  });
});
