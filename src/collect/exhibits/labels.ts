// The words with which releases name their figures. A miner's own list comes before the common one.

export type Labels = readonly (readonly [RegExp, string])[];

const COMMON: Labels = [
  [/\baverage operat\w+ hash ?rate\b/i, "avg_operating_ehs"],
  [
    /\b(deployed|energized|month-end operating|operational|installed and operating) (\w+ )?hash ?rate\b/i,
    "energized_ehs",
  ],
  [/\b(pledged|collateral|restricted|receivable)\b/i, "encumbered_btc"],
  [/\b(btc|bitcoins?) (converted|liquidated|sold)\b|\b(sold|converted|liquidated)\b/i, "sold_btc"],
  [/\b(btc|bitcoins?) purchased\b|\b(purchased|bought)\b/i, "purchased_btc"],
  [/\b(btc|bitcoins?) (mined|produced|production)\b|\b(mined|produced)\b|^production\b/i, "produced_btc"],
  [/\b(total )?(btc|bitcoins?) (held|holdings?)\b|\bholdings?\b|\bheld\b|\bbitcoin treasury\b/i, "holdings_btc"],
];

/** Nothing of one's own coins, of the period, or certain. */
const SUBJECT = /\b(customers?|hosted|hosting|ether|ethereum|eth|targets?|targeted|expected|expects?)\b/i;
const ABOUT = /\b(approximately|about|around|roughly|nearly|more than)\b/i;
/** Means, sums of other stretches, and money are no count of the period. */
const NEVER =
  /\bper day\b|\bdaily\b|\/day\b|year[- ]to[- ]date|\bytd\b|\bsince\b|\bprices?\b|\brevenues?\b|\bcosts?\b|\bproceeds\b|\bvalue\b|\bcumulative\b|\bequivalent\b|\bmachines?\b/i;

export type Named =
  { readonly kind: "metric"; readonly metric: string } | { readonly kind: "refused"; readonly reason: string };

/**
 * What a label names. Words about whose coins they are, and how certain, count wherever they stand around it.
 * Undefined: the label names no figure of the record.
 */
export const namedBy = (
  label: string,
  around = label,
  own: Labels = [],
  allowsApproximate = false,
): Named | undefined => {
  const metric = [...own, ...COMMON].find(([pattern]) => pattern.test(label))?.[1];
  if (metric === undefined || NEVER.test(label)) return undefined;
  const subject = SUBJECT.exec(around)?.[0] ?? (allowsApproximate ? undefined : ABOUT.exec(label)?.[0]);
  if (subject !== undefined) return { kind: "refused", reason: `its words say "${subject}"` };
  return { kind: "metric", metric };
};

export const isApproximate = (words: string): boolean => ABOUT.test(words);
export const isHashRate = (metric: string): boolean => metric.endsWith("_ehs");
