// The figures by which the record is known, each with the document that says it.

export interface Headline {
  readonly ticker: string;
  readonly day: string;
  readonly btc: number;
  readonly says: string;
}

export const HEADLINES: readonly Headline[] = (
  [
    ["MARA", "2025-12-31", 53_822, "10-Q of 2026-03-31, comparative date"],
    ["MARA", "2026-06-30", 35_577, "10-Q of 2026-06-30"],
    ["MARA", "2024-03-31", 17_320, "10-Q of 2024-03-31"],
    ["RIOT", "2025-12-31", 18_005, "December 2025 update"],
    ["CORZ", "2025-12-31", 2_537, "10-Q of 2026-06-30, comparative date"],
    ["CORZ", "2026-06-30", 848, "10-Q of 2026-06-30"],
    ["HUT", "2026-06-30", 17_316, "10-Q of 2026-06-30, as listed"],
    ["HIVE", "2025-09-30", 2_202, "210 in treasury and 1,992 with a right to buy back"],
    ["CAN", "2026-07-31", 1_917, "6-K of 2026-08-17"],
    ["CIFR", "2026-06-30", 646, "10-Q of 2026-06-30"],
    ["WULF", "2025-12-31", 3, "NewsBTC, 2026-03-14"],
    ["IREN", "2025-12-31", 0, "NewsBTC, 2026-03-14"],
  ] as const
).map(([ticker, day, btc, says]) => ({ ticker, day, btc, says }));
