// Template The March 2026 thesis: the article rebuilt figure by figure, what was known, the scenario, what came after.
import { serialOfIso } from "../../common/days";
import type { SheetDescription } from "../sheet";
import { across, area, CHARTS_FOLLOW, down, head, notes, withText, type Template } from "./template";
import { claimAreas, claimCells, CORZ_ROW, LAST_CLAIM, TOTAL_ROW } from "./thesis-claims";
import { backtest, byMiner, DAY, LATER, MINERS, tested } from "./thesis-later";
import { CASE, OTHER, thesisScenario } from "./thesis-scenario";

const percent = (value: string): string => `TEXT(${value},"0%")`;
const fine = (value: string): string => `TEXT(${value},"0.0%")`;
const count = (value: string): string => `TEXT(${value},"#,##0")`;
const day = (value: string): string => `TEXT(${value},"yyyy-mm-dd")`;
/** The minus sign comes by itself. */
const signed = (value: string): string => `IF(${value}>0,"+","")&TEXT(${value},"0.0%")`;
const run = (cell: string): string => `'Thesis scenario'!${cell}`;
const miners = (cell: string): string => `'${MINERS}'!${cell}`;

/** Months from the day to the later one, as the scenario counts them. */
const monthsLater = `DATEDIF(${DAY},${LATER},"m")`;
const heldDown = (table: string): string => `SCENARIOVALUE(${table},"impact",${monthsLater})`;
const priceThen = `D${LAST_CLAIM}`;
const priceFall = `1-${tested("G")}/${priceThen}`;

/** Sentences that follow from the numbers: another record may turn them round. */
const conclusions: readonly string[] = [
  `="The article counts almost "&${count(`C${TOTAL_ROW}`)}&" BTC. The record knew "&${count(`D${TOTAL_ROW}`)}&" on that day, "&${count(miners("G8"))}&" of them at miners with a signed AI lease."`,
  `="By "&${day(LATER)}&" the same miners held "&${count(miners("H7"))}&": "&${count(`ABS(${miners("I7")})`)}&IF(${miners("I7")}<0," fewer, "," more, ")&${percent(`ABS(${miners("I7")}/${miners("G7")})`)}&". The scenario had said "&${count(tested("C"))}&"."`,
  `=${percent(miners("J8"))}&" of the change is at miners that had a lease, "&${percent(`INDEX(${miners("J9:J38")},MATCH("MARA",${miners("B9:B38")},0))`)}&" at MARA alone"&IF(${miners("J8")}<0.5,": coins came to market, but mostly not from where the thesis looks.",": mostly from where the thesis looks.")`,
  `="The price fell by "&${percent(priceFall)}&". After "&${monthsLater}&" months the scenario's sales hold it down by "&${fine(heldDown(CASE))}&" (square-root law) or "&${fine(heldDown(OTHER))}&" (flow reading)"&IF(MAX(${heldDown(CASE)},${heldDown(OTHER)})<${priceFall},": they do not explain the fall.",": they could explain it.")`,
  `="Hashprice: "&TEXT(${tested("I")},"0.00")&" said, "&TEXT(${tested("J")},"0.00")&" reported. After a year conversion alone changes it by "&${signed(`${run("I13")}/${run("H13")}-1`)}&", the sale alone by "&${signed(`${run("H14")}/${run("H13")}-1`)}&" or "&${signed(`${run("H17")}/${run("H16")}-1`)}&"."`,
  `="402.5 M USD of CORZ take at least "&${count(`D${CORZ_ROW}/MAX(CHOOSECOLS(BTCNETWORK("price","2025-01-31","2025-12-31","M",FALSE),2))`)}&" BTC at the best month end of 2025; its treasury rose by "&${count('MINERHOLDINGS("CORZ","2025-12-31")-MINERHOLDINGS("CORZ","2024-12-31")')}&" in that year."`,
];

