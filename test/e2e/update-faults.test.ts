// What goes wrong while newer data are looked for and takes a browser to happen: its own word of being offline, its streams,
// its redirects, its WebCrypto. A sentence says what to do, nothing is changed, and the same button works once the fault is
// gone. What a server may answer is tried against the engine itself (test/refresh/network-faults and release-faults).
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExcelInChromium, Site } from "../host/chromium";
import { startFaultServer, type FaultServer } from "./fault-server";
import { BUNDLED, latest, newer, openNewerSite, press } from "./newer-site";
import { openStanding, standing, uncaught } from "./pane-standing";

const LATEST = "**/data/latest.json";
const FILE = "**/data/record-*.json";

let site: Site;
let faults: FaultServer;
let excel: ExcelInChromium;
beforeAll(async () => {
  site = await openNewerSite();
  faults = await startFaultServer(newer.json);
  // The page's clock can be moved on: nobody waits for a silence, nor between two tries.
  excel = await openStanding(site, { prepare: (page) => page.clock.install() });
});
afterAll(async () => {
  await excel.close();
  await site.close();
  faults.close();
});

interface Fault {
  readonly name: string;
  readonly says: RegExp;
  /** Brings it about. */
  readonly bring: (page: Page) => Promise<unknown>;
  /** What else than the routes has to be put right. */
  readonly mend?: (page: Page) => Promise<unknown>;
  /** The sentence comes after a silence, or after pauses between tries. */
  readonly waits?: true;
  readonly afterwards?: () => void;
}

const answer = (what: Parameters<Route["fulfill"]>[0], where = LATEST): Fault["bring"] => {
  return (page) => page.route(where, (route) => route.fulfill(what));
};
const fromServer = (path: string, where = FILE): Fault["bring"] => {
  return (page) => page.route(where, (route) => route.continue({ url: faults.url + path }));
};
const { signature } = latest;
const FAULTS: readonly Fault[] = [
  {
    name: "no network",
    says: /This computer is offline\. Connect it, then check again\./,
    bring: (page) => page.context().setOffline(true),
    mend: (page) => page.context().setOffline(false),
  },
  {
    name: "a connection that is cut",
    says: /broke off after \d+ kB\. Try again/,
    waits: true,
    bring: fromServer("/cut"),
  },
  {
    name: "a wrong signature",
    says: /not signed by the publisher.*tell the publisher/,
    bring: answer({ json: { ...latest, signature: signature?.replace(/^...../, "AAAAA") } }),
  },
  {
    name: "50 MB for the file",
    says: /exceeds the [\d,]+ kB limit/,
    afterwards: () => {
      expect(faults.flooded()).toBeLessThan(25_000_000);
    },
    bring: fromServer("/flood"),
  },
  {
    name: "a redirect to http",
    says: /redirects to an address that cannot be read.*not https.*Nothing was read\. Ask whoever runs the server/,
    bring: fromServer("/redirect", LATEST),
  },
];

describe("looking for newer data", () => {
  const named = FAULTS.map((fault) => [fault.name, fault] as const);

  it.each(named)("meets %s with a sentence, changes nothing, and succeeds once it is gone", async (_, fault) => {
    const { page, complaints } = excel;
    await fault.bring(page);
    const before = await standing(excel);
    expect(before.answer).toBe(BUNDLED);
    await press(page, "Check for updates");
    const outcome = page.locator(".work .outcome[data-tone=error]");
    const said = async (): Promise<string> => {
      if (fault.waits) await page.clock.fastForward(1500);
      return (await outcome.allTextContents()).join();
    };
    await expect.poll(said, { timeout: 20_000, interval: 100 }).toMatch(fault.says);
    expect(await page.getByRole("status").last().textContent()).toMatch(fault.says);
    expect(await standing(excel)).toEqual(before);
    fault.afterwards?.();

    await page.unrouteAll();
    await fault.mend?.(page);
    await press(page, "Check for updates");
    await page.getByText("53,822 → 54,321").waitFor();
    await press(page, "Not now");
    expect(uncaught(complaints)).toEqual([]);
  });
});
