// Number formats of a file. Cells keep the number of theirs as a text, so that no number with a format that looks like a
// date is turned into a date and back, which would cost digits.
import { attributeOf, elementOf, tagsOf } from "./xml";

/** Those that files leave out (ECMA-376 part 1, 18.8.30), in English as Excel shows them. */
// prettier-ignore
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0_);($#,##0)", 6: "$#,##0_);[Red]($#,##0)",
  7: "$#,##0.00_);($#,##0.00)", 8: "$#,##0.00_);[Red]($#,##0.00)", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
  13: "# ??/??", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
  20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)", 41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)', 43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
  48: "##0.0E+0", 49: "@",
};

/** Beyond every number that a file gives to a format of its own. */
const BEYOND = 1_000_000;
const MARK = "format ";

export interface NumberFormats {
  /** The styles with each format as its number in quotes, which no reader takes for a date. */
  readonly styles: string;
  /** The format behind such a text; undefined for General. */
  readonly formatOf: (quoted: string | undefined) => string | undefined;
}

export const setFormatsAside = (styles: string): NumberFormats => {
  const own = new Map(
    tagsOf(elementOf(styles, "numFmts"), "numFmt").map((tag) => [
      Number(attributeOf(tag, "numFmtId")),
      attributeOf(tag, "formatCode") ?? "General",
    ]),
  );
  const used = new Set<number>();
  const cells = elementOf(styles, "cellXfs");
  const aside = cells.replaceAll(/\bnumFmtId\s*=\s*["'](\d+)["']/g, (_, id: string) => {
    used.add(Number(id));
    return `numFmtId="${BEYOND + Number(id)}"`;
  });
  const codes = [...used].map((id) => `<numFmt numFmtId="${BEYOND + id}" formatCode="&quot;${MARK}${id}&quot;"/>`);
  const prefix = /<(\w+:)?styleSheet/.exec(styles)?.[1] ?? "";
  const formats = `<${prefix}numFmts count="${codes.length}">${codes.join("").replaceAll("<numFmt ", `<${prefix}numFmt `)}</${prefix}numFmts>`;
  const without = styles.replace(elementOf(styles, "numFmts"), "").replace(cells, () => aside);
  return {
    styles: without.replace(/<(?:\w+:)?styleSheet[^>]*>/, (tag) => tag + formats),
    formatOf: (quoted) => {
      const [, id] = new RegExp(`^"${MARK}(\\d+)"$`).exec(quoted ?? "") ?? [];
      const format = id === undefined ? undefined : (own.get(Number(id)) ?? BUILT_IN[Number(id)]);
      return format === "General" ? undefined : format;
    },
  };
};
