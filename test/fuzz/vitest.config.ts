// The long run of the fuzzer, on the frozen record.
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "#bundled-record": join(import.meta.dirname, "../../.cache/frozen-record.json") } },
  test: {
    include: ["test/fuzz/long.ts"],
    globalSetup: "test/pack-record.ts",
    testTimeout: 0,
    disableConsoleIntercept: true,
    env: { TZ: "America/New_York" },
  },
});
