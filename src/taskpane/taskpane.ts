// The pane inside Excel: waits for Office, then puts the pane on the page. What goes wrong here never reaches a cell.
import { excelWorkbook, followCharts } from "../workbook/excel/excel";
import { takeCommands, type Started } from "./commands";
import { el, fill } from "./dom";
import { diagnostics, missingSets, shortcuts } from "./host";
import { openLinksInBrowser } from "./links";
import { mountPane } from "./pane";
import { followTheme } from "./theme";
import { openRefresh } from "./updates/open";
import { sentenceOf } from "../common/words";

const tell = (root: HTMLElement, sentence: string): void => {
  followTheme(root, new AbortController().signal);
  fill(root, el("h1", { class: "notice" }, "Miner Overhang"), el("p", { class: "notice", role: "alert" }, sentence));
};

/** Undefined where there is nothing to work with: then the page says why. */
const start = async (root: HTMLElement): Promise<Started | undefined> => {
  if (typeof Office === "undefined") {
    tell(
      root,
      "Office’s own script did not load: check that appsforoffice.microsoft.com can be reached, then open the pane again.",
    );
    return undefined;
  }
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    tell(root, "This page is the task pane of an Excel add-in: open it from Excel’s Home tab, Show pane.");
    return undefined;
  }
  const missing = missingSets();
  if (missing.length > 0) {
    tell(
      root,
      `This Excel is too old for the add-in: it lacks ${missing.join(" and ")}. Update Office, or use Excel on the web.`,
    );
    return undefined;
  }
  openLinksInBrowser(root);
  const refresh = openRefresh(Office.context.partitionKey);
  const workbook = excelWorkbook();
  const pane = mountPane(root, workbook, { diagnostics, shortcuts: shortcuts(), refresh });
  // Charts are no reason to trouble anyone: they stay as they are.
  followCharts().catch(() => undefined);
  return { pane, workbook };
};

const root = document.getElementById("pane");
if (root) {
  const started = start(root).catch((error: unknown) => {
    tell(root, `The pane could not start: ${sentenceOf(error)} The functions in the cells are not affected.`);
    return undefined;
  });
  takeCommands(started);
}
