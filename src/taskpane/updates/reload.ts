// Says when pane, functions and server are of different builds: each is cached on its own, and an update may reach one
// first.
import about from "../../../package.json";
import type { Build } from "../../refresh/fetch/served-build";
import type { Workbook } from "../../workbook/port";

declare const MINER_OVERHANG_BUILD: string | undefined;

/** A build, as far as it tells of itself: a script from before there were builds says less. */
export type Told = { readonly [Part in keyof Build]: string | undefined };

/** The one that this script belongs to; the functions and the server tell theirs. */
export const PANE: Told = {
  addin: about.version,
  build: typeof MINER_OVERHANG_BUILD === "undefined" ? undefined : MINER_OVERHANG_BUILD,
};

type Host = Workbook["host"];

const ADVICE: Readonly<Record<Host, string>> = {
  excel: "Close and reopen Excel; if that does not help, clear Office’s cache.",
  browser: "Reload the page.",
};

const isSame = (one: Told, other: Told): boolean => one.addin === other.addin && one.build === other.build;

/** Its version, or what tells it from another one of that version. */
const named = ({ addin, build }: Told, other: Told): string => {
  if (addin === undefined) return "an earlier version";
  if (addin !== other.addin) return `version ${addin}`;
  return build === undefined ? "an earlier build" : `build ${build}`;
};

/** Undefined when the functions in the cells and the pane are of one build. */
export const reloadNeeded = (functions: Told, pane: Told, host: Host): string | undefined =>
  isSame(functions, pane)
    ? undefined
    : `Reload needed: the pane is from ${named(pane, functions)}, the functions in the cells are from ${named(functions, pane)}. ${ADVICE[host]}`;

/** Undefined when the server has what runs here, or does not tell. */
export const otherServed = (served: Build | undefined, pane: Told, host: Host): string | undefined =>
  served === undefined || isSame(served, pane)
    ? undefined
    : `The server has a different copy of the add-in: ${named(served, pane)} there, ${named(pane, served)} here. ${ADVICE[host]}`;
