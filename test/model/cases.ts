// The check case of the specification, and defaults to build other scenarios from.
import { dayOf } from "../../src/model/calendar";
import type { MinerInputs, ScenarioInputs } from "../../src/model/inputs";

export const miner = (figures: Partial<MinerInputs>): MinerInputs => ({
  holdingsBtc: 0,
  encumberedBtc: 0,
  hashrateEhs: 0,
  efficiencyJth: 20,
  powerPriceUsdKwh: 0.05,
  sellShare: 1,
  aiShare: 0,
  contractedMw: 0,
  liveMw: 0,
  cashUsd: 0,
  overheadUsdYear: 0,
  ...figures,
});

const MARA = miner({
  ticker: "MARA",
  holdingsBtc: 53_822,
  hashrateEhs: 58,
  efficiencyJth: 19,
  powerPriceUsdKwh: 0.04,
  sellShare: 0.3,
  aiShare: 0.1,
});
const RIOT = miner({
  ticker: "RIOT",
  holdingsBtc: 18_005,
  hashrateEhs: 34,
  efficiencyJth: 20.5,
  powerPriceUsdKwh: 0.035,
  aiShare: 0.6,
});
const CORZ = miner({
  ticker: "CORZ",
  holdingsBtc: 2537,
  hashrateEhs: 15,
  efficiencyJth: 24,
  powerPriceUsdKwh: 0.045,
  aiShare: 1,
});

/** 12 months from 14 March 2026, the day of the article whose thesis the product tests. */
export const CHECK: ScenarioInputs = {
  startDay: dayOf(2026, 3, 14),
  months: 12,
  priceUsd: 72_322,
  calibrationPriceUsd: 72_322,
  drift: 0,
  jump: 0,
  jumpDay: 0,
  volatility: 0.445,
  fanCentre: "median",
  dailyVolatility: 0.0233,
  volumeBtc: 140_000,
  impactModel: "sqrt",
  impactCoefficient: 1,
  flowBeta: 0.034,
  difficulty: 145_042_165_424_853,
  hashrateEhs: 1000,
  epochDays: 0,
  epochBlocks: 0,
  feesBtcPerDay: 3.6,
  halvingDay: dayOf(2028, 4, 15),
  networkGrowth: 0,
  efficiencyGain: 0,
  switchSoftness: 0.15,
  switchDays: 60,
  policy: "linear",
  sellStart: 0,
  sellDays: 365,
  urgency: 0.01,
  sellEncumbered: true,
  productionSaleShare: 1,
  baselineSaleShare: 1,
  aiStart: 0,
  aiDays: 365,
  buildDays: 0,
  capexUsdPerMw: 9e6,
  financedShare: 0.8,
  aiRevenueUsdPerMwYear: 1_850_000,
  aiMargin: 0.85,
  miners: [MARA, RIOT, CORZ],
};

/** The check case's miners with other figures, one list entry per miner in the order MARA, RIOT, CORZ. */
export const minersWith = (
  figures: Readonly<Partial<Record<Exclude<keyof MinerInputs, "ticker">, readonly [number, number, number]>>>,
): MinerInputs[] =>
  CHECK.miners.map((base, i) => ({
    ...base,
    ...Object.fromEntries(Object.entries(figures).map(([figure, values]) => [figure, values[i]])),
  }));

const ENCUMBERED = [15_315, 5802, 0] as const;

