// @vitest-environment jsdom
// Links of the pane inside Excel: by Excel into the browser where it can, else as they are.
import { afterEach, expect, it, vi } from "vitest";
import { el, link } from "../../src/taskpane/dom";
import { openLinksInBrowser } from "../../src/taskpane/links";

afterEach(() => {
  vi.unstubAllGlobals();
});

const clickIn = (isSupported: boolean, target: Element): { readonly opened: string[]; readonly isLeft: boolean } => {
  const opened: string[] = [];
  vi.stubGlobal("Office", {
    context: {
      requirements: { isSetSupported: (name: string) => isSupported && name === "OpenBrowserWindowApi" },
      ui: { openBrowserWindow: (url: string) => opened.push(url) },
    },
  });
  const root = el("main", {}, target);
  openLinksInBrowser(root);
  const click = new MouseEvent("click", { bubbles: true, cancelable: true });
  const isLeft = (target.firstElementChild ?? target).dispatchEvent(click);
  return { opened, isLeft };
};

it("opens links in the browser where Excel can", () => {
  const filing = link("Filing", "https://www.sec.gov/x");
  expect(clickIn(true, filing)).toEqual({ opened: ["https://www.sec.gov/x"], isLeft: false });
});

it("leaves them as they are where it cannot, and everything that is no link out", () => {
  expect(clickIn(false, link("Filing", "https://www.sec.gov/x"))).toEqual({ opened: [], isLeft: true });
  expect(clickIn(true, el("a", { href: "data:text/csv,a", download: "a.csv" }, "Save"))).toEqual({
    opened: [],
    isLeft: true,
  });
  expect(clickIn(true, el("button", {}, "Refresh"))).toEqual({ opened: [], isLeft: true });
});
