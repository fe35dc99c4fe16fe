// Finds a Chromium, Chrome or Edge on this machine; the browser tests drive whichever is there.
// @ts-check
import { join } from "node:path";
import { ensureProgram, findProgram } from "./programs.mjs";

/** Quiet and offline; no GPU and no sandbox, since containers have neither. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const ON_PATH = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];

/** Where installers put it when it is not on the PATH. */
const inPrograms = () => {
  if (process.platform === "darwin") {
    return [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];
  }
  if (process.platform !== "win32") return [];
  const roots = [process.env["PROGRAMFILES"], process.env["PROGRAMFILES(X86)"], process.env["LOCALAPPDATA"]];
  const programs = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
  return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []));
};

/** The browser's program: CHROMIUM if it is set, else the first one found. */
export const findChromium = () => findProgram({ variable: "CHROMIUM", names: ON_PATH, elsewhere: inPrograms() });

export const ensureChromium = () =>
  ensureProgram({
    find: findChromium,
    title: "Chromium (or Chrome, or Edge)",
    debian: "chromium",
    variable: "CHROMIUM",
  });
