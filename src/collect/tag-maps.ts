// Which tag, in which unit and with which dimensions, is which figure of the record. Written from real filings only.

export interface TagRule {
  /** The measure of the unit, as "riot:item". */
  readonly unit: string;
  /** "Axis=Member" by local names, in any order; nothing else may be there. */
  readonly dimensions?: readonly string[];
  readonly metric: string;
  /** Tag of the fair value in the same context, which tests a count against the price of the day. */
  readonly fairValue?: string;
  /** The company is known to file this count a thousand times too large. */
  readonly isInThousands?: true;
}

/** Rules of one tag, or the reason why its facts are never read. */
export type TagMap = Readonly<Record<string, readonly TagRule[] | string>>;

const RIOT_COINS = "riot:item";

export const RIOT: TagMap = {
  "us-gaap:CryptoAssetNumberOfUnits": [
    { unit: RIOT_COINS, metric: "holdings_btc", fairValue: "us-gaap:CryptoAssetFairValue" },
  ],
  "us-gaap:CryptoAssetNumberOfUnrestrictedUnits": [
    { unit: RIOT_COINS, metric: "unrestricted_btc", fairValue: "us-gaap:CryptoAssetFairValueUnrestricted" },
  ],
  "us-gaap:CryptoAssetNumberOfRestrictedUnits": [
    { unit: RIOT_COINS, metric: "encumbered_btc", fairValue: "us-gaap:CryptoAssetFairValueRestricted" },
  ],
  "riot:CryptocurrencyQuantityBalance": [{ unit: RIOT_COINS, metric: "holdings_btc" }],
  "riot:QuantityOfCryptoCurrencyRevenueRecognizedFromMining": [{ unit: RIOT_COINS, metric: "produced_btc" }],
  "riot:QuantityOfCryptoCurrencySold": [{ unit: RIOT_COINS, metric: "sold_btc" }],
  "riot:CryptoAssetPurchaseQuantity": [{ unit: RIOT_COINS, metric: "purchased_btc" }],
  "us-gaap:CryptoAssetFairValue": [{ unit: "iso4217:USD", metric: "btc_fair_value_usd" }],
  "us-gaap:CryptoAssetFairValueRestricted": [{ unit: "iso4217:USD", metric: "btc_encumbered_value_usd" }],
  "us-gaap:CryptoAssetCost": [{ unit: "iso4217:USD", metric: "btc_cost_basis_usd" }],
};

export const CLEANSPARK: TagMap = {
  "clsk:NumberOfBitcoinsHeld": [
    { unit: "iso4217:USD", metric: "on_hand_btc", fairValue: "clsk:FairValueOfBitcoin", isInThousands: true },
  ],
  // Machine options in 2025 (with dimensions), posted collateral in 2026 (without): never the holdings.
  "us-gaap:CryptoAssetNumberOfUnits": [
    { unit: "clsk:Bitcoin", metric: "encumbered_btc", fairValue: "clsk:ReceivableForBitcoinCollateralPledged" },
  ],
  "clsk:FairValueOfBitcoin": [{ unit: "iso4217:USD", metric: "btc_fair_value_usd" }],
  "clsk:CostBasisOfBitcoin": [{ unit: "iso4217:USD", metric: "btc_cost_basis_usd" }],
};

export const BIT_DIGITAL: TagMap = {
  "us-gaap:CryptoAssetNumberOfUnits": "Bit Digital counts machines, switches and ether under this tag",
};
