// The frozen record for the tests of this folder, and days by their ISO dates.
import { dayOfIso, type Day } from "../../src/common/days";

export { frozen as bundled, frozenBuilt } from "../frozen-record/frozen";

export const day = (iso: string): Day => {
  const found = dayOfIso(iso);
  if (found === undefined) throw new Error(`${iso} is no day.`);
  return found;
};
