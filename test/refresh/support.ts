// A server, a browser's storage and a clock of our own, and an older record beside the real one to refresh from.
import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";
import type { BuiltRecord } from "../../src/build/bundle/record";
import { signRelease } from "../../src/build/bundle/release";
import { packTables, unpackTables } from "../../src/data/pack";
import { MinerRecord } from "../../src/data/record";
import type { RecordTables } from "../../src/data/rows";
import { SILENCE_MS } from "../../src/refresh/fetch/download";
import type { Environment } from "../../src/refresh/environment";
import type { ReleaseKey } from "../../src/refresh/fetch/key";
import type { Latest } from "../../src/refresh/fetch/latest";
import { Refresh, type RefreshOptions } from "../../src/refresh/refresh";
import { createHash } from "node:crypto";
import { frozenBuilt } from "../frozen-record/frozen";

export const newest = frozenBuilt;
export const newestTables = unpackTables(newest.packed);

/** Any tables as the build would have packed them. */
export const built = (tables: RecordTables): BuiltRecord => {
  const packed = packTables(tables);
  const json = JSON.stringify(packed);
  const sha256 = createHash("sha256").update(json).digest("hex");
  return { packed, json, sha256, counts: MinerRecord.unpack(packed).counts };
};

const REVISED = 17;
/** The record as it might have been before: twenty reports short, one with another value, one that is gone now. */
export const olderTables: RecordTables = {
  ...newestTables,
  version: "2026-08-31",
  reports: newestTables.reports
    .slice(0, -20)
    .map((row, index) => (index === REVISED ? { ...row, value: row.value + 1 } : row)),
  facts: [
    ...newestTables.facts,
    ...newestTables.facts.slice(0, 1).map((row) => ({ ...row, periodEnd: row.periodEnd - 4000 })),
  ],
};
export const older = new MinerRecord(olderTables);

const keyPair = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
export const signing = keyPair();
export const stranger = keyPair();
export const key: ReleaseKey = { kind: "release", jwk: signing.publicKey.export({ format: "jwk" }) };

export const latestOf = (record: BuiltRecord = newest, change: Partial<Latest> = {}): Latest => ({
  ...signRelease(record, signing.privateKey, new Date("2026-11-22T12:00:00Z")),
  ...change,
});

/** The announcement of any text, whatever is in it. */
export const announcing = (text: string, version = newest.packed.version): Latest =>
  latestOf({
    ...newest,
    packed: { ...newest.packed, version },
    json: text,
    sha256: createHash("sha256").update(text).digest("hex"),
  });

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
export type Answers = Record<string, Answer>;

export const json =
  (value: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response
      .writeHead(200, { "Content-Type": "application/json", ...headers })
      .end(typeof value === "string" ? value : JSON.stringify(value));

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end();

/** Answers of a host that offers the newest record. */
export const offering = (latest: unknown = latestOf(), file = newest.json): Answers => ({
  "/data/latest.json": json(latest),
  [`/data/record-${newest.packed.version}.json`]: json(file),
});

export interface Host {
  readonly home: string;
  readonly requests: string[];
  readonly answers: Answers;
}

export const startHost = async (answers: Answers): Promise<Host> => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requests.push(path);
    (answers[path] ?? status(404))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { home: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests, answers };
};

/** localStorage of one browser; windows of it hear each other's writes. */
export class FakeStorage implements Storage {
  readonly texts = new Map<string, string>();
  readonly windows = new Set<(key: string | null) => void>();
  quota = Infinity;
  [name: string]: unknown;

  get length(): number {
    return this.texts.size;
  }
  clear(): void {
    this.texts.clear();
  }
  key(index: number): string | null {
    return [...this.texts.keys()][index] ?? null;
  }
  getItem(name: string): string | null {
    return this.texts.get(name) ?? null;
  }
  removeItem(name: string): void {
    this.texts.delete(name);
  }
  setItem(name: string, text: string): void {
    const others = [...this.texts].filter(([other]) => other !== name);
    const used = others.reduce((sum, [other, kept]) => sum + other.length + kept.length, 0);
    if (used + name.length + text.length > this.quota) throw new DOMException("full", "QuotaExceededError");
    this.texts.set(name, text);
  }
  /** Name of the one entry that begins so after the add-in's prefix. */
  find(start: string): string {
    return [...this.texts.keys()].find((name) => name.includes(`miner-overhang/${start}`)) ?? "";
  }
}

/** A silence passes only when the test says so; pauses between tries pass at once and are written down. */
export class FakeClock {
  readonly pauses: number[] = [];
  private readonly silences = new Set<() => void>();
  now = Date.UTC(2026, 10, 22, 12);

  readonly after = (milliseconds: number, then: () => void): (() => void) => {
    if (milliseconds === SILENCE_MS) this.silences.add(then);
    else {
      this.pauses.push(milliseconds);
      setImmediate(then);
    }
    return () => this.silences.delete(then);
  };
  passSilence(): void {
    for (const then of [...this.silences]) then();
  }
}

export interface Setup {
  readonly home?: string;
  readonly storage?: FakeStorage;
  readonly clock?: FakeClock;
  readonly environment?: Partial<Environment>;
  readonly options?: Partial<RefreshOptions>;
}

export const openRefresh = ({
  home = "https://addin.example/",
  storage = new FakeStorage(),
  clock = new FakeClock(),
  environment = {},
  options = {},
}: Setup = {}) => {
  const show = vi.fn<(record: MinerRecord) => void>();
  const refresh = new Refresh({
    environment: {
      fetch: (address, init) => fetch(address, init),
      subtle: crypto.subtle,
      now: () => clock.now,
      after: clock.after,
      isOnline: () => true,
      storage: () => storage,
      onStorage: (listener) => {
        storage.windows.add(listener);
        return () => storage.windows.delete(listener);
      },
      partition: "office-",
      home,
      ...environment,
    },
    bundled: older,
    addin: "0.1.0",
    key,
    show,
    ...options,
  });
  return { refresh, storage, clock, show };
};

/** A window that has just applied the newest record. */
export const openRefreshed = async (setup: Setup = {}) => {
  const host = await startHost(offering());
  const window = openRefresh({ home: host.home, ...setup });
  window.refresh.apply(await window.refresh.fetch(await window.refresh.check()));
  return { ...window, host };
};
