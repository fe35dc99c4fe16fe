// Builds dist if it is missing or older than its sources: the tests of bundles and of the browser look at it.
// @ts-check
import { run } from "../setup.mjs";
import { ensureBuilt } from "./built.mjs";

await run(ensureBuilt);
