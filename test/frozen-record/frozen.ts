// The record of 2026-11-22 as it was packed then. Known answers are asked of it, so that new rows make no test red.
// vitest.config.ts puts it in the place of the record that ships, except for the tests under test/live.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { BuiltRecord } from "../../src/build/bundle/record";
import type { PackedRecord } from "../../src/data/pack";
import { MinerRecord } from "../../src/data/record";

export const FROZEN_VERSION = "2026-11-22";

export const frozenJson = (): string =>
  gunzipSync(readFileSync(join(import.meta.dirname, `${FROZEN_VERSION}.json.gz`))).toString("utf8");

const json = frozenJson();
const packed = JSON.parse(json) as PackedRecord;
export const frozen = MinerRecord.unpack(packed);

/** As the build gives a record: for tests of releases and packing. */
export const frozenBuilt: BuiltRecord = {
  packed,
  json,
  sha256: createHash("sha256").update(json).digest("hex"),
  counts: frozen.counts,
};
