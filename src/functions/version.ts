// What this bundle was built as. The pane compares it with its own: the two are cached separately.
import about from "../../package.json";

declare const MINER_OVERHANG_BUILD: string | undefined;

export const VERSION: string = about.version;

/** Hash of everything that the build was made from (src/build/bundle/build-id.mjs); undefined where nothing was built. */
export const BUILD = typeof MINER_OVERHANG_BUILD === "undefined" ? undefined : MINER_OVERHANG_BUILD;
