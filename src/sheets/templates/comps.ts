// Template Comps: miners side by side, coins, machines, money and AI.
import type { SheetDescription } from "../sheet";
import { across, area, head, notes, withText, type Template } from "./template";

const FIRST = 12;
const LAST = FIRST + 39;
const TOP = 10;

interface Column {
  readonly head: string;
  readonly unit: string;
  readonly format: string;
  readonly total?: "SUM" | "MEDIAN";
}

const BTC = "#,##0";
const MILLIONS = "#,##0,,";
const COLUMNS: readonly Column[] = [
  { head: "Treasury", unit: "BTC", format: BTC, total: "SUM" },
  { head: "Value", unit: "M USD", format: MILLIONS, total: "SUM" },
  { head: "Share", unit: "of all", format: "0.0%", total: "SUM" },
  { head: "Reported", unit: "period end", format: "yyyy-mm-dd" },
  { head: "Age", unit: "days", format: "#,##0", total: "MEDIAN" },
  { head: "Pledged", unit: "BTC", format: BTC, total: "SUM" },
  { head: "Hashrate", unit: "EH/s", format: "#,##0.0", total: "SUM" },
  { head: "Efficiency", unit: "J/TH", format: "0.0", total: "MEDIAN" },
  { head: "Power", unit: "USD/kWh", format: "0.000", total: "MEDIAN" },
  { head: "Power a BTC", unit: "USD/BTC", format: "#,##0", total: "MEDIAN" },
  { head: "Cash", unit: "M USD", format: MILLIONS, total: "SUM" },
  { head: "Debt", unit: "M USD", format: MILLIONS, total: "SUM" },
  { head: "AI lease", unit: "MW", format: "#,##0", total: "SUM" },
  { head: "AI live", unit: "MW", format: "#,##0", total: "SUM" },
  { head: "AI contracts", unit: "M USD", format: MILLIONS, total: "SUM" },
  { head: "Estimate", unit: "BTC today", format: BTC, total: "SUM" },
  { head: "at least", unit: "90 % band", format: BTC },
  { head: "at most", unit: "90 % band", format: BTC },
];
const letter = (index: number): string => String.fromCharCode("D".charCodeAt(0) + index);

const list = "MINERLIST(Peers,PeersAsOf,FALSE)";
const tickers = `CHOOSECOLS(${list},1)`;
/** What a miner never reported stays empty. */
const data = (metrics: readonly string[]): string =>
  `IFNA(MINERDATA(${tickers},{${metrics.map((metric) => `"${metric}"`).join(",")}},PeersAsOf),"")`;
const one = (metric: string): string => `MINERDATA(${tickers},"${metric}",PeersAsOf)`;
const EFFICIENCY = "fleet_efficiency_j_per_th";
const POWER = "power_cost_usd_per_kwh";

const totals = COLUMNS.flatMap(({ total, format }, index) => {
  const column = letter(index);
  const label = { style: "label", format, align: "right" } as const;
  if (total === undefined) return [];
  const range = `${column}${FIRST}:${column}${LAST}`;
  return [
    ...(total === "SUM" ? [{ address: `${column}10`, formula: `=SUM(${range})`, ...label }] : []),
    ...(total === "MEDIAN" ? [{ address: `${column}11`, formula: `=MEDIAN(${range})`, ...label }] : []),
  ];
});

