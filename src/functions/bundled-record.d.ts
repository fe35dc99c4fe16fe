// The packed record: written to .cache/record.json by the build, which package.json's "imports" point to.
declare module "#bundled-record" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an ambient module cannot import relatively
  const packed: import("../data/pack").PackedRecord;
  export default packed;
}
