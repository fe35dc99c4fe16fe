// The figures by which the record is known, asked of the record that ships. A new row that contradicts one of them
// turns this red, and no other known answer: those are asked of the frozen record.
import { expect, it } from "vitest";
import { ask } from "../functions/ask";

it.each([
  // MARA, annual report of 2025; NewsBTC, 2026-03-14, for the four.
  ["MARA", "2025-12-31", 53_822],
  ["CORZ", "2025-12-31", 2_537],
  ["WULF", "2025-12-31", 3],
  ["IREN", "2025-12-31", 0],
  // Riot Platforms, December 2025 update.
  ["RIOT", "2025-12-31", 18_005],
])("%s held on %s %i BTC", (ticker, day, btc) => {
  expect(ask("MINERHOLDINGS", ticker, day)).toBe(btc);
});
