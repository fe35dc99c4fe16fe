// Which cells stand a little off their left edge: numbers before them end where their column ends.
import type { SheetArea } from "./sheet";

/** Units and links unless aligned, and headers over them. */
export const isIndented = ({ style, align }: Omit<SheetArea, "range">): boolean =>
  (align === undefined && (style === "unit" || style === "link")) || (align === "left" && style === "header");
