// A second release of one day: newer than the first for everyone who compares, and the first stays readable.
import { expect, test } from "vitest";
import { MinerRecord } from "../../src/data/record";
import {
  built,
  json,
  latestOf,
  newest,
  newestTables,
  offering,
  openRefresh,
  openRefreshed,
  startHost,
  type Answers,
} from "./support";

const second = built({ ...newestTables, version: "2026-11-22.2" });
const tenth = built({ ...newestTables, version: "2026-11-22.10" });
const serving = (release: typeof second): Answers => ({
  "/data/latest.json": json(latestOf(release)),
  [`/data/record-${release.packed.version}.json`]: json(release.json),
});

test("reaches a pane that has the first, by the bundle or by an update, and Undo leads back", async () => {
  const { home } = await startHost(serving(second));
  const bundled = openRefresh({ home, options: { bundled: MinerRecord.unpack(newest.packed) } });
  expect(await bundled.refresh.check()).toMatchObject({ isNewer: true, latest: { version: "2026-11-22.2" } });

  const { refresh, storage, host } = await openRefreshed();
  Object.assign(host.answers, serving(second));
  refresh.apply(await refresh.fetch(await refresh.check()));
  expect(refresh.state).toMatchObject({ version: "2026-11-22.2", before: "2026-11-22" });
  expect(openRefresh({ storage }).refresh.state.version).toBe("2026-11-22.2");
  refresh.undo();
  expect(refresh.state).toMatchObject({ version: "2026-11-22", before: "2026-11-22.2" });
});

test("is followed by the tenth, which comes after the second though its text does not", async () => {
  const { home } = await startHost(serving(tenth));
  const { refresh } = openRefresh({ home, options: { bundled: MinerRecord.unpack(second.packed) } });
  expect((await refresh.check()).isNewer).toBe(true);
});

test("is not undone by a server that still offers the first", async () => {
  const { home } = await startHost(offering());
  const { refresh } = openRefresh({ home, options: { bundled: MinerRecord.unpack(second.packed) } });
  await expect(refresh.check()).rejects.toThrow(/2026-11-22, older than yours of 2026-11-22\.2/);
});

test("in the bundle overtakes the first that was brought in", async () => {
  const { storage } = await openRefreshed();
  const { refresh } = openRefresh({ storage, options: { bundled: MinerRecord.unpack(second.packed) } });
  expect(refresh.state).toMatchObject({ version: "2026-11-22.2", isBundled: true, before: "2026-11-22" });
});

test("answers by its day: own rows up to that day fit it, and it passes the record's own checks", async () => {
  const { home } = await startHost(serving(second));
  const { refresh } = openRefresh({ home });
  const candidate = await refresh.fetch(await refresh.check());
  expect(candidate.release.version).toBe("2026-11-22.2");
});
