// The article of 2026-03-14 figure by figure ("Bitcoin Miners' AI Shift May Create New Overhang", NewsBTC): what it says
// is typed in blue, what filings say comes by formula, and where the record has it from stands beside it.
import type { SheetArea, SheetCell } from "../sheet";
import { area } from "./template";

interface Claim {
  readonly what: string;
  readonly figure: number;
  readonly formula: string;
  readonly source: string;
  readonly unit: string;
  readonly format: string;
}

const held = (miner: string, btc: number): Claim => ({
  what: `${miner}, held at the end of 2025`,
  figure: btc,
  formula: `MINERHOLDINGS("${miner}","2025-12-31")`,
  source: `MINERSOURCE("${miner}",,"2025-12-31")`,
  unit: "BTC",
  format: "#,##0",
});
const inYear = (miner: string, words: string, metric: string, figure: number, unit = "BTC"): Claim => ({
  what: `${miner}, ${words} in 2025`,
  figure,
  formula: `MINERDATA("${miner}","${metric}","FY2025")`,
  source: `MINERSOURCE("${miner}","${metric}","FY2025")`,
  unit,
  format: unit === "BTC" ? "#,##0" : "#,##0.0,,",
});

const CLAIMS: readonly Claim[] = [
  held("MARA", 53_822),
  held("CORZ", 2_537),
  held("WULF", 3),
  held("IREN", 0),
  inYear("WULF", "mined", "produced_btc", 1_496),
  inYear("WULF", "sold", "sold_btc", 1_500),
  inYear("MARA", "sold", "sold_btc", 4_076),
  inYear("MARA", "proceeds of sales", "btc_sale_proceeds_usd", 413_100_000, "M USD"),
  inYear("CIFR", "proceeds of sales", "btc_sale_proceeds_usd", 214_700_000, "M USD"),
  inYear("CORZ", "proceeds of sales", "btc_sale_proceeds_usd", 402_500_000, "M USD"),
  {
    what: "All listed miners, held on the day",
    figure: 80_000,
    formula: 'MINERHOLDINGS("ALL",ArticleDay,,ArticleDay)',
    source: "",
    unit: "BTC",
    format: "#,##0",
  },
  {
    what: "Price on the day",
    figure: 72_322,
    formula: 'BTCNETWORK("price",ArticleDay)',
    source: "",
    unit: "USD/BTC",
    format: "#,##0",
  },
];

const FIRST = 8;
export const LAST_CLAIM = FIRST + CLAIMS.length - 1;
/** The row of the article's total, "almost 80,000", and of Core Scientific's proceeds. */
export const TOTAL_ROW = LAST_CLAIM - 1;
export const CORZ_ROW = LAST_CLAIM - 2;

/** Against itself the article always agrees: such a row has no difference to show. */
const isArticleAlone = (row: number): string => `ISNUMBER(SEARCH("NewsBTC",H${row}))`;

const verdict = (row: number, source: string): string => {
  if (row === CORZ_ROW) {
    const checks = 'CHOOSECOLS(MINERCHECK("CORZ",FALSE),2)';
    return `=IF(ISNUMBER(MATCH("proceeds",${checks},0)),"does not fit its own counts, see below","fits")`;
  }
  if (row === TOTAL_ROW)
    return `=IF(ABS(E${row})<1000,"agrees","differs by "&TEXT(E${row}/C${row},"0%")&": see sheet Thesis by miner")`;
  if (row === LAST_CLAIM) return '="no second source: the record has the article\'s price for that day"';
  return `=IF(${isArticleAlone(row)},"no second source: the record has it from the article",IF(D${row}=C${row},"agrees","differs")&", source: "&CHOOSECOLS(${source},4))`;
};

export const claimCells: readonly SheetCell[] = CLAIMS.flatMap(
  ({ what, figure, formula, source, unit, format }, index): SheetCell[] => {
    const row = FIRST + index;
    return [
      { address: `B${row}`, value: what, style: "label" },
      { address: `C${row}`, value: figure, style: "input", format },
      { address: `D${row}`, formula: `=${formula}`, style: "result", format },
      ...(row === LAST_CLAIM
        ? []
        : [
            {
              address: `E${row}`,
              formula: source === "" ? `=D${row}-C${row}` : `=IF(${isArticleAlone(row)},"",D${row}-C${row})`,
              style: "result" as const,
              format,
            },
          ]),
      { address: `F${row}`, value: unit, style: "unit" },
      { address: `G${row}`, formula: verdict(row, source), style: "label" },
      ...(source === ""
        ? []
        : [
            {
              address: `H${row}`,
              formula: `=CHOOSECOLS(${source},1,2)`,
              fills: `H${row}:I${row}`,
              style: "link" as const,
            },
          ]),
    ];
  },
);

export const claimAreas: readonly SheetArea[] = [area("H:I", FIRST, LAST_CLAIM, "link")];
