// Versions of the record: days with a number, in their own order.
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/common/days";
import { isLaterVersion, isVersion, versionAfter, versionParts } from "../../src/common/version";
import { versionDay } from "../../src/common/words";

describe("a version", () => {
  test("is a day, or a day and the number of its release from 2 on", () => {
    const day = dayOf(2026, 11, 28);
    expect(versionParts("2026-11-28")).toEqual({ day, sequence: 1 });
    expect(versionParts("2026-11-28.2")).toEqual({ day, sequence: 2 });
    expect(versionParts("2026-11-28.10")).toEqual({ day, sequence: 10 });
  });

  test.each(["", "2026-11-31", "2026-11-28.", "2026-11-28.0", "2026-11-28.1", "2026-11-28.02", "2026-11-28.2.3"])(
    "is not %s",
    (text) => {
      expect(isVersion(text)).toBe(false);
    },
  );

  test("comes after an earlier day, and after an earlier number of its day, counted and not spelt", () => {
    const inOrder = ["2026-11-27.12", "2026-11-28", "2026-11-28.2", "2026-11-28.9", "2026-11-28.10", "2026-11-29"];
    for (const [i, one] of inOrder.entries())
      for (const [j, other] of inOrder.entries()) expect(isLaterVersion(one, other), `${one} > ${other}`).toBe(i > j);
  });

  test("that cannot be read is later than none", () => {
    expect(isLaterVersion("later", "2026-11-28")).toBe(false);
    expect(isLaterVersion("2026-11-28", "later")).toBe(true);
  });

  test("of the next release is the day, or the next number of the same day; never of a day that is over", () => {
    expect(versionAfter("2026-11-22", dayOf(2026, 11, 28))).toBe("2026-11-28");
    expect(versionAfter("2026-11-28", dayOf(2026, 11, 28))).toBe("2026-11-28.2");
    expect(versionAfter("2026-11-28.9", dayOf(2026, 11, 28))).toBe("2026-11-28.10");
    expect(versionAfter("2026-11-28", dayOf(2026, 11, 27))).toBeUndefined();
  });

  test("says its number where it has one", () => {
    expect(versionDay("2026-11-28")).toBe("28 Nov 2026");
    expect(versionDay("2026-11-28.2")).toBe("28 Nov 2026 (no. 2)");
    expect(versionDay("unknown")).toBe("unknown");
  });
});
