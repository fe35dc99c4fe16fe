// The tests that mutants of model and data are shown to (stryker.config.mjs): those on the frozen record.
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "#bundled-record": join(import.meta.dirname, "../.cache/frozen-record.json") } },
  test: {
    root: join(import.meta.dirname, ".."),
    globalSetup: "test/pack-record.ts",
    setupFiles: "test/seed.ts",
    testTimeout: 600_000,
    env: { TZ: "America/New_York" },
    // A part of the model needs a part of the tests: MUTANT_TESTS=test/model/chain.test.ts npm run mutants -- --mutate …
    include: process.env["MUTANT_TESTS"]?.split(",") ?? ["test/{common,data,model}/**/*.test.ts"],
  },
});
