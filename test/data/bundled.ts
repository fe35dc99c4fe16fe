// The record that ships, built once for the tests of this folder.
import { buildRecord } from "../../src/build/bundle/record";
import { dayOfIso, type Day } from "../../src/common/days";
import { MinerRecord } from "../../src/data/record";

export const built = buildRecord();
export const bundled = MinerRecord.unpack(built.packed);

export const day = (iso: string): Day => {
  const found = dayOfIso(iso);
  if (found === undefined) throw new Error(`${iso} is no day.`);
  return found;
};
