// The pane with newer data to be had: a real server offers the newest record, the cells read an older one.
import { onTestFinished } from "vitest";
import { bundledRecord, replaceRecord } from "../../src/functions";
import { dayOf } from "../../src/common/days";
import { mountPane } from "../../src/taskpane/pane";
import type { Workbook } from "../../src/workbook/port";
import { offering, older, openRefresh, startHost, type Answers, type Setup } from "../refresh/support";
import { isShown, Sheet } from "./harness";

export interface RefreshPaneOptions {
  readonly answers?: Answers;
  readonly setup?: Setup;
  /** In the file when the pane opens. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly workbook?: Partial<Workbook>;
}

export const openRefreshPane = async ({
  answers = offering(),
  setup = {},
  settings = {},
  workbook = {},
}: RefreshPaneOptions = {}) => {
  const host = await startHost(answers);
  replaceRecord(older, "bundled");
  const window = openRefresh({
    home: host.home,
    ...setup,
    options: {
      show: (record) => {
        replaceRecord(record, record.layer);
      },
      ...setup.options,
    },
  });
  const root = document.createElement("main");
  document.body.append(root);
  const sheet = new Sheet();
  const kept = new Map(Object.entries(settings));
  const behind: Workbook = {
    ...sheet.workbook,
    host: "excel",
    setting: (name) => Promise.resolve(kept.get(name)),
    saveSetting: (name, value) => {
      if (value === undefined) kept.delete(name);
      else kept.set(name, value);
      return Promise.resolve();
    },
    ...workbook,
  };
  const pane = mountPane(root, behind, { today: dayOf(2026, 11, 22), refresh: window.refresh });
  onTestFinished(() => {
    pane.unmount();
    root.remove();
    window.refresh.close();
    replaceRecord(bundledRecord(), "bundled");
  });
  return { ...window, ...pane, host, root, sheet, settings: kept };
};

/** All that a person sees in the part of the section under this heading. */
export const under = (root: Element, heading: string): string => {
  const head = [...root.querySelectorAll("h2, h3")].find((each) => isShown(each) && each.textContent === heading);
  const texts: string[] = [];
  for (let next = head?.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
    if (isShown(next)) texts.push(visible(next));
  }
  return texts.join(" ").replace(/\s+/g, " ").trim();
};

const visible = (element: Element): string =>
  [...element.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return node.textContent ?? "";
      return node.hasAttribute("hidden") ? "" : visible(node);
    })
    .join(" ");
