// The digits of an inline fact by its format. A format that is not known is refused, never guessed.

const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export interface PrintedFact {
  readonly value: number;
  /** Digits after the point as printed. */
  readonly decimals: number;
}

const plainNumber = (text: string, point: string, group: string): PrintedFact | undefined => {
  const digits = text.replaceAll(group, "").replace(/\s/g, "");
  const [whole = "", fraction = ""] = digits.split(point);
  if (!/^-?\d*$/.test(whole) || !/^\d*$/.test(fraction) || !/\d/.test(digits)) return undefined;
  return { value: Number(`${whole || "0"}.${fraction || "0"}`), decimals: fraction.length };
};

/** Undefined when the format is unknown or the text does not fit it. */
export const readFactNumber = (text: string, format: string): PrintedFact | undefined => {
  const plain = text.trim();
  switch (format.split(":").at(-1)) {
    case "num-dot-decimal":
    case "numdotdecimal":
      return plainNumber(plain, ".", ",");
    case "num-comma-decimal":
    case "numcommadecimal":
      return plainNumber(plain, ",", ".");
    case "fixed-zero":
    case "zerodash":
      return { value: 0, decimals: 0 };
    case "numwordsen": {
      const value = WORDS.indexOf(plain.toLowerCase());
      return value < 0 ? undefined : { value, decimals: 0 };
    }
    case "":
      return plainNumber(plain, ".", ",");
    default:
      return undefined;
  }
};
