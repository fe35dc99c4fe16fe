// The share of machines that want to run, tabulated once for all fleets: most of a scenario's time is this function.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- the index lies inside the table by the two comparisons */
import { exp } from "./exact";
import { ALWAYS_ON } from "../scenario/fleet";
import { type Jet, QUINTIC, writeQuintic } from "./quintic";

/** Beyond this the logistic is 0 or 1 to the last digit. */
const REACH = 37;
const NODES_PER_UNIT = 32;

/** ALWAYS_ON + (1 - ALWAYS_ON) / (1 + e^-z) with its first two derivatives. */
export const wantingJet = (z: number): Jet => {
  const decay = exp(-Math.abs(z));
  const small = decay / (1 + decay);
  const share = z < 0 ? small : 1 - small;
  const slope = small * (1 - small);
  return [
    ALWAYS_ON + (1 - ALWAYS_ON) * share,
    (1 - ALWAYS_ON) * slope,
    (1 - ALWAYS_ON) * slope * (z < 0 ? 1 - 2 * small : 2 * small - 1),
  ];
};

const INTERVALS = 2 * REACH * NODES_PER_UNIT;
const TABLE = new Float64Array(INTERVALS * QUINTIC);

/** Fills the table, once: not while the add-in loads, and never inside the loop. Call it before `wanting`. */
export const tabulate = (): void => {
  if (TABLE[0] !== 0) return;
  let from = wantingJet(-REACH);
  for (let i = 0; i < INTERVALS; i++) {
    const to = wantingJet((i + 1) / NODES_PER_UNIT - REACH);
    writeQuintic(from, to, 1 / NODES_PER_UNIT, TABLE, i * QUINTIC);
    from = to;
  }
};

/** The same share by the table, within 1e-14. */
export const wanting = (z: number): number => {
  if (!(z > -REACH)) return ALWAYS_ON;
  if (z >= REACH) return 1;
  const x = (z + REACH) * NODES_PER_UNIT;
  const i = x | 0;
  const f = x - i;
  const at = i * QUINTIC;
  return (
    TABLE[at]! +
    f * (TABLE[at + 1]! + f * (TABLE[at + 2]! + f * (TABLE[at + 3]! + f * (TABLE[at + 4]! + f * TABLE[at + 5]!))))
  );
};
