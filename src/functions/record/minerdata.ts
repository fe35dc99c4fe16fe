// MINERDATA: any reported figure.
import { miners } from "../baskets";
import { elementwise } from "../define";
import { figureCell } from "../figures";
import { metric } from "../metrics";
import { knownBy, onDate } from "./common";

export const MINERDATA = elementwise(
  {
    id: "MINERDATA",
    group: "record",
    summary: "Any reported figure of a miner: production, sales, cash, debt, hashrate, power cost, AI revenue …",
    details:
      "A level (coins, cash, megawatts) is the newest report at or before the date. What runs over time (mined, sold, revenue) is that of the period named; a year that only quarters report is their sum when all four are there. With a plain date it is the newest period that ended by then. Miners of a list or a group add up where that means something; prices and efficiencies do not.",
    result: "The figure in the metric's own unit.",
    errors: [
      { code: "#VALUE!", when: "unknown miner or metric (the nearest are named); a metric that does not add up" },
      { code: "#N/A", when: "not reported for that time; the message says for which it was" },
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
    ],
  },
  [miners(), metric({ name: "metrics" }), onDate, knownBy],
  (basket, what, asked, known) => figureCell(basket, what, asked, known?.day),
);
