// What goes wrong on the way, tried against a real server: everything is as before, and the sentence says what to do.
import { describe, expect, test } from "vitest";
import { RefreshError, type Fault } from "../../src/refresh/faults";
import type { Refresh } from "../../src/refresh/refresh";
import {
  FakeClock,
  json,
  latestOf,
  newest,
  offering,
  openRefresh,
  startHost,
  status,
  type Answers,
  type Setup,
} from "./support";

const RECORD = `/data/record-${newest.packed.version}.json`;

const faultOf = async (work: Promise<unknown>): Promise<RefreshError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RefreshError)) throw new Error(`Not refused as it should be: ${String(error)}`);
  return error;
};

const update = async (refresh: Refresh, signal?: AbortSignal): Promise<void> => {
  refresh.apply(await refresh.fetch(await refresh.check(signal), { signal }));
};

/** Tries an update, and that it left storage, cells and state as they were. */
const tryUpdate = async (setup: Setup, signal?: AbortSignal) => {
  const { refresh, storage, show, clock } = openRefresh(setup);
  const [state, address] = [refresh.state, refresh.address];
  const error = await faultOf(update(refresh, signal));
  expect(show).not.toHaveBeenCalled();
  expect(refresh.state).toBe(state);
  expect(refresh.address).toBe(address);
  expect([...storage.texts.keys()].filter((name) => !name.endsWith("/seen"))).toEqual([]);
  return { error, clock };
};

const says = (error: RefreshError, fault: Fault, what: RegExp): void => {
  expect(error.fault).toBe(fault);
  expect(error.message).toMatch(what);
};

const expectFault = async (answers: Answers, fault: Fault, what: RegExp) => {
  const host = await startHost({ ...offering(), ...answers });
  const tried = await tryUpdate({ home: host.home });
  says(tried.error, fault, what);
  return { ...tried, host };
};

