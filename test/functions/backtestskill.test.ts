// BACKTESTSKILL: known answers of its measures, what the numbers rest on, and its errors.
import { describe, expect, it } from "vitest";
import { withToldRows } from "../estimate/told-rows";
import { table, type Shown } from "./ask";
import { withRecord } from "./record-as-of";

const FIELDS = ["column", "months", "starts", "windows", "error", "persistence", "runRate", "skill", "margin", "bias", "inside50", "inside90", "verdict"] as const; // prettier-ignore
type Row = Readonly<Record<(typeof FIELDS)[number], Shown>>;

const skill = (...args: unknown[]): Row[] =>
  table("BACKTESTSKILL", ...args, false).map(
    (row) => Object.fromEntries(FIELDS.map((name, i) => [name, row[i]])) as Row,
  );

const SAME_ERROR = "same";
const KNOWN: readonly (readonly [string, string, number, number, number, number, number | "same", number, number, number | "", number, string, string])[] = [
  ["hold", "price", 6, 38, 7, 0.3200501129, SAME_ERROR, 0.3318536471, 0, 0, -0.1570730817, "13/38", "33/38"],
  ["hold", "difficulty", 3, 40, 14, 0.1012724066, 0.1089557869, 0.0770204687, 0.0705183313, 0.066758886, -0.083444707, "", ""],
  ["hold", "difficulty", 12, 31, 3, 0.3424998439, 0.3902063257, 0.1566510981, 0.122259632, "", -0.3424998439, "", ""],
  ["hold", "hashrate", 6, 37, 7, 0.1822911427, 0.2078107449, 0.104099197, 0.1228021304, 0.0713352439, -0.1537327084, "", ""],
  ["hold", "hashprice", 3, 40, 14, 0.1565213957, 0.1586452989, 0.1952331791, 0.013387747, 0.0440629715, -0.0064809721, "", ""],
  ["hold", "holdings", 3, 26, 13, 0.2022724915, SAME_ERROR, 0.1609722034, 0, 0, -0.1548967848, "", ""],
  ["pace", "holdings", 3, 26, 13, 0.1147464118, 0.2022724915, 0.1609722034, 0.4327137073, 0.1785614618, -0.0601127817, "13/26", "21/26"],
  ["pace", "holdings", 6, 25, 6, 0.2110639891, 0.3352947405, 0.279417377, 0.370512079, 0.1729904325, -0.1518223276, "9/25", "21/25"],
  ["pace", "holdings", 12, 21, 3, 0.4420702208, 0.5953122699, 0.5417573828, 0.2574145651, "", -0.3641513498, "0/21", "19/21"],
]; // prettier-ignore
const WITH_TOLD_ROWS: typeof KNOWN = [
  ["pace", "holdings", 3, 26, 13, 0.097518034, 0.2022724915, 0.1609722034, 0.517887809, 0.1612185495, -0.057728838, "14/26", "23/26"],
  ["pace", "holdings", 6, 25, 6, 0.2014057451, 0.3352947405, 0.279417377, 0.3993173148, 0.1939957432, -0.1420680223, "10/25", "21/25"],
]; // prettier-ignore

const shareOf = (text: string): number | "" => {
  const [part, whole] = text.split("/").map(Number);
  return text === "" ? "" : (part ?? NaN) / (whole ?? NaN);
};
const near = (found: Shown | undefined, wanted: number | ""): void => {
  if (wanted === "") expect(found).toBe("");
  else expect(found).toBeCloseTo(wanted, 9);
};
const isAsKnown = (
  found: Row | undefined,
  [, , , starts, windows, error, persistence, runRate, skilled, margin, bias, half, nine]: (typeof KNOWN)[number],
): void => {
  // prettier-ignore
  expect([found?.starts, found?.windows]).toEqual([starts, windows]);
  near(found?.error, error);
  near(found?.persistence, persistence === "same" ? error : persistence);
  near(found?.runRate, runRate);
  near(found?.skill, skilled);
  near(found?.margin, margin);
  near(found?.bias, bias);
  near(found?.inside50, shareOf(half));
  near(found?.inside90, shareOf(nine));
};

// Worked out twice, by independent implementations, on the record of 2026-11-22; printed with ten digits.
describe("BACKTESTSKILL", () => {
  it.each(KNOWN.map((row) => [`${row[0]}, ${row[1]}, ${row[2]} months`, row] as const))("of %s", (_, row) => {
    isAsKnown(skill(row[0], null, null, row[1], row[2])[0], row);
  });

  it("of pace from 2025-06-30 on", () => {
    const found = skill("pace", "2025-06-30", null, "holdings", 3)[0];
    isAsKnown(found, ["pace", "holdings", 3, 4, 4, 0.1770990439, 0.2010331396, 0.2040863843, 0.1190554741, 0.7261462525, 0.1742393541, "2/4", "2/4"]); // prettier-ignore
  });

  it.each(WITH_TOLD_ROWS.map((row) => [row[2], row] as const))(
    "of pace with the rows told by themselves, %i months",
    (_, row) => {
      withRecord(withToldRows(), () => {
        isAsKnown(skill("pace", null, null, "holdings", row[2])[0], row);
      });
    },
  );
});
