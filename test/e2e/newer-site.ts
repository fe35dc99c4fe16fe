// The built add-in as its publisher would serve it a month later: a newer release of the record beside the same files.
// And the pane on it, in Excel, with one formula of ours in the sheet.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKey } from "../../src/build/bundle/keys";
import { signRelease } from "../../src/build/bundle/release";
import type { Page } from "playwright-core";
import { openExcelPage, openSite, type ExcelInChromium, type ExcelPageOptions, type Site } from "../host/chromium";
import { buildRecord, type BuiltRecord } from "../../src/build/bundle/record";
import { unpackTables } from "../../src/data/pack";
import type { RecordTables } from "../../src/data/rows";
import type { Latest } from "../../src/refresh/fetch/latest";
import { built } from "../refresh/support";

/** What dist was built with. */
const shippedTables = unpackTables(buildRecord().packed);
/** The day of the record that dist was built with, and as the pane writes it: "28 Nov 2026". */
export const SHIPPED = shippedTables.version;
const [YEAR, MONTH, DAY] = SHIPPED.slice(0, 10).split("-").map(Number);
export const SHIPPED_DAY = new Date(Date.UTC(YEAR ?? 0, (MONTH ?? 1) - 1, DAY)).toLocaleDateString("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const DIST = join(import.meta.dirname, "../../dist");

export const FORMULA = '=MINERHOLDINGS("MARA","2025-12-31")';
/** 53,822 BTC: MARA 10-Q of 2026-03-31, in assets/data/sources.csv. */
export const BUNDLED = 53822;
export const NEWER = "2026-12-22";
/** What the made-up release says of MARA's treasury at the end of 2025, where the record has 53,822 BTC. */
export const REVISED = 54321;

const isRevised = (row: (typeof shippedTables.reports)[number]): boolean =>
  row.ticker === "MARA" && row.metric === "holdings_btc" && row.value === 53822;

/** The newer release with these tables in place of its own. */
export const newerWith = (tables: Partial<RecordTables> = {}): BuiltRecord =>
  built({
    ...shippedTables,
    version: NEWER,
    reports: shippedTables.reports.map((row) => (isRevised(row) ? { ...row, value: REVISED } : row)),
    ...tables,
  });

export const newer = newerWith();

const { signing } = readKey();
if (!signing) throw new Error("The development key cannot sign.");

/** With the key that dist was built with: the development key of this machine. */
export const signed = (release: BuiltRecord): Latest => signRelease(release, signing);
export const latest = signed(newer);

export const openNewerSite = async (): Promise<Site> => {
  const folder = mkdtempSync(join(tmpdir(), "newer-release-"));
  cpSync(DIST, folder, { recursive: true, filter: (path) => !path.endsWith(".map") });
  writeFileSync(join(folder, "data/latest.json"), JSON.stringify(latest));
  writeFileSync(join(folder, "data", latest.file), newer.json);
  const site = await openSite(folder);
  return {
    ...site,
    close: async () => {
      await site.close();
      rmSync(folder, { recursive: true });
    },
  };
};

export const openNewerPane = async (site: Site, options: ExcelPageOptions = {}): Promise<ExcelInChromium> => {
  const excel = await openExcelPage(site, options);
  excel.host.grid.put("Sheet1!A1", { formula: FORMULA, value: BUNDLED });
  await excel.page.getByRole("tablist").waitFor();
  return excel;
};

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();
