// The way of an update that goes well: check, fetch, look, apply, undo, and what a later session finds.
import { describe, expect, test } from "vitest";
import { MinerRecord } from "../../src/data/record";
import {
  FakeStorage,
  json,
  latestOf,
  newest,
  offering,
  older,
  openRefresh,
  openRefreshed,
  startHost,
  announcing,
} from "./support";

describe("an update", () => {
  test("is found, fetched with progress in bytes, and changes nothing before it is applied", async () => {
    const { home } = await startHost(offering());
    const { refresh, show, storage } = openRefresh({ home });
    const checked = await refresh.check();
    expect(checked).toMatchObject({ isNewer: true, latest: { version: "2026-11-22" } });

    const progress: number[] = [];
    const candidate = await refresh.fetch(checked, { onProgress: (bytes) => progress.push(bytes) });
    expect(progress.at(-1)).toBe(checked.latest.bytes);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(candidate.comparison).toMatchObject({ from: "2026-08-31", to: "2026-11-22" });
    expect(show).not.toHaveBeenCalled();
    expect(refresh.state).toMatchObject({ version: "2026-08-31", isBundled: true, before: undefined });
    expect([...storage.texts.keys()].some((name) => name.includes("record-"))).toBe(false);
  });

  test("reaches the cells when it is applied, with every figure of the layer release", async () => {
    const { refresh, show } = await openRefreshed();
    const shown = show.mock.calls.at(-1)?.[0];
    expect(shown?.version).toBe("2026-11-22");
    expect(shown?.layer).toBe("release");
    expect(shown?.counts).toEqual(MinerRecord.unpack(newest.packed).counts);
    expect(refresh.state).toMatchObject({ isBundled: false, before: "2026-08-31" });
  });

  test("is there again, synchronously, when the pane opens the next day", async () => {
    const { storage } = await openRefreshed();
    const { refresh, show } = openRefresh({ storage });
    expect(show.mock.calls[0]?.[0].version).toBe("2026-11-22");
    expect(refresh.state.sentences).toEqual([]);
  });

  test("can be undone a week later, and the undo undone", async () => {
    const { storage } = await openRefreshed();
    const { refresh, show } = openRefresh({ storage });
    refresh.undo();
    expect(show.mock.calls.at(-1)?.[0]).toBe(older);
    expect(refresh.state).toMatchObject({ version: "2026-08-31", isBundled: true, before: "2026-11-22" });
    expect(openRefresh({ storage }).refresh.state.version).toBe("2026-08-31");
    refresh.undo();
    expect(refresh.state).toMatchObject({ version: "2026-11-22", before: "2026-08-31" });
  });

  test("that is not newer is told as such", async () => {
    const { home } = await startHost(offering());
    const bundled = MinerRecord.unpack(newest.packed);
    expect((await openRefresh({ home, options: { bundled } }).refresh.check()).isNewer).toBe(false);
  });

  test("comes from another address that the user sets, and the setting lasts", async () => {
    const { home } = await startHost(offering());
    const { refresh, storage } = openRefresh();
    refresh.setAddress(` ${home}data/latest.json `);
    expect((await refresh.check()).isNewer).toBe(true);
    expect(openRefresh({ storage }).refresh.address).toBe(`${home}data/latest.json`);
    refresh.setAddress("");
    expect(refresh.address).toBeUndefined();
  });

  test("asks with the ETag of the last answer and takes 'unchanged' for what it was", async () => {
    const host = await startHost(offering());
    const given: unknown[] = [];
    host.answers["/data/latest.json"] = (request, response) => {
      given.push(request.headers["if-none-match"]);
      if (request.headers["if-none-match"] === '"one"') response.writeHead(304).end();
      else json(latestOf(), { ETag: '"one"' })(request, response);
    };
    const { refresh } = openRefresh({ home: host.home });
    const first = await refresh.check();
    expect((await refresh.check()).latest).toEqual(first.latest);
    expect(given).toEqual([undefined, '"one"']);
  });
});

describe("an add-in that brings a newer record than the one kept", () => {
  const bundled = new MinerRecord({ ...older.tables, version: "2026-12-24" });

  test("uses its own, and Undo leads back to the one kept, for good", async () => {
    const { storage } = await openRefreshed();
    const { refresh } = openRefresh({ storage, options: { bundled } });
    expect(refresh.state).toMatchObject({ version: "2026-12-24", isBundled: true, before: "2026-11-22" });
    refresh.undo();
    expect(refresh.state.version).toBe("2026-11-22");
    const later = openRefresh({ storage, options: { bundled } }).refresh;
    expect(later.state).toMatchObject({ version: "2026-11-22", before: "2026-12-24" });
  });
});

describe("an add-in that brings the very record that was kept", () => {
  const bundled = MinerRecord.unpack(newest.packed);

  test("offers no Undo that would change nothing", async () => {
    const { storage } = await openRefreshed();
    const { refresh } = openRefresh({ storage, options: { bundled } });
    expect(refresh.state).toMatchObject({ version: "2026-11-22", isBundled: true, before: undefined });
  });

  test("leads back to the release before that one", async () => {
    const { storage, refresh: first } = await openRefreshed();
    const packed = { ...newest.packed, version: "2026-12-01" };
    const release = { version: "2026-12-01", record: older, text: JSON.stringify(packed) };
    first.apply({ release, signed: announcing(release.text, release.version), stamp: 1 });
    const { refresh } = openRefresh({ storage, options: { bundled: MinerRecord.unpack(packed) } });
    expect(refresh.state).toMatchObject({ version: "2026-12-01", isBundled: true, before: "2026-11-22" });
    refresh.undo();
    expect(refresh.state).toMatchObject({ version: "2026-11-22", before: "2026-12-01" });
  });
});

describe("two windows over one storage", () => {
  test("see each other's update", async () => {
    const storage = new FakeStorage();
    const other = openRefresh({ storage });
    await openRefreshed({ storage });
    for (const hear of storage.windows) hear(storage.find("state"));
    expect(other.show.mock.calls.at(-1)?.[0].version).toBe("2026-11-22");
    const shown = other.show.mock.calls.length;
    for (const hear of storage.windows) hear("another-add-in/state");
    expect(other.show).toHaveBeenCalledTimes(shown);
    other.refresh.close();
    expect(storage.windows.size).toBe(1);
  });
});
