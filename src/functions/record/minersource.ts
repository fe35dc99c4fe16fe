// MINERSOURCE: where a value comes from, as text in cells.
import { isoOf, serialOf } from "../../data/days";
import { miners } from "../baskets";
import type { Cell } from "../cells";
import { listOf, whole } from "../define";
import { figuresOf } from "../figures";
import { DATE, rich } from "../formats";
import { statusOf } from "../holdings";
import { formatOf, metric, metricAt } from "../metrics";
import { optional } from "../parameters";
import { latestDay, record } from "../session";
import { onDate } from "./common";

const HOLDINGS = "holdings_btc";

export const MINERSOURCE = whole(
  {
    id: "MINERSOURCE",
    group: "record",
    summary: "Source of a value: title, link, day published, confidence, note, report date, status, miner and value.",
    details:
      "One row for each report that the value of MINERDATA (or MINERHOLDINGS) rests on, the largest first: a sum has several. Published shows a day; where the source states none it is text and says that it was assumed.",
    result: "Rows of nine columns: source, link, published, confidence, note, reported, status, miner, value.",
    errors: [
      { code: "#VALUE!", when: "unknown miner or metric" },
      { code: "#N/A", when: "not reported for that time" },
    ],
    examples: [
      { formula: '=MINERSOURCE("MARA",,"2025-12-31")', shows: "", says: "The filing behind 53,822." },
      { formula: '=MINERSOURCE("WULF","produced_btc","FY2025")', shows: "", says: "Behind a flow." },
    ],
  },
  [listOf(miners()), optional(metric({ default: HOLDINGS }), undefined), onDate],
  (baskets, what, asked) => {
    const index = what ?? record().metricIndex(HOLDINGS);
    const day = asked?.day ?? latestDay();
    const rows = baskets.flatMap((basket) => figuresOf(basket, index, asked)).flatMap((figure) => figure.rows);
    return rows
      .map((row) => record().reading(row))
      .sort((a, b) => b.value - a.value)
      .map((reading): Cell[] => [
        reading.source.title,
        reading.source.url,
        reading.publishedText.length === 10
          ? rich(serialOf(reading.published), DATE)
          : `${isoOf(reading.published)}, assumed from ${reading.publishedText === "" ? "the kind of report" : reading.publishedText}`,
        reading.confidence,
        reading.note,
        rich(serialOf(reading.periodEnd), DATE),
        statusOf(reading, day),
        reading.ticker,
        rich(reading.value, formatOf(metricAt(index))),
      ]);
  },
);
