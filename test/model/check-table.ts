// What the specification prints for the check case and its variations.
import { dayOf } from "../../src/common/days";
import type { ScenarioInputs } from "../../src/model/scenario/inputs";
import { CHECK, minersWith, selling } from "./cases";

const ENCUMBERED = [15_315, 5802, 0] as const;

/** Digits as printed. */
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
      ...selling(0.6),
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
      baselineSaleShare: 0.6,
      switchSoftness: 0.08,
      financedShare: 0.7,
      miners: minersWith({
        encumberedBtc: ENCUMBERED,
        contractedMw: [50, 241, 590],
        liveMw: [10, 0, 350],
        cashUsd: [100e6, 100e6, 50e6],
        overheadUsdYear: [120e6, 90e6, 80e6],
        productionSaleShare: [0.6, 0.6, 0.6],
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
