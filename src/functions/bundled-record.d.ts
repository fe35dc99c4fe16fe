// The packed record: written to .cache/record.json by the build and resolved to it by webpack and vitest.
declare module "#bundled-record" {
  const packed: import("../data/pack").PackedRecord;
  export default packed;
}
