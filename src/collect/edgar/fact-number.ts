// The digits of an inline fact by its format. A format that is not known is refused, never guessed.

const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export interface PrintedFact {
  readonly value: number;
  /** Digits after the point as printed. */
  readonly decimals: number;
}

const DOT = /^-?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$|^-?()\.(\d+)$/;

/** "1,234.5"; groups of three or none. */
const plainNumber = (text: string): PrintedFact | undefined => {
  const digits = text.replace(/\s/g, "");
  const match = DOT.exec(digits);
  if (!match) return undefined;
  return { value: Number(digits.replaceAll(",", "")), decimals: (match[2] ?? match[4] ?? "").length };
};

const swapped = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));

/** Undefined when the format is unknown or the text does not fit it. */
export const readFactNumber = (text: string, format: string): PrintedFact | undefined => {
  const plain = text.trim();
  switch (format.split(":").at(-1)) {
    case "num-dot-decimal":
    case "numdotdecimal":
      return plainNumber(plain);
    case "num-comma-decimal":
    case "numcommadecimal":
      return plainNumber(swapped(plain));
    case "fixed-zero":
    case "zerodash":
      return { value: 0, decimals: 0 };
    case "numwordsen": {
      const value = WORDS.indexOf(plain.toLowerCase());
      return value < 0 ? undefined : { value, decimals: 0 };
    }
    case "":
      return plainNumber(plain);
    default:
      return undefined;
  }
};