describe("before anything is answered", () => {
  test("offline is said without a request", async () => {
    const host = await startHost(offering());
    const { error } = await tryUpdate({ home: host.home, environment: { isOnline: () => false } });
    says(error, "offline", /offline. Connect it, then check again/);
    expect(host.requests).toEqual([]);
  });

  test("a name that no DNS knows is tried three times", async () => {
    const { error, clock } = await tryUpdate({ home: "https://no-such-host.invalid/" });
    says(error, "unreachable", /^no-such-host.invalid cannot be reached. Check the address/);
    expect(clock.pauses).toEqual([1000, 4000]);
  });

  test("a closed port cannot be reached", async () => {
    const { error } = await tryUpdate({ home: "http://127.0.0.1:1/" });
    says(error, "unreachable", /cannot be reached/);
  });

  test.each(["ftp://example.com/latest.json", "http://example.com/latest.json", "latest.json", "javascript:1"])(
    "%s is no address to set",
    (address) => {
      const { refresh } = openRefresh();
      expect(() => {
        refresh.setAddress(address);
      }).toThrow(/begins with https:\/\//);
      expect(refresh.address).toBeUndefined();
    },
  );

  test("30 seconds of silence end it after 15, and the server is not asked again", async () => {
    const clock = new FakeClock();
    const host = await startHost({
      "/data/latest.json": () => {
        setImmediate(() => {
          clock.passSilence();
        });
      },
    });
    const { error } = await tryUpdate({ home: host.home, clock });
    says(error, "silent", /sent nothing for 15 seconds. Try again later/);
    expect(host.requests).toHaveLength(1);
  });

  test("silence in the middle of the file ends it too", async () => {
    const clock = new FakeClock();
    const host = await startHost({
      ...offering(),
      [RECORD]: (_, response) => {
        response.writeHead(200);
        response.write(newest.json.slice(0, 1000));
        setTimeout(() => {
          clock.passSilence();
        }, 50);
      },
    });
    says((await tryUpdate({ home: host.home, clock })).error, "silent", /sent nothing/);
  });

  test("the user can cancel before, in the middle, and in the pause between two tries", async () => {
    const before = new AbortController();
    before.abort();
    says((await tryUpdate({ home: "https://addin.example/" }, before.signal)).error, "cancelled", /^Cancelled/);

    const middle = new AbortController();
    const host = await startHost({
      ...offering(),
      [RECORD]: (_, response) => {
        response.write(newest.json.slice(0, 1000));
        setImmediate(() => {
          middle.abort();
        });
      },
    });
    says((await tryUpdate({ home: host.home }, middle.signal)).error, "cancelled", /^Cancelled/);

    const pause = new AbortController();
    const after = (milliseconds: number): (() => void) => {
      if (milliseconds === 1000) pause.abort();
      return () => undefined;
    };
    const setup = { home: "http://127.0.0.1:1/", environment: { after } };
    says((await tryUpdate(setup, pause.signal)).error, "cancelled", /^Cancelled/);
  });
});

describe("when the server answers with", () => {
  test("404, the address is to be checked, and nothing is repeated", async () => {
    const { host } = await expectFault(
      { "/data/latest.json": status(404) },
      "missing",
      /status 404\). Check the address/,
    );
    expect(host.requests).toHaveLength(1);
  });

  test("404 for the file, the address is to be checked", async () => {
    await expectFault({ [RECORD]: status(404) }, "missing", /record-.*status 404/);
  });

  test("403, the right to read is to be checked", async () => {
    await expectFault({ "/data/latest.json": status(403) }, "refused", /status 403/);
  });

  test("500, it is asked twice more after growing pauses", async () => {
    const { clock, host } = await expectFault(
      { [RECORD]: status(500) },
      "server-error",
      /status 500\). Try again later/,
    );
    expect(clock.pauses).toEqual([1000, 4000]);
    expect(host.requests.filter((path) => path === RECORD)).toHaveLength(3);
  });

  test("500 once, the update still comes", async () => {
    let asked = 0;
    const host = await startHost({
      ...offering(),
      [RECORD]: (request, response) => {
        (++asked === 1 ? status(500) : json(newest.json))(request, response);
      },
    });
    const { refresh } = openRefresh({ home: host.home });
    await update(refresh);
    expect(refresh.state.version).toBe("2026-11-22");
  });

  test("a file that is cut in the middle, it is fetched twice more", async () => {
    const cut: Answers = {
      [RECORD]: (_, response) => {
        response.writeHead(200, { "Content-Length": newest.json.length });
        response.write(newest.json.slice(0, 100_000), () => {
          setTimeout(() => response.destroy(), 20);
        });
      },
    };
    const { host } = await expectFault(cut, "cut", /broke off after \d+ kB. Try again/);
    expect(host.requests.filter((path) => path === RECORD)).toHaveLength(3);
  });

  test("a web page by its type or by its text, it says that this is no data", async () => {
    const page = "<!doctype html><title>Sign in</title>";
    const typed = { "Content-Type": "text/html; charset=utf-8" };
    await expectFault({ "/data/latest.json": json(page, typed) }, "html", /web page instead of data/);
    await expectFault({ "/data/latest.json": json(page) }, "html", /sign-in page, or a wrong address/);
    await expectFault({ [RECORD]: json(page, typed) }, "html", /web page instead of data/);
  });

  test("something that is not JSON, or JSON of something else, the address is to be checked", async () => {
    await expectFault({ "/data/latest.json": json("version: 2026") }, "not-json", /is not JSON. Check the address/);
    await expectFault({ "/data/latest.json": json([]) }, "not-latest", /does not describe a release/);
    await expectFault(
      { "/data/latest.json": json({ ...latestOf(), file: "../../elsewhere.json" }) },
      "not-latest",
      /points to a latest.json/,
    );
  });

  test("a redirect to http, nothing is used", async () => {
    const other = await startHost(offering());
    // Not one of the names of this machine that http is allowed for, and still this machine.
    const insecure = `${other.home.replace("127.0.0.1", "0.0.0.0")}data/latest.json`;
    await expectFault({ "/data/latest.json": status(302, { Location: insecure }) }, "insecure", /not https/);
  });

  test("50 MB, it stops at the limit whether or not the size is announced", async () => {
    let sent = 0;
    const endless: Answers = {
      [RECORD]: (_, response) => {
        const part = Buffer.alloc(100_000, " ");
        const send = (): void => {
          sent += part.length;
          if (sent < 50_000_000 && !response.destroyed) response.write(part, send);
        };
        send();
      },
    };
    await expectFault(endless, "too-large", /exceeds the \d+ kB limit/);
    expect(sent).toBeLessThan(20_000_000);
    const announced = json("", { "Content-Length": "50000000" });
    await expectFault({ "/data/latest.json": json(" ".repeat(70_000)) }, "too-large", /64 kB/);
    await expectFault({ "/data/latest.json": status(200, { "Content-Length": "50000000" }) }, "too-large", /64 kB/);
    await expectFault({ [RECORD]: announced }, "too-large", /the rest was not read/);
    await expectFault({ "/data/latest.json": json(latestOf(newest, { bytes: 60_000_000 })) }, "too-large", /50,000 kB/);
  });
});

test("a second check while one is under way is refused, and the first goes on", async () => {
  const { home } = await startHost(offering());
  const { refresh } = openRefresh({ home });
  const first = refresh.check();
  says(await faultOf(refresh.check()), "busy", /already under way. Wait for it or cancel it/);
  expect((await first).isNewer).toBe(true);
});
