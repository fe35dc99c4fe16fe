// What somebody else wrote into the browser's storage: used for a blink at most, and withdrawn with a sentence.
import { describe, expect, test, vi } from "vitest";
import { signRelease } from "../../src/build/bundle/release";
import { checksumOf } from "../../src/refresh/store/checksum";
import { shrunk } from "../../src/refresh/store/compression";
import {
  built,
  FakeStorage,
  json,
  latestOf,
  newestTables,
  older,
  openRefresh,
  openRefreshed,
  startHost,
  stranger,
} from "./support";

const PLANTED = 999_999;
const version = "2026-12-31";
const forged = built({
  ...newestTables,
  version,
  reports: newestTables.reports.map((row) =>
    row.ticker === "MARA" && row.metric === "holdings_btc" ? { ...row, value: PLANTED } : row,
  ),
});

/** A storage as our own code would have written it, with this announcement beside the record. */
const plantedWith = (signed: unknown, text = forged.json): FakeStorage => {
  const storage = new FakeStorage();
  const kept = { version, length: text.length, checksum: checksumOf(text), signed };
  storage.texts.set(`office-miner-overhang/record-${version}-${kept.checksum}`, shrunk(text));
  storage.texts.set(
    "office-miner-overhang/state",
    JSON.stringify({ format: 1, stamp: 1, release: kept, before: "bundled" }),
  );
  return storage;
};

const PLANTS: readonly (readonly [string, unknown])[] = [
  ["no signature at all, as an earlier add-in kept it", undefined],
  ["a signature by another key", signRelease(forged, stranger.privateKey)],
  ["the signature of the true release", latestOf()],
  ["a true signature with another hash", { ...latestOf(), sha256: forged.sha256, bytes: forged.json.length }],
  ["something that is no announcement", "signed"],
];

describe("a planted record", () => {
  test.each(PLANTS)("with %s is withdrawn, with a sentence, and forgotten", async (_, signed) => {
    const storage = plantedWith(signed);
    const { refresh, show } = openRefresh({ storage });
    await vi.waitFor(() => {
      expect(refresh.state.version).toBe(older.version);
    });
    expect(refresh.state).toMatchObject({ isBundled: true, before: undefined });
    expect(show.mock.calls.at(-1)?.[0]).toBe(older);
    expect(refresh.state.sentences.join()).toMatch(
      /31 Dec 2026 stored in this browser was not signed by the publisher/,
    );
    expect(storage.find("record")).toBe("");
    const later = openRefresh({ storage });
    expect(later.refresh.state.version).toBe(older.version);
  });

  test("behind Undo is withdrawn when Undo leads to it", async () => {
    const { refresh, storage } = await openRefreshed();
    const state = JSON.parse(storage.getItem(storage.find("state")) ?? "{}") as object;
    const planted = plantedWith(undefined);
    for (const [name, text] of planted.texts) if (!name.endsWith("state")) storage.texts.set(name, text);
    const { release } = JSON.parse(planted.getItem("office-miner-overhang/state") ?? "{}") as { release: unknown };
    storage.setItem(storage.find("state"), JSON.stringify({ ...state, before: release }));
    refresh.undo();
    await vi.waitFor(() => {
      expect(refresh.state.sentences.join()).toMatch(/was not signed by the publisher/);
    });
    expect(refresh.state.version).not.toBe(version);
  });

  test("is withdrawn in this window also where nothing can be written", async () => {
    const storage = plantedWith(undefined);
    const { refresh } = openRefresh({ storage });
    vi.spyOn(storage, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await vi.waitFor(() => {
      expect(refresh.state.version).toBe(older.version);
    });
  });

  test("is withdrawn by a copy of the add-in without a key, which can verify nothing", async () => {
    const { storage } = await openRefreshed();
    const { refresh } = openRefresh({ storage, options: { key: undefined } });
    await vi.waitFor(() => {
      expect(refresh.state.version).toBe(older.version);
    });
  });
});

test("a release that was signed stays, and is shown without waiting for the check", async () => {
  const { host, storage } = await openRefreshed();
  let asked = 0;
  const verify: typeof crypto.subtle.verify = (...given) => {
    asked++;
    return crypto.subtle.verify(...given);
  };
  const subtle = {
    verify,
    digest: crypto.subtle.digest.bind(crypto.subtle),
    importKey: crypto.subtle.importKey.bind(crypto.subtle),
  } as SubtleCrypto;
  const { refresh, show } = openRefresh({ storage, home: host.home, environment: { subtle } });
  expect(show.mock.calls[0]?.[0].version).toBe("2026-11-22");
  await vi.waitFor(() => {
    expect(asked).toBe(1);
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(refresh.state).toMatchObject({ version: "2026-11-22", sentences: [] });
});

test("a server that leads to a planted text is refused as before", async () => {
  const { home } = await startHost({ "/data/latest.json": json(signRelease(forged, stranger.privateKey)) });
  await expect(openRefresh({ home }).refresh.check()).rejects.toThrow(/not signed by the publisher/);
});
