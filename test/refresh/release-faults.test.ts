// Releases that arrive whole and must still not be used: each is refused with a reason, and nothing changes.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { signRelease } from "../../src/build/bundle/release";
import { MinerRecord } from "../../src/data/record";
import type { RecordTables } from "../../src/data/rows";
import { RefreshError, type Fault } from "../../src/refresh/faults";
import { built, json, latestOf, newest, newestTables, offering, openRefresh, startHost, stranger } from "./support";
import type { Answers, Setup } from "./support";

const RECORD = `/data/record-${newest.packed.version}.json`;

const expectRefused = async (answers: Answers, fault: Fault, what: RegExp, setup: Setup = {}): Promise<void> => {
  const { home } = await startHost({ ...offering(), ...answers });
  const { refresh, show, storage } = openRefresh({ home, ...setup });
  const before = refresh.state;
  const error: unknown = await refresh
    .check()
    .then((checked) => refresh.fetch(checked))
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RefreshError);
  expect(error).toMatchObject({ fault, message: expect.stringMatching(what) as string });
  expect(show).not.toHaveBeenCalled();
  expect(refresh.state).toBe(before);
  expect(storage.find("state") + storage.find("record")).toBe("");
};

const latestIs = (latest: unknown): Answers => ({ "/data/latest.json": json(latest) });

describe("latest.json is refused", () => {
  test("without a signature, or with an algorithm that is not ours", async () => {
    const { signature, ...unsigned } = latestOf();
    expect(signature).toHaveLength(88);
    await expectRefused(latestIs(unsigned), "unsigned", /not signed by the publisher.*tell the publisher/);
    await expectRefused(latestIs({ ...latestOf(), algorithm: "none" }), "unsigned", /not signed/);
  });

  test("signed with another key, or with something that is no signature", async () => {
    const forged = signRelease(newest, stranger.privateKey);
    await expectRefused(latestIs(forged), "unsigned", /not signed by the publisher/);
    await expectRefused(latestIs({ ...latestOf(), signature: "not base64!" }), "unsigned", /not signed/);
  });

  test.each([
    { published: "2027-01-01T00:00:00.000Z" },
    { version: "2026-12-01" },
    { rows: 1 },
    { bytes: 1 },
    { sha256: "0".repeat(64) },
    { minimumAddin: "0.0.1" },
    { file: "record-other.json" },
  ])("when %o was changed after signing", async (change) => {
    await expectRefused(latestIs({ ...latestOf(), ...change }), "unsigned", /not signed/);
  });

  test("by a copy of the add-in that was built without a key", async () => {
    await expectRefused({}, "no-key", /built without a key/, { options: { key: undefined } });
  });

  test("of a format that this add-in does not know, whatever else it says", async () => {
    await expectRefused(latestIs({ schema: 3, changed: true }), "format", /format 3; this add-in reads format 2/);
  });

  test("when it needs a later add-in", async () => {
    await expectRefused({}, "addin", /needs version 0.1.0 of the add-in; this is 0.0.9/, {
      options: { addin: "0.0.9" },
    });
  });

  test("when it is older than what is there", async () => {
    const bundled = new MinerRecord({ ...newestTables, version: "2026-12-24" });
    const what = /data of 2026-11-22, older than yours of 2026-12-24. To go back, use Undo/;
    await expectRefused({}, "older", what, { options: { bundled } });
  });
});

describe("the file is refused", () => {
  test("when one digit of it is another", async () => {
    const changed = newest.json.replace(/(\d)(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10));
    expect(changed).toHaveLength(newest.json.length);
    await expectRefused({ [RECORD]: json(changed) }, "hash", /SHA-256 differs/);
  });

  test("when it is shorter than announced", async () => {
    await expectRefused({ [RECORD]: json(newest.json.slice(0, -1)) }, "size", /bytes; [\d,]+ were announced/);
  });

  const [first, ...rest] = newestTables.reports;
  const [point, ...points] = newestTables.market;
  if (!first || !point) throw new Error("The record has no rows.");
  const BEYOND = { period: "guidance", periodEnd: 3_000_000 } as const;
  const unsound: readonly (readonly [string, Partial<RecordTables>, RegExp])[] = [
    ["a negative count of coins", { reports: [{ ...first, value: -5 }, ...rest] }, /one problem: .*cannot be negative/],
    [
      "a figure of a later day than its own",
      { reports: [{ ...first, periodEnd: 30_000 }, ...rest] },
      /record's own checks/,
    ],
    ["a figure twice", { reports: [first, first, ...rest] }, /reports:3: This repeats .* of reports:2: keep one/],
    ["a figure among reports and facts", { facts: [first, ...newestTables.facts] }, /facts:2: .* of reports:2: keep/],
    [
      "a figure of a fraction of a day",
      { reports: [{ ...first, periodEnd: first.periodEnd + 0.5 }, ...rest] },
      /where a day belongs/,
    ],
    ["guidance for a year without end", { reports: [{ ...first, ...BEYOND }, ...rest] }, /where a day belongs/],
    [
      "a note that begins with a blank",
      { reports: [{ ...first, note: " so" }, ...rest] },
      /reports:2: note has blanks/,
    ],
    ["an unknown unit", { metrics: newestTables.metrics.map((m) => ({ ...m, unit: "bushel" as "BTC" })) }, /bushel/],
    [
      "a text where a number belongs",
      { reports: [{ ...first, value: "12" as unknown as number }, ...rest] },
      /where a number belongs/,
    ],
    ["a market point without a number", { market: [{ ...point, value: NaN }, ...points] }, /where a number belongs/],
    [
      "a script for an address",
      { sources: newestTables.sources.map((s) => ({ ...s, url: "javascript:1" })) },
      /web address/,
    ],
    ["another version than announced", { version: "2026-11-23" }, /2026-11-22 was announced/],
  ];

  test.each(unsound)("with %s, though rightly signed", async (_, change, what) => {
    const bad = built({ ...newestTables, ...change });
    const announced = { ...bad.packed, version: newest.packed.version };
    await expectRefused(
      { ...latestIs(latestOf({ ...bad, packed: announced })), [RECORD]: json(bad.json) },
      "unsound",
      what,
    );
  });

  test.each(["null", "[]", '{"schema":1}', `{"schema":1,"version":"2026-11-22","miners":5}`])(
    "when all it holds is %s",
    async (text) => {
      const latest = latestOf({ ...newest, json: text, sha256: createHash("sha256").update(text).digest("hex") });
      await expectRefused({ ...latestIs(latest), [RECORD]: json(text) }, "unsound", /./);
    },
  );
});

test.each([-1, 1])("a clock that is wrong by %i year changes nothing in an update", async (years) => {
  const { home } = await startHost(offering());
  const window = openRefresh({ home });
  window.clock.now += years * 365 * 86_400_000;
  window.refresh.apply(await window.refresh.fetch(await window.refresh.check()));
  expect(window.refresh.state.version).toBe("2026-11-22");
});
