// npm run mutants: small faults are put into the model and the record's rules, one at a time; a test must fail for each.
// Not part of CI: it takes hours. A part, with the tests that know it:
// MUTANT_TESTS=test/model/chain.test.ts npm run mutants -- --mutate src/model/chain/chain.ts
export default {
  mutate: ["src/model/**/*.ts", "src/data/**/*.ts"],
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "test/mutants.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: 1,
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 60,
  ignorePatterns: ["dist", ".cache", "assets/screenshots"],
  tempDirName: ".cache/mutants",
  incremental: true,
  incrementalFile: ".cache/mutants.json",
  reporters: ["clear-text", "progress"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
