// What the market makes of an overhang: days of volume, and the fall of the price by both readings.
import { isoOf, type Day } from "../../common/days";
import type { MarketReading } from "../../data/market";
import { absorptionDays, flowImpact, priceFall, sqrtImpact } from "../../model/impact/impact";
import { REAL_VOLUME_USD, standardOf } from "../assumed";
import type { Cell } from "../cells";
import { rich, SHARE } from "../formats";
import { noMarket, type MarketDay } from "../market";
import { record } from "../session";

const PARTICIPATION = 0.05;
const FLOW_BETA = standardOf("flow_beta");

interface Volume {
  readonly name: string;
  readonly usd: number;
  readonly from: string;
}

const volumesAt = (day: Day): Volume[] => {
  const stored = (series: string, name: string): Volume[] => {
    const found = record().market(series, day);
    return found ? [{ name, usd: found.value, from: `month to ${isoOf(found.day)}` }] : [];
  };
  return [
    ...stored("volume_btcusd_usd", "BTC/USD pairs only"),
    { name: "real, all quotes", usd: REAL_VOLUME_USD, from: "assumption: 8 billion USD a day" },
    ...stored("volume_reported_usd", "as reported"),
  ];
};

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

export const marketRows = (btc: number, price: MarketReading | undefined, on: MarketDay): Cell[][] => {
  if (!price) return [["Price fall, from and to", "", "share", noMarket("price", on).message]];
  const day = Math.min(on.day, on.knownBy);
  const volatility = record().market("volatility_365d", day)?.value;
  const flowFall = priceFall(flowImpact(btc, price.value, FLOW_BETA));
  const volumes = volumesAt(day);
  const falls = volumes.map(({ usd }) =>
    volatility === undefined ? undefined : priceFall(sqrtImpact(btc, usd / price.value, volatility)),
  );
  const all = [...falls.filter((fall) => fall !== undefined), flowFall];
  const days = volumes.map(({ name, usd, from }): Cell[] => [
    `Days at 5 % of volume, ${name}`,
    rich(absorptionDays(btc, PARTICIPATION, usd / price.value), "#,##0.0"),
    "days",
    `${(usd / 1e9).toFixed(1)} billion USD a day, ${from}`,
  ]);
  const laws = volumes.map(({ name }, i): Cell[] => {
    const fall = falls[i];
    const how =
      volatility === undefined
        ? "no volatility in the record"
        : `Y = 1, ${(100 * volatility).toFixed(2)} % a day, before decay`;
    return [`Square-root law, ${name}`, fall === undefined ? "" : rich(fall, SHARE), "share", how];
  });
  return [
    ...days,
    [
      "Price fall, from and to",
      all.length > 1 ? `${percent(Math.min(...all))} to ${percent(Math.max(...all))}` : percent(flowFall),
      "share",
      "both readings over all volumes: a range of views, not of chance",
    ],
    ...laws,
    ["Flow reading", rich(flowFall, SHARE), "share", "3.4 % for each billion USD sold, never decaying"],
  ];
};
