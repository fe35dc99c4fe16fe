// The real office.js in jsdom, talking to the double of Excel's host: for tests inside vitest.
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { JSDOM, VirtualConsole, type DOMWindow } from "jsdom";
import { ExcelDouble, type DoubleOptions } from "./double";
import { HOST_INFO, installSeams, seamOptions, type SeamOptions, type SeamWindow } from "./seams";

const officeJs = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js");

/** The page with what office.js leaves in it. */
export type OfficeWindow = DOMWindow & Pick<SeamWindow, "_richApiNativeBridge">;

export interface ExcelInJsdom {
  readonly host: ExcelDouble;
  readonly window: OfficeWindow;
  /** Errors that nobody caught, and what the page wrote with console.error. */
  readonly complaints: readonly string[];
  /** Runs a classic script in the page, as a script element would. */
  readonly run: (script: string) => void;
  readonly close: () => void;
}

export interface JsdomOptions extends DoubleOptions, Partial<Pick<SeamOptions, "settings" | "theme">> {
  /** The page's HTML; office.js comes first in its head. */
  readonly body?: string;
}

/** Opens the page and waits until Office is ready. */
export const openExcel = async ({ body = "", ...options }: JsdomOptions = {}): Promise<ExcelInJsdom> => {
  const host = new ExcelDouble(options);
  const complaints: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error: Error) => complaints.push(error.message));
  virtualConsole.on("error", (...parts: unknown[]) => complaints.push(parts.map(String).join(" ")));
  // From a file address: office.js finds its other files beside itself, unmodified and without a network.
  const source = pathToFileURL(`${dirname(officeJs)}/office.js`).href;
  const dom = new JSDOM(`<!doctype html><head><script src="${source}"></script></head><body>${body}</body>`, {
    url: "https://localhost:3000/taskpane.html",
    runScripts: "dangerously",
    resources: "usable",
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse: (page) => {
      // Answers come later, never while office.js is still sending.
      const toHost = (text: string): void => {
        setTimeout(() => {
          host.receive(text);
        }, 0);
      };
      installSeams(page, { ...seamOptions(host.sets, options), hostInfo: HOST_INFO }, toHost);
    },
  });
  const window = dom.window as OfficeWindow;
  host.deliver = (text) => window._richApiNativeBridge?.onMessageFromHost?.(text);
  await new Promise<void>((resolve) => {
    window.addEventListener("load", () => {
      resolve();
    });
  });
  await window.Office.onReady();
  hurry(window);
  return {
    host,
    window,
    complaints,
    run: (script) => {
      window.eval(script);
    },
    close: () => {
      window.close();
    },
  };
};

/** office.js waits 50 ms before it sends results and 500 ms before it sends again. A test has no use for that. */
const hurry = (window: DOMWindow): void => {
  const later = window.setTimeout.bind(window);
  window.setTimeout = ((task: () => void, _delay?: number, ...args: unknown[]) =>
    later(task, 0, ...args)) as typeof window.setTimeout;
};
