// A market quote and a release over the record: which one counts, and that it says where it came from.
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/common/days";
import { MinerRecord } from "../../src/data/record";
import { bundled, frozenBuilt } from "./bundled";

const last = bundled.market("price", Infinity);
const source = { id: "live", title: "A live market", url: "https://example.com/" };
const quote = (day: number, value: number) =>
  bundled.withMarket([{ series: "price", day, value, source: "live" }], source);

describe("a market quote", () => {
  test("is the newest point of its series and carries its layer and source", () => {
    const day = (last?.day ?? 0) + 3;
    const quoted = quote(day, 81_000);
    expect(quoted.market("price", day)).toEqual({ value: 81_000, day, layer: "market", source });
    expect(quoted.market("price", day - 1)).toEqual(last);
    expect(quoted.market("difficulty", day)?.layer).toBe("bundled");
    expect([quoted.quotedOn, quoted.layer]).toEqual([day, "market"]);
  });

  test("stands in for the record's own point of the same day, once", () => {
    const day = last?.day ?? 0;
    const quoted = quote(day, 81_000);
    expect(quoted.market("price", day)?.value).toBe(81_000);
    expect(quoted.marketRange("price", day, day)).toHaveLength(1);
  });

  test("survives own rows that are laid over it, and leaves the record without it as it was", () => {
    const day = dayOf(2027, 1, 1);
    const [row] = bundled.tables.reports;
    const both = quote(day, 81_000).withRows("own", row ? [row] : []);
    expect(both.market("price", day)?.value).toBe(81_000);
    expect([both.layer, bundled.layer, bundled.quotedOn]).toEqual(["own", "bundled", undefined]);
  });
});

test("figures and market points of a release say that they came with it", () => {
  const release = MinerRecord.unpack(frozenBuilt.packed, "release");
  expect(release.reading(0).layer).toBe("release");
  expect(release.market("price", Infinity)?.layer).toBe("release");
});