/** What the specification prints for the check case and its variations, digits as printed. */
export const CHECK_TABLE: readonly {
  readonly change: string;
  readonly inputs: ScenarioInputs;
  readonly printed: Readonly<Record<string, string>>;
}[] = [
  {
    change: "as given",
    inputs: CHECK,
    printed: row(
      "71464.4876",
      "0.01185687",
      "980.534674",
      "1.37068418364e+14",
      "33.038272",
      "37675.4000",
      "2632374285",
    ),
  },
  {
    change: "impact_model flow",
    inputs: { ...CHECK, impactModel: "flow" },
    printed: row(
      "66083.0980",
      "0.08626562",
      "955.752324",
      "1.34000933206e+14",
      "31.249783",
      "37675.4000",
      "2537224041",
    ),
  },
  {
    change: "policy front, urgency 0.01",
    inputs: { ...CHECK, policy: "front" },
    printed: row(
      "71706.8623",
      "0.00850554",
      "981.429888",
      "1.37186618599e+14",
      "33.121760",
      "37675.4000",
      "2634556153",
    ),
  },
  {
    change: "price 40,000, the fleet calibrated at 72,322",
    inputs: { ...CHECK, priceUsd: 40_000 },
    printed: row(
      "39525.7253",
      "0.01185687",
      "732.648190",
      "1.02451552209e+14",
      "24.447009",
      "37675.4000",
      "1455918965",
    ),
  },
  {
    change: "start 2027-03-14, 24 months, across the halving",
    inputs: { ...CHECK, startDay: dayOf(2027, 3, 14), months: 24 },
    printed: row(
      "71965.9093",
      "0.00492368",
      "695.623935",
      "9.71716180900e+13",
      "23.651299",
      "37675.4000",
      "2632374285",
    ),
  },
  {
    change: "jump -0.3 on day 30",
    inputs: { ...CHECK, jump: -0.3, jumpDay: 30 },
    printed: row(
      "50025.1413",
      "0.01185687",
      "838.578821",
      "1.17298441783e+14",
      "27.024677",
      "37675.4000",
      "1907938196",
    ),
  },
  {
    change: "efficiency gain, growth, an open epoch, production sale share 0.6 against a baseline of 1",
    inputs: {
      ...CHECK,
      efficiencyGain: 0.08,
      networkGrowth: 0.1,
      epochDays: 8,
      epochBlocks: 1100,
      productionSaleShare: 0.6,
    },
    printed: row(
      "71525.6011",
      "0.01101185",
      "1071.817133",
      "1.49319602154e+14",
      "30.353525",
      "43231.5572",
      "2634118510",
    ),
  },
  {
    change: "policy funding, encumbered coins sold too",
    inputs: {
      ...CHECK,
      policy: "funding",
      miners: minersWith({ contractedMw: [0, 241, 590], cashUsd: [400e6, 470e6, 300e6] }),
    },
    printed: {
      ...row("72230.9309", "0.00125922", "983.786027", "1.37515649373e+14", "33.284001", "71827.0000", "183104478"),
      unfunded: "115817179.75",
      ai_mw: "766.657122",
    },
  },
  {
    change: "policy funding, everything at once",
    inputs: {
      ...CHECK,
      policy: "funding",
      sellEncumbered: false,
      priceUsd: 60_000,
      calibrationPriceUsd: 60_000,
      drift: -0.2,
      efficiencyGain: 0.08,
      aiStart: 20,
      aiDays: 300,
      buildDays: 60,
      productionSaleShare: 0.6,
      baselineSaleShare: 0.6,
      switchSoftness: 0.08,
      financedShare: 0.7,
      miners: minersWith({
        encumberedBtc: ENCUMBERED,
        contractedMw: [50, 241, 590],
        liveMw: [10, 0, 350],
        cashUsd: [100e6, 100e6, 50e6],
        overheadUsdYear: [120e6, 90e6, 80e6],
      }),
    },
    printed: {
      ...row("48770.5059", "0.00719283", "938.114144", "1.31493696987e+14", "23.502646", "65056.8571", "808959685"),
      unfunded: "652401657.86",
      ai_mw: "957.420889",
    },
  },
  {
    change: "linear from day 45 over 200 days, encumbered coins kept, the conversion a step on day 100",
    inputs: {
      ...CHECK,
      sellStart: 45,
      sellDays: 200,
      sellEncumbered: false,
      aiDays: 0,
      aiStart: 100,
      miners: minersWith({ encumberedBtc: ENCUMBERED }),
    },
    printed: row(
      "71964.8300",
      "0.00493861",
      "984.310358",
      "1.37499023072e+14",
      "33.165391",
      "48071.9000",
      "1888731092",
    ),
  },
];

function row(
  price: string,
  impact: string,
  hashrate: string,
  difficulty: string,
  hashpriceUsd: string,
  holdings: string,
  raised: string,
): Record<string, string> {
  return { price, impact, hashrate, difficulty, hashprice: hashpriceUsd, holdings, raised };
}

/** A number written with as many digits as the printed one. */
export const asPrinted = (value: number, printed: string): string => {
  const digits = printed.split("e")[0]?.split(".")[1]?.length ?? 0;
  return printed.includes("e") ? value.toExponential(digits) : value.toFixed(digits);
};
