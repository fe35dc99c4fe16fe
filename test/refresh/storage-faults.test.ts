// A browser that keeps nothing, too little or something else: the bundled record is there, and what can be kept is kept.
import { describe, expect, test, vi } from "vitest";
import { MinerRecord } from "../../src/data/record";
import { readCsv } from "../../src/refresh/own-rows/csv";
import { shrunk } from "../../src/refresh/store/compression";
import type { Refresh } from "../../src/refresh/refresh";
import {
  FakeStorage,
  json,
  latestOf,
  newest,
  older,
  offering,
  openRefresh,
  openRefreshed,
  startHost,
  announcing,
} from "./support";

const OWN = "ticker,metric,period_end,value\nMARA,holdings_btc,2026-08-31,1\n";

const withOwnRow = (storage: FakeStorage): void => {
  const { refresh } = openRefresh({ storage });
  expect(refresh.addOwnRows(refresh.previewOwnRows(readCsv(OWN)))).toBe(true);
};

const candidateFor = async (storage: FakeStorage) => {
  const { home } = await startHost(offering());
  const window = openRefresh({ home, storage });
  return { ...window, candidate: await window.refresh.fetch(await window.refresh.check()) };
};

/** What the newest record takes in storage, where it is compressed. */
const STORED_CHARACTERS = shrunk(newest.json).length;
/** Spaces and line breaks, which JSON allows at the end, in an order that repeats nowhere. */
const INCOMPRESSIBLE = Array.from(
  { length: 20_000 },
  (_, at) => " \n\t\r"[(Math.imul(at, at * 40_503 + 7) >>> 9) % 4],
).join("");

const usedIn = ({ texts }: FakeStorage): number =>
  [...texts].reduce((sum, [name, text]) => sum + name.length + text.length, 0);

/** The newest record once more, as if it had come as a later release. */
const applyVersion = (refresh: Refresh, version: string, stamp: number, padding = ""): void => {
  const packed = { ...newest.packed, version };
  const release = { version, record: older, text: JSON.stringify(packed) + padding };
  refresh.apply({ release, signed: announcing(release.text, version), stamp });
};

describe("a full storage", () => {
  test("refuses the update with what to do, and keeps record, own rows and storage as they were", async () => {
    const storage = new FakeStorage();
    withOwnRow(storage);
    storage.quota = STORED_CHARACTERS;
    const { refresh, candidate, show } = await candidateFor(storage);
    const [texts, state, shown] = [new Map(storage.texts), refresh.state, show.mock.calls.length];
    expect(() => {
      refresh.apply(candidate);
    }).toThrow(/This browser has no room left for the data. Remove own rows/);
    expect(storage.texts).toEqual(texts);
    expect(refresh.state).toBe(state);
    expect(show).toHaveBeenCalledTimes(shown);
  });

  test("that has no room for a third even so gives the one behind Undo its place back", async () => {
    const { storage, refresh } = await openRefreshed();
    applyVersion(refresh, "2026-12-01", 1);
    storage.quota = usedIn(storage) + 100;
    expect(() => {
      applyVersion(refresh, "2026-12-08", 2, INCOMPRESSIBLE);
    }).toThrow(/no room left/);
    expect(refresh.state).toMatchObject({ version: "2026-12-01", before: "2026-11-22" });
    refresh.undo();
    expect(refresh.state.version).toBe("2026-11-22");
  });

  test("that has room for the record but not for the note of it forgets the record again", async () => {
    const storage = new FakeStorage();
    const { refresh, candidate } = await candidateFor(storage);
    const texts = new Map(storage.texts);
    storage.quota = usedIn(storage) + STORED_CHARACTERS + 100;
    expect(() => {
      refresh.apply(candidate);
    }).toThrow(/no room left/);
    expect(storage.texts).toEqual(texts);
  });

  test("refuses own rows likewise", () => {
    const storage = new FakeStorage();
    const { refresh } = openRefresh({ storage });
    storage.quota = 10;
    expect(() => refresh.addOwnRows(refresh.previewOwnRows(readCsv(OWN)))).toThrow(/no room left/);
    expect(refresh.state.own.total).toBe(0);
  });

  test("with room for two records takes a third by giving up the one that Undo would drop anyway", async () => {
    const { storage, refresh } = await openRefreshed();
    applyVersion(refresh, "2026-12-01", 1);
    storage.quota = usedIn(storage) + 200;
    applyVersion(refresh, "2026-12-08", 2);
    expect(refresh.state).toMatchObject({ version: "2026-12-08", before: "2026-12-01" });
    refresh.undo();
    expect(refresh.state.version).toBe("2026-12-01");
  });
});

