// Before any test: the record that ships is packed from assets/data as the build does, and the frozen one is unzipped.
import { mkdirSync, writeFileSync } from "node:fs";
import { buildRecord } from "../src/build/bundle/record";
import { frozenJson } from "./frozen-record/frozen";

export default (): void => {
  mkdirSync(".cache", { recursive: true });
  writeFileSync(".cache/record.json", buildRecord("assets/data").json);
  writeFileSync(".cache/frozen-record.json", frozenJson());
};
