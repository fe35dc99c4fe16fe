// MINERCARD: one miner as a card, with its main figures behind the name.
import { serialOf } from "../../common/days";
import { miners, tickerOf } from "../baskets";
import { CellError, type Property } from "../cells";
import { elementwise } from "../define";
import { figureOf } from "../figures";
import { DATE } from "../formats";
import { contractedMw } from "../leases";
import { formatOf, metricAt } from "../metrics";
import { latestDay, record } from "../session";

/** What a reader of a comps table asks first. */
const SHOWN = [
  "holdings_btc",
  "encumbered_btc",
  "energized_ehs",
  "fleet_efficiency_j_per_th",
  "power_cost_usd_per_kwh",
  "cash_usd",
  "total_debt_usd",
  "total_revenue_usd",
];

const linesOf = (miner: number, id: string): [string, Property][] => {
  const metric = record().metricIndex(id);
  const figure = metric < 0 ? undefined : figureOf(miner, metric);
  const row = figure?.rows[0];
  if (!figure || row === undefined) return [];
  const about = metricAt(metric);
  const { periodEnd, source } = record().reading(row);
  return [
    [about.name, { value: figure.value, format: formatOf(about) }],
    [`${about.name}: reported`, { value: serialOf(periodEnd), format: DATE }],
    [`${about.name}: source`, source.url === "" ? source.title : source.url],
  ];
};

export const MINERCARD = elementwise(
  {
    id: "MINERCARD",
    group: "record",
    summary: "A miner as a card: its name in the cell, with the main figures, their dates and sources behind it.",
    details:
      "Click the icon beside the name, or write =A1.[BTC held]. Needs an Excel with data types (2208 and later); elsewhere the cell shows the name alone. Use MINERDATA where you calculate.",
    result: "A card, or the name as text.",
    errors: [{ code: "#VALUE!", when: "unknown miner, or more than one" }],
    examples: [
      { formula: '=MINERCARD("MARA")', shows: "MARA Holdings", says: "The card of MARA." },
      { formula: '=MINERCARD({"RIOT";"CLSK"})', shows: "Riot Platforms", says: "Two cards, one below the other." },
    ],
  },
  [miners({ description: 'Ticker or name of one miner ("MARA").' })],
  (basket) => {
    if (basket.kind !== "single") {
      throw new CellError("#VALUE!", `A card shows one miner: give each its own cell, not ${basket.label} together.`);
    }
    const about = record().miners[basket.miner];
    const lease = contractedMw(basket.miner, latestDay());
    return {
      entity: about?.name ?? tickerOf(basket.miner),
      properties: {
        Ticker: tickerOf(basket.miner),
        ...(about && about.formerNames.length > 0 ? { Formerly: about.formerNames.join(", ") } : {}),
        ...Object.fromEntries(SHOWN.flatMap((id) => linesOf(basket.miner, id))),
        ...(lease === undefined ? {} : { "AI lease (MW)": lease }),
        ...(about && about.note !== "" ? { Note: about.note } : {}),
      },
    };
  },
);