const comps: SheetDescription = {
  name: "Comps",
  columnWidths: {
    A: 14,
    B: 52,
    C: 150,
    ...Object.fromEntries(
      COLUMNS.map(({ head, format }, index) => [
        letter(index),
        head.length > 10 ? 96 : head.length > 8 || format.startsWith("yyyy") ? 78 : 66,
      ]),
    ),
  },
  rowHeights: { 1: 28 },
  frozenRows: FIRST - 1,
  cells: [
    ...head(
      "Miners side by side",
      "Which miner holds how much, mines how cheaply, owes what, and has leased how much to AI.",
    ),
    ...across("B", 4, ["Miners"], { style: "label" }),
    { address: "C4", value: "ALL", style: "input" },
    { address: "D4", value: "ALL, PIVOT (signed AI lease), HOLDERS, or tickers: MARA,RIOT", style: "unit" },
    ...across("B", 5, ["As of"], { style: "label" }),
    { address: "D5", value: "empty: the latest reports", style: "unit" },
    ...across("B", 8, ["Ticker", "Name"], { style: "header" }),
    ...across(
      "D",
      8,
      COLUMNS.map((column) => column.head),
      { style: "header", align: "right" },
    ),
    ...across(
      "D",
      9,
      COLUMNS.map(({ unit }) => unit),
      { style: "unit", align: "right" },
    ),
    { address: "B10", value: "Total", style: "label" },
    { address: "B11", value: "Median", style: "label" },
    ...totals,
    ...withText("B7", {
      address: `B${FIRST}`,
      formula: `=CHOOSECOLS(${list},1,2,3)`,
      fills: `B${FIRST}:D${LAST}`,
      style: "label",
    }),
    {
      address: `E${FIRST}`,
      formula: `=CHOOSECOLS(${list},3)*BTCNETWORK("price",PeersAsOf)`,
      fills: `E${FIRST}:E${LAST}`,
      style: "result",
      format: MILLIONS,
    },
    {
      address: `F${FIRST}`,
      formula: `=CHOOSECOLS(${list},4,5,6)`,
      fills: `F${FIRST}:H${LAST}`,
      style: "result",
      format: "0.0%",
    },
    {
      address: `I${FIRST}`,
      formula: `=${data(["encumbered_btc", "energized_ehs", EFFICIENCY, POWER])}`,
      fills: `I${FIRST}:L${LAST}`,
      style: "result",
      format: BTC,
    },
    {
      address: `M${FIRST}`,
      formula: `=IFNA(MININGCOST(${one(EFFICIENCY)},${one(POWER)},BTCNETWORK("difficulty",PeersAsOf)),"")`,
      fills: `M${FIRST}:M${LAST}`,
      style: "result",
      format: "#,##0",
    },
    {
      address: `N${FIRST}`,
      formula: `=${data(["cash_usd", "total_debt_usd"])}`,
      fills: `N${FIRST}:O${LAST}`,
      style: "result",
      format: MILLIONS,
    },
    {
      address: `P${FIRST}`,
      formula: `=CHOOSECOLS(${list},7)`,
      fills: `P${FIRST}:P${LAST}`,
      style: "result",
      format: "#,##0",
    },
    // Row by row: not every engine takes one range in place of another's errors.
    ...Array.from({ length: LAST - FIRST + 1 }, (_, index) => {
      const miner = `B${FIRST + index}`;
      const megawatts = (metric: string): string => `MINERDATA(${miner},"${metric}",PeersAsOf)`;
      return {
        address: `Q${FIRST + index}`,
        formula: `=IF(${miner}="","",IFNA(${megawatts("hpc_billing_mw")},IFNA(${megawatts("hpc_energized_mw")},"")))`,
        style: "result" as const,
        format: "#,##0",
      };
    }),
    {
      address: `R${FIRST}`,
      formula: `=${data(["hpc_contract_value_usd"])}`,
      fills: `R${FIRST}:R${LAST}`,
      style: "result",
      format: MILLIONS,
    },
    {
      address: `S${FIRST}`,
      formula: `=IFNA(MINERESTIMATE(${tickers},PeersAsOf,,,{0.5,0.05,0.95}),"")`,
      fills: `S${FIRST}:U${LAST}`,
      style: "result",
      format: BTC,
    },
    ...[0.05, 0.95].map((percentile, place) => ({
      address: `${"TU"[place] ?? ""}10`,
      formula: `=MINERESTIMATE(IF(Peers="","ALL",Peers),PeersAsOf,,,${percentile})`,
      style: "label" as const,
      format: BTC,
      align: "right" as const,
    })),
  ],
  areas: [
    { range: "C5", style: "input", format: "yyyy-mm-dd", align: "left" },
    area("B:C", FIRST, LAST, "label"),
    ...COLUMNS.map(({ format }, index) => area(letter(index), FIRST, LAST, "result", { format, align: "right" })),
  ],
  charts: [
    {
      kind: "column",
      title: "Coins, cash and debt of the ten largest treasuries",
      description: "Value of coins, cash and debt side by side, in millions of USD.",
      over: "B38:L56",
      table: `B8:O${FIRST + TOP - 1}`,
      dates: `B${FIRST}:B${FIRST + TOP - 1}`,
      categories: true,
      series: ["E", "N", "O"].map((column) => ({
        name: `${column}8`,
        values: `${column}${FIRST}:${column}${FIRST + TOP - 1}`,
      })),
      unit: "M USD",
      format: "#,##0,,",
      marks: [],
    },
  ],
  names: [
    { name: "Peers", range: "C4" },
    { name: "PeersAsOf", range: "C5" },
  ],
  print: { orientation: "landscape", area: "A1:U57", repeatedRows: "8:9" },
};

export const COMPS: Template = {
  id: "comps",
  title: "Comps",
  sentence: "Miners side by side: coins, machines, power, money and AI contracts, as last reported.",
  sheets: [
    comps,
    notes("Comps notes", "Comps", {
      "What stands where": [
        "Each figure is the miner's newest report at or before the date; an empty cell was never reported, and is not zero.",
        'Dates differ from miner to miner and from figure to figure: =MINERSOURCE("MARA","cash") tells where one comes from.',
        "Totals and medians run over what is there. They are not totals of the industry.",
      ],
      "How some are meant": [
        "Hashrate is what was energized, hosted machines included where the company counts them so. Power is what the company calls it.",
        "Power a BTC is the power cost of one coin at the network's difficulty: efficiency and power price, nothing else.",
        "AI lease is critical IT load under signed contracts: the newest total reported, and what was announced since, as in MINERLIST.",
        "AI live is what the tenant pays for where that is told, else what is energized. AI contracts is the revenue over the base terms, as last reported, and of what was signed since where that was told.",
        "Debt is of one balance sheet, the newest: the total, or the parts that were told of it. Behind a sum of parts stands which are missing: it is at least so much.",
      ],
      Estimates: [
        "Estimate is no report: the newest count, moved on at the miner's own pace, less sales told by themselves, with its 90 % band.",
        "It stands beside the counts and enters nothing else here; the band of the total is narrower than that of its parts added up.",
      ],
      "Where it ends": [
        "Companies define cost and hashrate each in its own way: compare with care, and read the notes in MINERSOURCE.",
      ],
    }),
  ],
};
