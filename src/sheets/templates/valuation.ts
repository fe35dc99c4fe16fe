// Template Valuation: what the market pays for a miner's coins, machines and AI contracts. Share prices are the user's.
import type { SheetCell, SheetDescription } from "../sheet";
import { across, area, head, notes, type Template } from "./template";

const MINERS = ["MARA", "RIOT", "CLSK", "CORZ", "HUT", "CIFR", "WULF", "IREN", "BTDR", "ABTC"] as const;

interface Column {
  readonly column: string;
  readonly head: string;
  readonly unit: string;
  readonly format: string;
  /** The formula of one row; none for what the user types. */
  readonly formula?: (row: number) => string;
}

const BTC = "#,##0";
const MILLIONS = "#,##0.0,,";
const DATE = "yyyy-mm-dd";

/** What was never reported stays empty, and so does all that would follow from it. */
const orEmpty = (needs: readonly string[], formula: string): string =>
  `=IF(OR(${needs.map((cell) => `${cell}=""`).join(",")}),"",${formula})`;
const reported = (miner: string, metric: string, period = ""): string =>
  orEmpty([miner], `IFNA(MINERDATA(${miner},"${metric}",ValuedOn${period}),"")`);
/** The end of the period that the figure is of: the latest of its parts. */
const asOf = (miner: string, metric: string, period = ""): string =>
  orEmpty([miner], `IFNA(MAX(INDEX(MINERSOURCE(${miner},"${metric}",ValuedOn${period}),0,6)),"")`);

const FIRST = 12;
const LAST = FIRST + MINERS.length - 1;
const VALUE: readonly Column[] = [
  { column: "C", head: "Share price", unit: "USD, yours", format: "#,##0.00" },
  { column: "D", head: "Shares", unit: "M", format: MILLIONS, formula: (row) => reported(`B${row}`, "shares_outstanding") },
  { column: "E", head: "as of", unit: "", format: DATE, formula: (row) => asOf(`B${row}`, "shares_outstanding") },
  {
    column: "F",
    head: "Splits since",
    unit: "new for old",
    format: "0.0000",
    formula: (row) => orEmpty([`E${row}`], `IFNA(PRODUCT(INDEX(MINEREVENTS(B${row},"split",E${row}+1,ValuedOn,FALSE),0,13)),1)`),
  },
  { column: "G", head: "Market cap", unit: "M USD", format: MILLIONS, formula: (row) => orEmpty([`C${row}`, `D${row}`, `F${row}`], `C${row}*D${row}*F${row}`) },
  { column: "H", head: "Debt", unit: "M USD", format: MILLIONS, formula: (row) => reported(`B${row}`, "total_debt_usd") },
  { column: "I", head: "as of", unit: "", format: DATE, formula: (row) => asOf(`B${row}`, "total_debt_usd") },
  { column: "J", head: "Cash", unit: "M USD", format: MILLIONS, formula: (row) => reported(`B${row}`, "cash_usd") },
  { column: "K", head: "as of", unit: "", format: DATE, formula: (row) => asOf(`B${row}`, "cash_usd") },
  { column: "L", head: "EV", unit: "M USD", format: MILLIONS, formula: (row) => orEmpty([`G${row}`, `H${row}`, `J${row}`], `IF(I${row}=K${row},G${row}+H${row}-J${row},"")`) },
  { column: "M", head: "Coins", unit: "BTC", format: BTC, formula: (row) => reported(`B${row}`, "holdings_btc") },
  { column: "N", head: "as of", unit: "", format: DATE, formula: (row) => asOf(`B${row}`, "holdings_btc") },
  { column: "O", head: "Value of coins", unit: "M USD", format: MILLIONS, formula: (row) => orEmpty([`M${row}`], `M${row}*CoinPrice`) },
  { column: "P", head: "mNAV", unit: "times", format: "0.00", formula: (row) => orEmpty([`G${row}`, `O${row}`], `IF(O${row}=0,"",G${row}/O${row})`) },
]; // prettier-ignore

const SECOND = LAST + 6;
const SECOND_LAST = SECOND + MINERS.length - 1;
const above = (row: number): number => row - SECOND + FIRST;
const OPERATIONS: readonly Column[] = [
  { column: "C", head: "Coins a share", unit: "BTC/1,000", format: "0.000", formula: (row) => orEmpty([`M${above(row)}`, `D${above(row)}`, `F${above(row)}`], `1000*M${above(row)}/(D${above(row)}*F${above(row)})`) },
  { column: "D", head: "Hashrate", unit: "EH/s", format: "#,##0.0", formula: (row) => reported(`B${row}`, "energized_ehs") },
  { column: "E", head: "as of", unit: "", format: DATE, formula: (row) => asOf(`B${row}`, "energized_ehs") },
  { column: "F", head: "EV an EH/s", unit: "M USD", format: MILLIONS, formula: (row) => orEmpty([`L${above(row)}`, `D${row}`], `IF(D${row}=0,"",L${above(row)}/D${row})`) },
  { column: "G", head: "AI contracted", unit: "MW", format: BTC, formula: (row) => reported(`B${row}`, "hpc_contracted_mw") },
  { column: "H", head: "as of", unit: "", format: DATE, formula: (row) => asOf(`B${row}`, "hpc_contracted_mw") },
  { column: "I", head: "EV an AI MW", unit: "M USD", format: MILLIONS, formula: (row) => orEmpty([`L${above(row)}`, `G${row}`], `IF(G${row}=0,"",L${above(row)}/G${row})`) },
  { column: "J", head: "Mined, 12 months", unit: "BTC", format: BTC, formula: (row) => reported(`B${row}`, "produced_btc", ',,"LTM"') },
  { column: "K", head: "to", unit: "", format: DATE, formula: (row) => asOf(`B${row}`, "produced_btc", ',"LTM"') },
  { column: "L", head: "Cost a coin", unit: "USD, quarter", format: BTC, formula: (row) => reported(`B${row}`, "cost_per_btc_usd") },
  { column: "M", head: "to", unit: "", format: DATE, formula: (row) => asOf(`B${row}`, "cost_per_btc_usd") },
]; // prettier-ignore

