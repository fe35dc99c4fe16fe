// The overhang miner by miner: whose coins, how old each count is, and where it was reported.
import type { SheetDescription } from "../sheet";
import { across, area, head, orEmpty } from "./template";

const FIRST = 8;
const LAST_MINER = FIRST + 39;
/** The inputs stand on the template's first sheet. */
const onMain = (cell: string): string => `'Overhang'!${cell}`;

const list = `MINERLIST(${onMain("C5")},${onMain("C8")},FALSE)`;
const tickers = `CHOOSECOLS(${list},1)`;
const overhangOf = (miners: string): string =>
  `OVERHANG(${miners},${onMain("C6")},${orEmpty(onMain("C7"))},${onMain("C8")},,${onMain("C9")})`;

export const byMiner: SheetDescription = {
  name: "Overhang by miner",
  columnWidths: {
    A: 14,
    B: 64,
    C: 176,
    D: 76,
    E: 64,
    F: 84,
    G: 64,
    H: 72,
    I: 84,
    J: 76,
    K: 450,
    L: 420,
    M: 84,
    N: 84,
    O: 84,
  },
  rowHeights: { 1: 28 },
  frozenRows: FIRST - 1,
  cells: [
    ...head("Who is behind it", "Whose coins may come, how old each count is, and where it was reported."),
    {
      address: "B4",
      value: `OVERHANG of each ticker, with the inputs of sheet Overhang.`,
      style: "note",
    },
    ...across("B", 6, ["Ticker", "Name"], { style: "header" }),
    ...across("D", 6, ["Treasury", "Share", "Reported", "Age", "AI lease", "Overhang", "Of all"], {
      style: "header",
      align: "right",
    }),
    ...across("K", 6, ["Source of the count", "Link"], { style: "header", align: "left" }),
    ...across("D", 7, ["BTC", "of all", "period end", "days", "MW", "BTC", "share"], { style: "unit", align: "right" }),
    {
      address: `B${FIRST}`,
      formula: `=CHOOSECOLS(${list},1,2,3,4,5,6,7)`,
      fills: `B${FIRST}:H${LAST_MINER}`,
      style: "label",
    },
    {
      address: `I${FIRST}`,
      formula: `=${overhangOf(tickers)}`,
      fills: `I${FIRST}:I${LAST_MINER}`,
      style: "result",
      format: "#,##0",
    },
    {
      address: `J${FIRST}`,
      formula: `=IFERROR(${overhangOf(tickers)}/${overhangOf(onMain("C5"))},0)`,
      fills: `J${FIRST}:J${LAST_MINER}`,
      style: "result",
      format: "0.0%",
    },
    {
      address: `K${FIRST}`,
      formula: `=CHOOSECOLS(MINERSOURCE(${tickers},,${onMain("C8")}),1,2)`,
      fills: `K${FIRST}:L${LAST_MINER}`,
      style: "link",
    },
    ...across("M", 6, ["Estimate", "at least", "at most"], { style: "header", align: "right" }),
    ...across("M", 7, ["BTC that day", "90 % band", "90 % band"], { style: "unit", align: "right" }),
    {
      address: `M${FIRST}`,
      formula: `=IFNA(MINERESTIMATE(${tickers},${onMain("C8")},,${onMain("C9")},{0.5,0.05,0.95}),"")`,
      fills: `M${FIRST}:O${LAST_MINER}`,
      style: "result",
      format: "#,##0",
    },
  ],
  areas: [
    area("B:C", FIRST, LAST_MINER, "label"),
    area("D", FIRST, LAST_MINER, "result", { format: "#,##0" }),
    area("E", FIRST, LAST_MINER, "result", { format: "0.0%" }),
    area("F", FIRST, LAST_MINER, "result", { format: "yyyy-mm-dd" }),
    area("G:I", FIRST, LAST_MINER, "result", { format: "#,##0" }),
    area("J", FIRST, LAST_MINER, "result", { format: "0.0%" }),
    area("K:L", FIRST, LAST_MINER, "link"),
    area("M:O", FIRST, LAST_MINER, "result", { format: "#,##0", align: "right" }),
  ],
  charts: [
    {
      kind: "column",
      title: "What may come, the ten largest",
      description: "Overhang by miner, largest treasury first.",
      over: "B34:H52",
      table: `B6:I${FIRST + 9}`,
      dates: `B${FIRST}:B${FIRST + 9}`,
      categories: true,
      series: [{ name: "I6", values: `I${FIRST}:I${FIRST + 9}` }],
      unit: "BTC",
      format: "#,##0",
      marks: [],
    },
  ],
  print: { orientation: "landscape", area: "A1:K53", repeatedRows: "6:7" },
};
