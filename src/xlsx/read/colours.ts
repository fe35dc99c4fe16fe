// Colours of a file: given as such, by the number in an old palette, or by the workbook's theme with a tint.
import type { Theme } from "./theme-in";

export interface FileColour {
  readonly argb?: string;
  readonly indexed?: number;
  readonly theme?: number;
  readonly tint?: number;
}

export type ColourOf = (colour: FileColour | undefined) => string | undefined;

/** From 8 on; 0 to 7 are the same as 8 to 15 (ECMA-376 part 1, 18.8.27). */
const PALETTE =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

/** In the order of their numbers: light and dark are swapped against the order of the theme's own file. */
const THEME = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"]; // prettier-ignore

/** Towards white for a positive tint, towards black for a negative one, by lightness (ECMA-376 part 1, 18.8.19). */
const tinted = (hex: string, tint: number): string => {
  const parts = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const lightness = (most + least) / 2;
  const now = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (of: number): number => 1 - Math.abs(2 * of - 1);
  const scale = chroma(lightness) === 0 ? 0 : chroma(now) / chroma(lightness);
  return parts
    .map((part) => Math.round(Math.min(1, Math.max(0, now + (part - lightness) * scale)) * 255))
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("");
};

/** "#rrggbb"; undefined for none and for what the system decides. */
export const coloursOf =
  (theme: Theme): ColourOf =>
  (colour) => {
    if (!colour) return undefined;
    const { argb, indexed, theme: index, tint = 0 } = colour;
    const hex =
      argb?.slice(-6) ??
      (index === undefined
        ? PALETTE[(indexed ?? NaN) < 8 ? (indexed ?? NaN) : (indexed ?? NaN) - 8]
        : theme.get(THEME[index] ?? ""));
    if (hex === undefined || !/^[\dA-F]{6}$/i.test(hex)) return undefined;
    return `#${tint === 0 ? hex : tinted(hex, tint)}`.toUpperCase();
  };
