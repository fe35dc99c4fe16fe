import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**"],
    globalSetup: "test/pack-record.ts",
    setupFiles: "test/seed.ts",
    testTimeout: 60_000,
    env: { TZ: "America/New_York" },
  },
});