describe("a blocked storage", () => {
  const blocked = (): Storage => {
    throw new DOMException("denied", "SecurityError");
  };

  test("lets an update and own rows last for the session, and says so", async () => {
    const { home } = await startHost(offering());
    const { refresh } = openRefresh({ home, environment: { storage: blocked } });
    expect(refresh.state.sentences).toEqual([expect.stringMatching(/last until Excel closes. Allow site data/)]);
    refresh.apply(await refresh.fetch(await refresh.check()));
    expect(refresh.state).toMatchObject({ version: "2026-11-22", lasts: false });
    refresh.undo();
    expect(refresh.state.record).toBe(older);
  });

  test("that only refuses writing counts as blocked", () => {
    const storage = new FakeStorage();
    vi.spyOn(storage, "setItem").mockImplementation(blocked);
    expect(openRefresh({ storage }).refresh.state.lasts).toBe(false);
  });
});

describe("a damaged storage", () => {
  const damaged = async (damage: (storage: FakeStorage) => void) => {
    const { storage } = await openRefreshed();
    withOwnRow(storage);
    damage(storage);
    return openRefresh({ storage });
  };

  test.each<readonly [string, (storage: FakeStorage) => void]>([
    [
      "one letter of the compressed record is another",
      (s) => {
        s.setItem(s.find("record"), swapLetter(s.getItem(s.find("record"))));
      },
    ],
    [
      "the record was never compressed and one digit of it is another",
      (s) => {
        s.texts.set(
          s.find("record"),
          newest.json.replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10)),
        );
      },
    ],
    [
      "the record is cut",
      (s) => {
        s.setItem(s.find("record"), (s.getItem(s.find("record")) ?? "").slice(0, 5000));
      },
    ],
    [
      "the record is gone",
      (s) => {
        s.removeItem(s.find("record"));
      },
    ],
  ])("where %s leads back to the bundled record with a sentence, own rows stay", async (_, damage) => {
    const { refresh } = await damaged(damage);
    expect(refresh.state).toMatchObject({ version: "2026-08-31", isBundled: true, before: undefined });
    expect(refresh.state.sentences[0]).toMatch(/data of 2026-11-22 .* is damaged.*check for updates to get it again/);
    expect(refresh.state.own.rows).toHaveLength(1);
  });

  test.each(["", "[1,2", "null", '"text"', '{"format":99}', '{"format":1,"stamp":1,"release":{"version":5}}'])(
    "where the state reads %j leads back to the bundled record, and an update mends it",
    async (state) => {
      const { refresh, storage } = await damaged((s) => s.texts.set(s.find("state"), state));
      expect(refresh.state).toMatchObject({ version: "2026-08-31", isBundled: true });
      expect(refresh.state.sentences[0]).toMatch(/This add-in cannot read/);
      expect(refresh.state.own.rows).toHaveLength(1);
      const again = await candidateFor(storage);
      again.refresh.apply(again.candidate);
      expect(openRefresh({ storage }).refresh.state).toMatchObject({ version: "2026-11-22", sentences: [] });
    },
  );

  test("where the release in use is damaged but the one before is whole and newer than the bundle uses that one", async () => {
    const { storage, refresh } = await openRefreshed();
    applyVersion(refresh, "2026-12-01", 1);
    storage.removeItem(storage.find("record-2026-12-01"));
    const { state } = openRefresh({ storage }).refresh;
    expect(state).toMatchObject({ version: "2026-11-22", isBundled: false });
    expect(state.sentences[0]).toMatch(/The data of 2026-11-22 is used/);
    const mended = openRefresh({ storage }).refresh;
    applyVersion(mended, "2026-12-08", 2);
    expect(mended.state).toMatchObject({ version: "2026-12-08", before: "2026-11-22" });
  });

  test("where own rows are something else keeps their text for export, also when rows are added", async () => {
    const foreign = '{"another":"add-in"}';
    const { refresh, storage } = await damaged((s) => s.texts.set(s.find("own"), foreign));
    expect(refresh.state.own.rows).toHaveLength(0);
    expect(refresh.state.sentences).toEqual([]);
    expect(refresh.state.own.sentences).toEqual([
      expect.stringMatching(/own rows could not be read. Their text is kept/),
    ]);
    expect(refresh.unreadableOwnText).toBe(foreign);
    refresh.addOwnRows(refresh.previewOwnRows(readCsv(OWN)));
    expect(refresh.state.own.rows).toHaveLength(1);
    const later = openRefresh({ storage }).refresh;
    expect(later.unreadableOwnText).toBe(foreign);
    later.discardUnreadableOwnText();
    expect(later.unreadableOwnText).toBeUndefined();
    expect(later.state.own.rows).toHaveLength(1);
  });

  test("where own rows are something else is rid of them when they are discarded before any are added", async () => {
    const { refresh, storage } = await damaged((s) => s.texts.set(s.find("own"), "[damaged"));
    refresh.discardUnreadableOwnText();
    expect(refresh.state.own.sentences).toEqual([]);
    expect(storage.find("own")).toBe("");
  });

  test("where the version behind Undo is gone offers no Undo", async () => {
    const { storage, refresh } = await openRefreshed();
    applyVersion(refresh, "2026-12-01", 1);
    storage.removeItem(storage.find("record-2026-11-22"));
    expect(openRefresh({ storage }).refresh.state).toMatchObject({ version: "2026-12-01", before: undefined });
  });

  test("of the last answer does not spoil the next check for good", async () => {
    const host = await startHost(offering());
    host.answers["/data/latest.json"] = (request, response) => {
      if (request.headers["if-none-match"] === '"one"') response.writeHead(304).end();
      else json(latestOf(), { ETag: '"one"' })(request, response);
    };
    const { refresh, storage } = openRefresh({ home: host.home });
    await refresh.check();
    const name = storage.find("seen");
    storage.setItem(name, (storage.getItem(name) ?? "").replace("2026-11-22", "2026-11-23"));
    await expect(refresh.check()).rejects.toThrow(/not signed/);
    expect((await refresh.check()).latest.version).toBe("2026-11-22");
  });

  test("in which the pane was closed half-way through an update has nothing of it, and is tidied by the next", async () => {
    const storage = new FakeStorage();
    storage.setItem("office-miner-overhang/record-2026-11-01-7", newest.json);
    expect(openRefresh({ storage }).refresh.state).toMatchObject({ isBundled: true, sentences: [] });
    await openRefreshed({ storage });
    expect([...storage.texts.keys()].filter((name) => name.includes("record-"))).toHaveLength(1);
  });

  test("of another add-in on the same origin is not touched", async () => {
    const storage = new FakeStorage();
    storage.setItem("office-record-2026-01-01", "theirs");
    await openRefreshed({ storage });
    expect(storage.getItem("office-record-2026-01-01")).toBe("theirs");
    expect([...storage.texts.keys()].filter((name) => !name.startsWith("office-miner-overhang/"))).toHaveLength(1);
  });
});

