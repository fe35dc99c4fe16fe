// The assumptions of the scenario sheet: those that an analyst changes first, each with what holds if it is left empty.
import type { SheetArea, SheetCell } from "../sheet";
import { across, orEmpty, withText } from "../templates/template";

/** Name and value of each, as SCENARIO and its kin take them. */
export const INPUTS = orEmpty("B7:C19");

interface Row {
  readonly name: string;
  /** Left out where the preset or the record gives what changes with them. */
  readonly value?: string | number;
  readonly format?: string;
  readonly meaning: string;
}

const ROWS: readonly Row[] = [
  { name: "miners", meaning: "Who may sell: tickers, or a group." },
  { name: "months", value: 12, format: "0", meaning: "Length of the scenario, 1 to 119." },
  { name: "price", format: "#,##0", meaning: "On the first day." },
  { name: "sell_share", format: "0.00", meaning: "Of the treasury, sold by the plan: 0 to 1." },
  { name: "sell_days", format: "0", meaning: "Days over which the plan sells." },
  { name: "ai_share", format: "0.00", meaning: "Of the hashrate, makes room for AI: 0 to 1." },
  { name: "volume_btc", format: "#,##0", meaning: "Real spot volume against all currencies." },
  { name: "impact_model", value: "sqrt", meaning: "sqrt: fades with time. flow: lasts." },
  { name: "network_growth", value: 0.1, format: "0.00", meaning: "Growth of unlisted capacity." },
  { name: "drift", format: "0.00", meaning: "Trend of the outside price." },
  { name: "volatility", format: "0.00", meaning: "Spread of the fan's paths." },
];
const FIRST = 8;

const inputLook = ({ format }: Row) =>
  ({ style: "input", align: "left", ...(format === undefined ? {} : { format }) }) as const;

const rowCells = ROWS.flatMap((row, index): SheetCell[] => [
  { address: `B${FIRST + index}`, value: row.name, style: "label" },
  ...(row.value === undefined ? [] : [{ address: `C${FIRST + index}`, value: row.value, ...inputLook(row) }]),
  { address: `F${FIRST + index}`, value: row.meaning, style: "unit", align: "left" },
]);

export const assumptionCells: SheetCell[] = [
  { address: "B4", value: "Assumptions", style: "heading" },
  ...withText("B5", {
    address: `D${FIRST}`,
    formula: "=INDEX(ASSUMPTIONS(C7),MATCH(B8:B18,TAKE(ASSUMPTIONS(C7),,1),0),{2,3})",
    fills: "D8:E18",
    style: "result",
    align: "left",
  }),
  { address: "B6", value: "assumption", style: "header" },
  ...across("C", 6, ["value", "if empty"], { style: "header" }),
  ...across("E", 6, ["unit", "meaning"], { style: "header" }),
  { address: "B7", value: "preset", style: "label" },
  { address: "C7", value: "thesis", style: "input", align: "left" },
  { address: "D7", value: "hold", style: "result", align: "left" },
  { address: "E7", value: "word", style: "unit", align: "left" },
  { address: "F7", value: "hold, thesis, funding, capitulation, orderly or pace.", style: "unit", align: "left" },
  ...rowCells,
  { address: "B19", value: "MARA.sell_share", style: "input" },
  { address: "E19", value: "share", style: "unit", align: "left" },
  { address: "F19", value: "Any other name, of one miner or of all.", style: "unit", align: "left" },
];

export const assumptionAreas: SheetArea[] = [
  { range: "G6:I6", style: "header" },
  ...ROWS.map((row, index): SheetArea => ({ range: `C${FIRST + index}`, ...inputLook(row) })),
  ...ROWS.map(({ format }, index): SheetArea => ({
    range: `D${FIRST + index}`,
    style: "result",
    align: "left",
    ...(format === undefined ? {} : { format }),
  })),
  { range: "C19", style: "input", align: "left" },
  { range: "E8:E18", style: "unit", align: "left" },
];
