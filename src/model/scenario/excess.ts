// Which part of the miners' sales the outside price does not contain yet.
import type { MinerInputs, ScenarioInputs } from "./inputs";

/** Share of a miner's production whose sale is excess; below 0 where the price has seen more. */
export const excessShare = ({ baselineSaleShare }: ScenarioInputs, { productionSaleShare }: MinerInputs): number =>
  baselineSaleShare === undefined ? 0 : productionSaleShare - baselineSaleShare;

/** Treasury sales are, but not those at a pace that the market is used to. */
export const isTreasuryExcess = ({ policy, baselineSaleShare }: ScenarioInputs): boolean =>
  policy !== "pace" || baselineSaleShare !== undefined;

/** The share of production that all miners sell alike; undefined where they differ. */
export const commonSaleShare = ({ miners }: ScenarioInputs): number | undefined => {
  const first = miners[0]?.productionSaleShare ?? 1;
  return miners.every(({ productionSaleShare }) => productionSaleShare === first) ? first : undefined;
};