test("of two windows that looked at the same update, the second to apply is asked to look again, at what is there now", async () => {
  const storage = new FakeStorage();
  const [one, two] = [await candidateFor(storage), await candidateFor(storage)];
  one.refresh.apply(one.candidate);
  expect(() => {
    two.refresh.apply(two.candidate);
  }).toThrow(/Another window has changed the data in the meantime. Check what is in use now/);
  expect(two.refresh.state).toMatchObject({ version: "2026-11-22", before: "2026-08-31" });
});

test("a record that another window tidies away before the state names it is written again", async () => {
  const storage = new FakeStorage();
  const { refresh, candidate } = await candidateFor(storage);
  const write = storage.setItem.bind(storage);
  vi.spyOn(storage, "setItem").mockImplementation((name, text) => {
    if (name.endsWith("/state")) storage.removeItem(storage.find("record"));
    write(name, text);
  });
  refresh.apply(candidate);
  expect(openRefresh({ storage }).refresh.state).toMatchObject({ version: "2026-11-22", sentences: [] });
});

test("own rows that two windows add are both kept", () => {
  const storage = new FakeStorage();
  const [one, two] = [openRefresh({ storage }).refresh, openRefresh({ storage }).refresh];
  one.addOwnRows(one.previewOwnRows(readCsv(OWN)));
  two.addOwnRows(two.previewOwnRows(readCsv(OWN.replace("MARA", "RIOT"))));
  expect(openRefresh({ storage }).refresh.state.own.rows.map((row) => row.cells["ticker"])).toEqual(["MARA", "RIOT"]);
});

test("there is nothing to undo in a fresh browser", () => {
  const { refresh } = openRefresh({ options: { bundled: MinerRecord.unpack(newest.packed) } });
  expect(() => {
    refresh.undo();
  }).toThrow(/no earlier version/);
});

const swapLetter = (text: string | null): string => {
  const at = Math.floor((text ?? "").length / 2);
  return `${text?.slice(0, at) ?? ""}${text?.[at] === "a" ? "b" : "a"}${text?.slice(at + 1) ?? ""}`;
};
