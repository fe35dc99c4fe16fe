// MINERDATA: any reported figure.
import { miners } from "../baskets";
import { elementwise } from "../define";
import { figureCell } from "../figure-cell";
import { metric } from "../metrics";
import { period } from "../spans";
import { knownBy, maxAge, onDate } from "./common";

export const MINERDATA = elementwise(
  {
    id: "MINERDATA",
    group: "record",
    summary: "Any reported figure of a miner: production, sales, cash, debt, hashrate, power cost, AI revenue …",
    details:
      "A level (coins, cash, megawatts) is the newest report at or before the date. A figure that runs over time (mined, sold, revenue) is for the period that the date names, or else the newest quarter that had ended; period asks for another length, LTM for twelve months. A length that nobody reported is built from shorter reports, or from a longer one less the rest, and says so (Status summed or derived, with the parts); never across a gap. A list or a group uses a single calendar quarter: the newest that every miner in the list has, or half of those in a group that ever report it. Prices and efficiencies do not add up.",
    result: "The figure in the metric's own unit.",
    errors: [
      {
        code: "#VALUE!",
        when: "unknown miner or metric (the nearest are named); a metric that does not add up; a date that names a different period",
      },
      { code: "#N/A", when: "not reported for that time; the message says for which it was, and which period works" },
    ],
    examples: [
      {
        formula: '=MINERDATA("WULF",{"produced_btc","sold_btc"},"FY2025")',
        shows: "1,496",
        says: "Mined and sold in 2025: 1,496 and 1,500.",
      },
      {
        formula: '=MINERDATA({"MARA";"RIOT"},"cash","2025Q4")',
        shows: "$547,132,000",
        says: "Cash at the end of 2025.",
      },
      {
        formula: '=MINERDATA({"MARA";"RIOT";"CLSK"},"production","2026-11-22",,"LTM")',
        shows: "8,799",
        says: "Mined in twelve months: 8,799, 5,791 and 7,253.",
      },
    ],
  },
  [miners(), metric({ name: "metrics" }), onDate, knownBy, period, maxAge],
  (basket, what, date, known, length, oldest) =>
    figureCell(basket, what, { date, knownBy: known?.day, period: length, maxAge: oldest }),
);
