// The tests that drive a real browser on the built add-in. One file at a time: a browser takes what two cores give.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts"],
    globalSetup: "test/pack-record.ts",
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    env: { TZ: "America/New_York" },
  },
});
