// The built add-in in a real browser: dist served as a host would, Microsoft's address of office.js answered from the
// npm package, and (for the pane) the double of Excel's host behind it. Nothing else leaves the machine.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, ensureChromium } from "../../src/build/proof/chromium.mjs";
import { serve } from "../../src/build/host/serve.mjs";
import { ExcelDouble, type DoubleOptions } from "./double";
import { HOST_INFO, installSeams, seamOptions, type SeamOptions, type SeamWindow } from "./seams";

const DIST = join(import.meta.dirname, "../../dist");
const OFFICE_JS = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));
const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";

export interface Site {
  readonly browser: Browser;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder (dist unless said otherwise) on a free port and starts a browser: once for a file of tests. */
export const openSite = async (dir = DIST): Promise<Site> => {
  const served = await serve({ dir, port: 0 });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  return {
    browser,
    url: served.url,
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
};

export interface OpenPage {
  readonly page: Page;
  /** Uncaught errors, console errors, broken security policy, and requests to elsewhere (which are refused). */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  /** Opened beside this page, in the same profile: both share their storage. */
  readonly beside?: Page;
  /** What is done to the page before it goes anywhere. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const fence = async (context: BrowserContext, url: string, complaints: string[]): Promise<void> => {
  await context.route("**/*", async (route) => {
    const address = route.request().url();
    if (address.startsWith(OFFICE_CDN)) {
      await route.fulfill({ path: join(OFFICE_JS, new URL(address).pathname.slice("/lib/1/hosted/".length)) });
    } else if (address.startsWith(url) || /^(data|blob):/.test(address)) await route.continue();
    else {
      complaints.push(`A request to ${address}`);
      await route.abort();
    }
  });
};

/** A page of its own: new storage unless it is opened beside another, watched for complaints. Goes nowhere yet. */
export const newPage = async ({ browser, url }: Site, options: PageOptions = {}): Promise<OpenPage> => {
  const { beside, prepare, ...looks } = options;
  const context =
    beside?.context() ?? (await browser.newContext({ ...looks, locale: "en-US", timezoneId: "America/New_York" }));
  const complaints: string[] = [];
  await fence(context, url, complaints);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await prepare?.(page);
  return { page, complaints, close: () => (beside ? page.close() : context.close()) };
};

export interface ExcelInChromium extends OpenPage {
  readonly host: ExcelDouble;
}

export interface ExcelPageOptions extends DoubleOptions, PageOptions, Partial<Pick<SeamOptions, "settings" | "theme">> {
  readonly path?: string;
}

const inPage = (text: string): void => {
  (window as SeamWindow)._richApiNativeBridge?.onMessageFromHost?.(text);
};

/** A page as Excel shows the pane, 320 pixels wide, with the double behind it. Goes nowhere yet. */
export const newExcelPage = async (
  site: Site,
  options: Omit<ExcelPageOptions, "path"> = {},
): Promise<ExcelInChromium> => {
  const { viewport = { width: 320, height: 720 } } = options;
  const host = new ExcelDouble(options);
  const opened = await newPage(site, { ...options, viewport });
  const { page } = opened;
  await page.exposeBinding("tellExcelDouble", (_source, text: string) => {
    host.receive(text);
  });
  const seams = JSON.stringify({ ...seamOptions(host.sets, options), hostInfo: HOST_INFO });
  await page.addInitScript(`(${installSeams.toString()})(window, ${seams}, (text) => tellExcelDouble(text))`);
  host.deliver = (text) => {
    // The page may be gone by now; then nobody waits for the answer.
    page.evaluate(inPage, text).catch(() => undefined);
  };
  return { ...opened, host };
};

/** The pane as Excel shows it; resolves when Office is ready. */
export const openExcelPage = async (
  site: Site,
  { path = "taskpane.html", ...options }: ExcelPageOptions = {},
): Promise<ExcelInChromium> => {
  const excel = await newExcelPage(site, options);
  await excel.page.goto(`${site.url}/${path}`);
  await excel.page.evaluate(() => Office.onReady());
  return excel;
};
