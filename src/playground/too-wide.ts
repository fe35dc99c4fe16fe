// A number that is wider than its cell: Univer draws it from its left and cuts off what does not fit, so that $6,706,012
// reads "$6,706,". As in Excel, decimals of a plain number are rounded to the width, and anything else becomes ####; the
// value stays in the bar. (univer 0.25.1, Text.drawWith;
// https://github.com/dream-num/univer/blob/v0.25.1/packages/engine-render/src/shape/text.ts)
import { CellValueType } from "@univerjs/core";
import { Text } from "@univerjs/preset-sheets-core";

/** What a glyph may reach over the cell's padding before anything of it is lost. */
const SLACK_PX = 2;

const isPlain = (text: string): boolean => /^-?\d+\.\d+$/.test(text) && String(Number(text)) === text;

/** The text as it fits; `widthOf` measures in the cell's font. */
export const fitted = (text: string, width: number, widthOf: (text: string) => number): string => {
  const fits = (shown: string): boolean => widthOf(shown) <= width + SLACK_PX;
  if (fits(text)) return text;
  if (isPlain(text)) {
    for (let decimals = text.length - text.indexOf(".") - 2; decimals >= 0; decimals--) {
      const rounded = Number(text).toFixed(decimals);
      if (fits(rounded) && Number(rounded) !== 0) return rounded;
    }
  }
  return "#".repeat(Math.max(1, Math.floor(width / Math.max(1, widthOf("#")))));
};

export const markTooWide = (): void => {
  const draw = Text.drawWith.bind(Text);
  Text.drawWith = (context, props, skeleton) => {
    const { text, fontStyle, warp: isWrapped, width, cellValueType } = props;
    const isNumber = cellValueType === CellValueType.NUMBER && !isWrapped;
    if (!isNumber) return draw(context, props, skeleton);
    context.save();
    context.font = fontStyle;
    const shown = fitted(text, width, (measured) => context.measureText(measured).width);
    context.restore();
    return draw(context, { ...props, text: shown }, skeleton);
  };
};
