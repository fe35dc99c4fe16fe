// The figures by which the record is known, asked of the record that ships. A new row that contradicts one of them
// turns this red, and no other known answer: those are asked of the frozen record.
import { expect, it } from "vitest";
import { ask } from "../functions/ask";
import { HEADLINES } from "./headlines";

it.each(HEADLINES)("$ticker held on $day $btc BTC: $says", ({ ticker, day, btc }) => {
  expect(ask("MINERHOLDINGS", ticker, day)).toBe(btc);
});

it.each([
  ["MARA", "2025-12-31", /MARA 10-Q/],
  ["CORZ", "2026-06-30", /Core Scientific 10-Q/],
  ["CAN", "2026-07-31", /Canaan update 2026-07 \(6-K/],
])("%s shows for %s its filing", (ticker, day, title) => {
  expect(ask("MINERSOURCE", ticker, "holdings_btc", day)).toMatch(title);
});
