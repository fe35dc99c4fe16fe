// Which build of the add-in its own server has now. Caches may run an older one here.
import { download } from "./download";
import type { Environment } from "../environment";
import { fits, isText, type Tests } from "./shape";

/** Written by the build beside the pages. */
export const BUILD_FILE = "build.json";
const LIMIT_BYTES = 10_000;

/** One build of the add-in: its version, and a hash of everything that it was made from. */
export interface Build {
  readonly addin: string;
  readonly build: string;
}

const BUILD: Tests<Build> = { addin: isText(/^\d+\.\d+\.\d+$/), build: isText(/^[0-9a-f]{12}$/) };

/** Undefined when the server does not tell: that is no reason to tell the user of a fault. */
export const readServedBuild = async (environment: Environment, signal?: AbortSignal): Promise<Build | undefined> => {
  try {
    const url = new URL(BUILD_FILE, environment.home);
    const answer = await download(environment, url, { limitBytes: LIMIT_BYTES, once: true, signal });
    const json: unknown = JSON.parse(new TextDecoder().decode(answer?.bytes));
    return fits(json, BUILD) ? json : undefined;
  } catch {
    return undefined;
  }
};
