// Hashprice and break-evens against published figures.
import { expect, it } from "vitest";
import {
  breakEvenPowerUsdKwh,
  hashcostUsd,
  hashprice,
  hashpriceBtc,
  miningCostUsdPerBtc,
  powerMw,
} from "../../src/model/economics/economics";

/** Reward of a block when fees are a share of it: S / (1 - f). */
const rewardBtc = (feeShare: number) => 3.125 / (1 - feeShare);
const within = (got: number, published: number, tolerance: number) => {
  expect(Math.abs(got / published - 1), `${got} against ${published}`).toBeLessThan(tolerance);
};

it("gives the hashprice in BTC that Hashrate Index published, to 0.2 %", () => {
  // Hashrate Index roundups of 2025-11-03 (height 921312, week's fee share 0.62 %) and 2026-01-12 (0.55 %).
  within(hashpriceBtc(155_973_032_196_071.94, rewardBtc(0.0062)), 0.00040577, 0.002);
  within(hashpriceBtc(146_472_570_619_930.8, rewardBtc(0.0055)), 0.00043143, 0.002);
});

it("gives the reward that those hashprices imply", () => {
  within(hashpriceBtc(155_973_032_196_071.94, 3.146122), 0.00040577, 1e-6);
  within(hashpriceBtc(146_472_570_619_930.8, 3.141324), 0.00043143, 1e-6);
});

it("gives published hashprices in USD, to 2 % since price and difficulty are not of one moment", () => {
  // docs of elektronics.dev/docs/hashprice: prints 62.81, having rounded 0.000201
  within(hashprice(1e14, 3.125, 100_000), 62.8642737865448, 1e-13);
  within(hashprice(1e14, 3.125, 100_000), 62.81, 0.002);
  // finfly.news, 2026-06-29, price about 60,000, no fees
  within(hashprice(133.87e12, 3.125, 60_000), 28.17551674903031, 1e-13);
  within(hashprice(133.87e12, 3.125, 60_000), 28.2, 0.015);
  // Hashrate Index, 2024-12-23
  within(hashprice(108.52e12, 3.2181, 93_450), 55.74718435592551, 1e-13);
  within(hashprice(108.52e12, 3.2181, 93_450), 55.21, 0.015);
  // the worksheet's first example: 12 January 2026
  expect(hashprice(146_472_570_619_930.8, 3.125 + 0.0173, 91_132)).toBeCloseTo(39.3, 1);
});

it("gives the break-even power prices of 12 January 2026 at 39.53 USD/PH/day", () => {
  // Hashrate Index 2026-01-12: 97, 75 and 51 USD/MWh for fleets of about 17, 22 and 32.5 J/TH.
  const usdPerMwh = [17, 22, 32.5].map((efficiency) => 1000 * breakEvenPowerUsdKwh(efficiency, 39.53));
  expect(usdPerMwh.map(Math.round)).toEqual([97, 75, 51]);
  within(usdPerMwh[0] ?? NaN, 96.88725490196077, 1e-14);
  within(usdPerMwh[1] ?? NaN, 74.86742424242424, 1e-14);
});

it("has an S19 XP under water above 6 cents at a hashprice of 30", () => {
  // CoinShares, Q1 2026 mining report: 21.5 J/TH, under water above 0.06 USD/kWh.
  within(1000 * breakEvenPowerUsdKwh(21.5, 30), 58.13953488372093, 1e-14);
  expect(hashcostUsd(21.5, 0.06)).toBeGreaterThan(30);
});

it("turns each break-even into the others", () => {
  const difficulty = 1.45e14;
  const reward = 3.15;
  const price = miningCostUsdPerBtc(20, 0.05, difficulty, reward);
  const earned = hashprice(difficulty, reward, price);
  within(earned, hashcostUsd(20, 0.05), 1e-14);
  within(breakEvenPowerUsdKwh(20, earned), 0.05, 1e-14);
});

it("adds a site's overhead power to the machines'", () => {
  expect(hashcostUsd(20, 0.05)).toBeCloseTo(24, 12);
  expect(hashcostUsd(20, 0.05, 1.1)).toBeCloseTo(26.4, 12);
});

it("draws as many megawatts as EH/s times J/TH", () => {
  expect(powerMw(58, 19)).toBe(1102);
});
