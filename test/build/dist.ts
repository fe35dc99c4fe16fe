// What the build wrote. Tests read it here, so that a missing build is said in one sentence.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DIST = join(import.meta.dirname, "../../dist");

export const distPath = (name: string): string => {
  const path = join(DIST, name);
  if (!existsSync(path)) throw new Error(`dist/${name} is not there. Run npm run build first.`);
  return path;
};

export const distText = (name: string): string => readFileSync(distPath(name), "utf8");
