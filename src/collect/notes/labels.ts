// What a row of a note on bitcoin speaks of. The first line that fits counts.

const PARTS: readonly [RegExp, string][] = [
  [/\b(loaned|lent|lending)\b/i, "loaned_btc"],
  [/\bmanaged\b/i, "managed_btc"],
  [/\b(pledged|collateral)\b/i, "pledged_btc"],
  [/\bunrestricted\b/i, "unrestricted_btc"],
  [/\brestricted\b/i, "encumbered_btc"],
  [/^(number of )?bitcoins?( held)? on hand\b/i, "on_hand_btc"],
];

const FLOWS: readonly [RegExp, string][] = [
  [/\b(receipt|revenue|mined|produced|mining)\b/i, "produced_btc"],
  [/\b(purchase|bought|acquired)/i, "purchased_btc"],
  [/^(?!.*\bexchange\b).*\b(sales?|sold|dispos)/i, "sold_btc"],
];

export const OTHER_THINGS =
  /\b(ethereum|ether|eth|usdc|usdt|machines?|miners?|servers?|switch(es)?|customers?|hosted|stake[dn]?|target|expected)\b/i;
export const FAIR_VALUE = /\b(fair value|carrying (value|amount))\b/i;
export const COUNT = /\b(number of (bitcoins?|btc|units|coins)|bitcoins? held|btc held|quantity|bitcoin count)\b/i;

const firstOf = (list: readonly [RegExp, string][], label: string): string | undefined =>
  list.find(([pattern]) => pattern.test(label))?.[1];

/** A count at a day. */
export const levelOf = (label: string): string | undefined => {
  if (OTHER_THINGS.test(label)) return undefined;
  const part = firstOf(PARTS, label);
  if (part !== undefined) return part;
  if (/^total\b/i.test(label) || COUNT.test(label) || /\bbalance\b/i.test(label)) return "holdings_btc";
  return /^(number of )?(bitcoins?|btc)\b/i.test(label) ? "on_hand_btc" : undefined;
};

/** What happened between two balances; an exchange into another coin is no sale. */
export const flowOf = (label: string): string | undefined => {
  if (/\bfair value\b|\bgain|\bloss/i.test(label)) return undefined;
  return /\b(into|for) (eth|ether|usd[ct])\b/i.test(label) ? undefined : firstOf(FLOWS, label);
};

/** Parts of the holdings that another has a claim on, for the sum of the encumbered. */
export const CLAIMED = ["loaned_btc", "managed_btc", "pledged_btc"] as const;