const thesis: SheetDescription = {
  name: "Thesis",
  columnWidths: { A: 14, B: 230, C: 104, D: 104, E: 104, F: 72, G: 330, H: 460, I: 430 },
  rowHeights: { 1: 28 },
  cells: [
    ...head(
      "The March 2026 thesis",
      "Miners turn to AI and may sell the coins they hold: does the article's arithmetic hold, and what came of it?",
    ),
    ...down("B", 4, ["Day of the article", "Looked at again"], { style: "label" }),
    { address: "C4", value: serialOfIso("2026-03-14"), style: "input", format: "yyyy-mm-dd", align: "right" },
    { address: "C5", value: serialOfIso("2026-06-30"), style: "input", format: "yyyy-mm-dd", align: "right" },
    { address: "D5", value: "a month end of the backtest", style: "unit" },
    { address: "B7", value: "Figure", style: "header" },
    ...across("C", 7, ["Article", "Record", "Difference"], { style: "header", align: "right" }),
    { address: "F7", value: "Unit", style: "header", align: "left" },
    { address: "G7", value: "Verdict", style: "header" },
    ...across("H", 7, ["Source of the record's figure", "Link"], { style: "header", align: "left" }),
    ...claimCells,
    { address: `B${LAST_CLAIM + 2}`, value: "What to conclude", style: "heading" },
    ...conclusions.map((formula, index) => ({
      address: `B${LAST_CLAIM + 3 + index}`,
      formula,
      style: "label" as const,
    })),
    {
      address: `B${LAST_CLAIM + 3 + conclusions.length}`,
      value:
        "So: an overhang is what may come. Who sells, and why, is seen in reports only, and a price has more than one cause.",
      style: "label",
    },
  ],
  areas: claimAreas,
  names: [
    { name: "ArticleDay", range: "C4" },
    { name: "LookedAt", range: "C5" },
  ],
  print: { orientation: "landscape", area: `A1:H${LAST_CLAIM + 4 + conclusions.length}`, onePage: true },
};

const report = (method: string): string => `OVERHANGREPORT("ALL","${method}",1,${DAY},,${DAY}`;

const knownThen: SheetDescription = {
  name: "Thesis known then",
  columnWidths: { A: 14, B: 280, C: 104, D: 104, E: 330, F: 104, G: 330 },
  rowHeights: { 1: 28 },
  cells: [
    ...head(
      "What was known that day",
      "The overhang by what had been published by the day of the article: all treasuries, and those with an AI lease.",
    ),
    ...across("C", 5, ["All", "", "", "AI lease"], { style: "heading", align: "right" }),
    ...withText("B4", { address: "B6", formula: `=${report("TREASURY")})`, fills: "B6:E26", style: "header" }),
    {
      address: "F6",
      formula: `=CHOOSECOLS(${report("PIVOT")}),2,4)`,
      fills: "F6:G26",
      style: "header",
      align: "right",
    },
  ],
  areas: [
    area("B", 6, 6, "header"),
    area("C", 6, 6, "header", { align: "right" }),
    area("D:E", 6, 6, "header", { align: "left" }),
    area("G", 6, 6, "header", { align: "left" }),
    area("B", 7, 26, "label"),
    area("C", 7, 26, "result", { align: "right" }),
    area("D:E", 7, 26, "unit"),
    area("F", 7, 26, "result", { align: "right" }),
    area("G", 7, 26, "unit"),
  ],
  print: { orientation: "landscape", area: "A1:G27" },
};

export const THESIS: Template = {
  id: "thesis",
  title: "The March 2026 thesis",
  sentence:
    "The article of 14 March 2026 rebuilt figure by figure: what was known, what it implies, and what came of it.",
  sheets: [
    thesis,
    knownThen,
    byMiner,
    thesisScenario,
    backtest,
    notes("Thesis notes", "The March 2026 thesis", {
      "What is rebuilt": [
        '"Bitcoin Miners\' AI Shift May Create New Overhang", NewsBTC, 14 March 2026: miners sign AI leases, mine less, and may sell their treasuries.',
        "Its figures are typed in blue; beside each stands the record's by formula, and the source from which the record has it.",
        'Where the record has a figure from the article alone, the row says "no second source" and shows no difference: agreement would prove nothing.',
      ],
      "What was known then": [
        "Functions with the day in known_by see only what had been published by then: the sheet could have been made that morning.",
        "The totals differ because the record counts smaller and foreign miners too; sheet Thesis by miner shows each count and its age.",
      ],
      "How it is tested": [
        "The preset thesis: miners with a lease sell their whole treasury evenly over twelve months and move half their hashrate to AI.",
        "It starts on the day of the article and is never told what came later; the backtest puts reports of month ends beside it.",
        "Between reports the last count is carried forward, so a sale shows up only with the next report.",
      ],
      "What it cannot say": [
        "One case is no proof. That coins left a treasury does not say why, nor that the price fell for it.",
        CHARTS_FOLLOW,
      ],
    }),
  ],
};
