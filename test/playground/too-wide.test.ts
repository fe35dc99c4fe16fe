// A number wider than its cell never loses digits: it is rounded where it is a plain decimal, else it is ####.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitted } from "../../src/playground/too-wide";

const TEN_A_SIGN = (text: string): number => text.length * 10;

describe("a number in its cell", () => {
  it.each([
    ["53,822", 60, "53,822"],
    ["$6,706,012", 82, "########"],
    ["0.3333333333333333", 60, "0.3333"],
    ["1234.5", 40, "1235"],
    ["123456.50", 80, "########"],
    ["46022.75", 30, "###"],
    ["0.004", 30, "###"],
    ["2026-11-28", 5, "#"],
  ])("%s in %s pixels is %s", (text, width, shown) => {
    expect(fitted(text, width, TEN_A_SIGN)).toBe(shown);
  });

  it("is whole, rounded, or ####, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 1, max: 200 }),
        (value, width) => {
          const shown = fitted(String(value), width, TEN_A_SIGN);
          const isHonest = shown === String(value) || /^#+$/.test(shown) || Math.abs(Number(shown) - value) <= 0.5;
          expect(isHonest).toBe(true);
        },
      ),
    );
  });
});
