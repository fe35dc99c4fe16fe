// Everything that can go wrong while newer data are looked for, as a user of the built pane meets it: a sentence that says
// what to do, nothing changed, no error in the page, and the same button works once the fault is gone.
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newestTables } from "../refresh/support";
import type { ExcelInChromium, Site } from "../host/chromium";
import { startFaultServer, type FaultServer } from "./fault-server";
import { BUNDLED, latest, newer, newerWith, openNewerSite, press, signed } from "./newer-site";
import { openStanding, standing, uncaught } from "./pane-standing";

const LATEST = "**/data/latest.json";
const FILE = "**/data/record-*.json";
const OTHER = "https://data.example/latest.json";

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
const useAddress = async (page: Page, address: string): Promise<void> => {
  const field = page.getByLabel("Address of another latest.json");
  if (!(await field.isVisible())) await page.getByText("Where updates come from").click();
  await field.fill(address);
  await press(page, address === "" ? "Use the add-in’s own" : "Use this address");
};

const { signature, ...unsigned } = latest;
const older = signed(newerWith({ version: "2026-01-31" }));
const [first, ...rest] = newestTables.reports;
if (!first) throw new Error("The record has no reports.");
const unsound = newerWith({ reports: [{ ...first, value: -5 }, ...rest] });

const FAULTS: readonly Fault[] = [
  {
    name: "no network",
    says: /This computer is offline\. Connect it, then check again\./,
    bring: (page) => page.context().setOffline(true),
    mend: (page) => page.context().setOffline(false),
  },
  {
    name: "a name that no DNS knows",
    says: /data\.example cannot be reached\. Check the address and your connection/,
    waits: true,
    bring: async (page) => {
      await useAddress(page, OTHER);
      await page.route(OTHER, (route) => route.abort("namenotresolved"));
    },
    mend: (page) => useAddress(page, ""),
  },
  {
    name: "status 404",
    says: /There is nothing at .*latest\.json \(status 404\)\. Check/,
    bring: answer({ status: 404 }),
  },
  {
    name: "status 404 for the file",
    says: /nothing at .*record-.*\(status 404\)/,
    bring: answer({ status: 404 }, FILE),
  },
  {
    name: "status 500",
    says: /trouble of its own \(status 500\)\. Try again later/,
    waits: true,
    bring: answer({ status: 500 }),
  },
  {
    name: "a silence",
    says: /sent nothing for 15 seconds\. Try again later/,
    waits: true,
    bring: (page) => page.route(LATEST, () => undefined),
  },
  {
    name: "a connection that is cut",
    says: /broke off after \d+ kB\. Try again/,
    waits: true,
    bring: fromServer("/cut"),
  },
  {
    name: "one digit changed on the way",
    says: /SHA-256 differs\. Try again/,
    bring: answer({ body: newer.json.replace(/(\d)(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)) }, FILE),
  },
  {
    name: "a file shorter than announced",
    says: /bytes where [\d,]+ were announced\. Try again/,
    bring: answer({ body: newer.json.slice(0, -1) }, FILE),
  },
  {
    name: "a wrong signature",
    says: /not signed by the publisher.*tell the publisher/,
    bring: answer({ json: { ...latest, signature: signature?.replace(/^...../, "AAAAA") } }),
  },
  { name: "no signature", says: /not signed by the publisher.*tell the publisher/, bring: answer({ json: unsigned }) },
  {
    name: "a format of the future",
    says: /format 99; this add-in reads format \d+\. Update the add-in/,
    bring: answer({ json: { ...latest, schema: 99 } }),
  },
  {
    name: "an older version",
    says: /data of 2026-01-31, older than yours of 2026-11-22\. To go back, use Undo/,
    bring: answer({ json: older }),
  },
  {
    name: "a release that fails the record's own checks",
    says: /does not pass the record's own checks.*cannot be negative.*tell the publisher/,
    bring: async (page) => {
      await answer({ json: signed(unsound) })(page);
      await answer({ body: unsound.json }, FILE)(page);
    },
  },
  {
    name: "50 MB where half a kilobyte belongs",
    says: /larger than the 64 kB it may have.*Report it/,
    bring: fromServer("/flood", LATEST),
  },
  {
    name: "50 MB for the file",
    says: /larger than the [\d,]+ kB it may have/,
    afterwards: () => {
      expect(faults.flooded()).toBeLessThan(25_000_000);
    },
    bring: fromServer("/flood"),
  },
  {
    name: "no JSON",
    says: /is not JSON\. Check the address/,
    bring: answer({ body: "nothing", contentType: "text/plain" }),
  },
  {
    name: "a sign-in page",
    says: /answered with a web page instead of data.*Open it in a browser/,
    bring: answer({ body: "<!doctype html><title>Sign in</title>", contentType: "text/html" }),
  },
  {
    name: "a redirect to http",
    says: /leads on to an address that must not be read.*not https.*Nothing was read\. Ask whoever runs the server/,
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
