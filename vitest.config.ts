// Known answers are asked of the frozen record; what must hold of any record is asked of the one that ships.
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const LIVE = ["test/live/**/*.test.ts"];

export default defineConfig({
  test: {
    globalSetup: "test/pack-record.ts",
    setupFiles: "test/seed.ts",
    testTimeout: 60_000,
    maxWorkers: 2,
    env: { TZ: "America/New_York" },
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reportsDirectory: ".cache/coverage",
      reporter: ["text-summary", "html"],
    },
    projects: [
      {
        extends: true,
        resolve: { alias: { "#bundled-record": join(import.meta.dirname, ".cache/frozen-record.json") } },
        test: { name: "frozen", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**", ...LIVE] },
      },
      { extends: true, test: { name: "live", include: LIVE } },
    ],
  },
});
