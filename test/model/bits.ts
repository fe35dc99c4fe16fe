// Consensus arithmetic of the target: compact bits, exact integers, to check history to the bit.

const EPOCH_SECONDS = 1_209_600;
const EASIEST_TARGET = 0xffffn << 208n;

/** The 256-bit target that compact bits stand for: a mantissa of three bytes and a size in bytes. */
export const targetOfBits = (bits: number): bigint => {
  const size = bits >>> 24;
  const mantissa = BigInt(bits & 0x7fffff);
  return size > 3 ? mantissa << BigInt(8 * (size - 3)) : mantissa >> BigInt(8 * (3 - size));
};

/** The compact form of a target. The mantissa's top bit means "negative", so a set one costs a byte of precision. */
export const bitsOfTarget = (target: bigint): number => {
  let size = Math.ceil(target.toString(16).length / 2);
  let mantissa = Number(size > 3 ? target >> BigInt(8 * (size - 3)) : target << BigInt(8 * (3 - size)));
  if (mantissa > 0x7fffff) {
    mantissa >>>= 8;
    size++;
  }
  return size * 2 ** 24 + mantissa;
};

/** Difficulty of compact bits: the easiest target over this one. */
export const difficultyOfBits = (bits: number): number => {
  // 80 more bits than the quotient's integer part, so that the division loses nothing a double could show.
  return Number((EASIEST_TARGET << 80n) / targetOfBits(bits)) / 2 ** 80;
};

/**
 * Bits of the next epoch. `spanSeconds` runs from the first to the last block of the epoch: 2015 intervals, held within
 * a quarter and four times two weeks. Consensus rule as in Bitcoin Core's CalculateNextWorkRequired.
 */
export const retargetBits = (bits: number, spanSeconds: number): number => {
  const span = Math.min(EPOCH_SECONDS * 4, Math.max(EPOCH_SECONDS / 4, spanSeconds));
  const target = (targetOfBits(bits) * BigInt(span)) / BigInt(EPOCH_SECONDS);
  return bitsOfTarget(target < EASIEST_TARGET ? target : EASIEST_TARGET);
};
