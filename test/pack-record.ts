// Before any test: the record is packed from assets/data, as the build does, so that tests read today's rows.
import { mkdirSync, writeFileSync } from "node:fs";
import { buildRecord } from "../src/build/bundle/record";

export default (): void => {
  mkdirSync(".cache", { recursive: true });
  writeFileSync(".cache/record.json", buildRecord("assets/data").json);
};