const block = (columns: readonly Column[], first: number, miner: (row: number) => SheetCell): readonly SheetCell[] => {
  const align = ({ format }: Column): "left" | "right" => (format === DATE ? "left" : "right");
  return [
    { address: `B${first - 2}`, value: "Miner", style: "header" },
    ...columns.flatMap((each): SheetCell[] => [
      { address: `${each.column}${first - 2}`, value: each.head, style: "header", align: align(each) },
      ...(each.unit === ""
        ? []
        : [{ address: `${each.column}${first - 1}`, value: each.unit, style: "unit" as const, align: align(each) }]),
    ]),
    ...MINERS.flatMap((_, index): SheetCell[] => {
      const row = first + index;
      return [
        miner(row),
        ...columns.flatMap(({ column, format, formula }): SheetCell[] =>
          formula ? [{ address: `${column}${row}`, formula: formula(row), style: "result", format, align: format === DATE ? "left" : "right" }] : [],
        ), // prettier-ignore
      ];
    }),
  ];
};

const valuation: SheetDescription = {
  name: "Valuation",
  columnWidths: {
    A: 14,
    B: 84,
    ...Object.fromEntries("CDEFGHIJKLMNOP".split("").map((column) => [column, 92])),
  },
  rowHeights: { 1: 28 },
  frozenRows: 2,
  cells: [
    ...head(
      "What the market pays",
      "Value of the coins, of an EH/s and of an AI megawatt, from your share prices and the newest balance sheets.",
    ),
    ...across("B", 4, ["Valued on"], { style: "label" }),
    { address: "D4", value: "empty: the latest reports", style: "unit" },
    ...across("B", 5, ["Your coin price"], { style: "label" }),
    { address: "D5", value: "USD; empty: the record's newest at or before the day", style: "unit" },
    ...across("B", 6, ["Coin price used"], { style: "label" }),
    {
      address: "C6",
      formula: '=IF(C5="",BTCNETWORK("price",ValuedOn),C5)',
      style: "result",
      format: "#,##0",
      align: "right",
    },
    ...across("B", 7, ["Share prices"], { style: "label" }),
    {
      address: "C7",
      value: "The record has none: type them in blue, or in Microsoft 365 enter beside each miner",
      style: "unit",
    },
    {
      address: "J7",
      value: '=TAKE(STOCKHISTORY("XNAS:"&B12,TODAY()-7,TODAY(),0,0,1),-1)',
      style: "formulaText",
    },
    { address: "B9", value: "Value", style: "heading" },
    ...block(VALUE, FIRST, (row) => ({ address: `B${row}`, value: MINERS[row - FIRST] ?? "", style: "input" })),
    { address: `B${SECOND - 3}`, value: "What is paid for", style: "heading" },
    ...block(OPERATIONS, SECOND, (row) => ({
      address: `B${row}`,
      formula: `=IF(B${above(row)}="","",B${above(row)})`,
      style: "label",
    })),
  ],
  areas: [
    area("C", FIRST, LAST, "input", { format: "#,##0.00", align: "right" }),
    { range: "C4", style: "input", format: DATE, align: "right" },
    { range: "C5", style: "input", format: "#,##0", align: "right" },
  ],
  names: [
    { name: "ValuedOn", range: "C4" },
    { name: "CoinPrice", range: "C6" },
  ],
  print: { orientation: "landscape", area: `A1:P${SECOND_LAST + 1}`, onePage: true },
};

export const VALUATION: Template = {
  id: "valuation",
  title: "Valuation",
  sentence:
    "What the market pays for coins, hashrate and AI contracts: your share prices on the newest balance sheets.",
  sheets: [
    valuation,
    notes("Valuation notes", "Valuation", {
      "What is yours": [
        "Share prices are typed in blue: the record has none. Take all of one day, and a coin price of the same day.",
        "STOCKHISTORY needs Microsoft 365 and its own service; change XNAS to the exchange of the miner.",
      ],
      "How it is meant": [
        "Market cap is price times shares outstanding, as of their date, times every split after it. Options and convertibles are not in it.",
        "Debt is one balance sheet: the total, or its parts of one day. EV is market cap plus debt less cash of the same day, else it stays empty; the coins are not taken off.",
        "mNAV is market cap over the value of the coins. Others divide EV by it, or count diluted shares: compare like with like.",
        "AI contracted is critical IT load under signed contracts; Cost a coin is what the company calls it, in its newest quarter.",
      ],
      "What is missing": [
        "An empty cell was never reported, and what would follow from it is empty too: never zero.",
        "Each date is that of the figure to its left. Where they lie far apart, so does the truth of the ratio.",
        "HUT's coins and hashrate contain ABTC's; its minority owns a part of them.",
      ],
    }),
  ],
};
