// Storage compresses what is large: a fifth of the room, the same text back, and what was kept plain is still read.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, isoOf } from "../../src/common/days";
import { expanded, shrunk } from "../../src/refresh/store/compression";
import { FakeStorage, newest, openRefresh, openRefreshed } from "./support";

const LARGE = 50_001;

describe("a text on its way into storage", () => {
  test("comes back as it was, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, isLarge) => {
        const whole = isLarge ? text + "x".repeat(LARGE) : text;
        expect(expanded(shrunk(whole))).toBe(whole);
      }),
    );
  });

  test("stays readable while it is short", () => {
    expect(shrunk('{"format":1}')).toBe('{"format":1}');
  });

  test("takes less than a quarter of its room when it is a record", () => {
    expect(shrunk(newest.json).length).toBeLessThan(newest.json.length / 4);
  });

  test("is well-formed UTF-16, which browsers keep as it is", () => {
    expect(shrunk(newest.json)).not.toMatch(/[\ud800-\udfff]/);
  });
});

describe("a compressed text that is damaged", () => {
  const whole = shrunk(newest.json);
  const damage = fc.nat({ max: whole.length - 1 });

  test("never passes for another text", () => {
    fc.assert(
      fc.property(damage, fc.nat({ max: 0xd7ff }), (at, unit) => {
        const damaged = whole.slice(0, at) + String.fromCharCode(unit) + whole.slice(at + 1);
        expect([damaged, newest.json]).toContain(expanded(damaged));
      }),
    );
  });

  test("is left as it is when it is cut", () => {
    fc.assert(
      fc.property(damage, (length) => {
        expect(expanded(whole.slice(0, length))).toBe(whole.slice(0, length));
      }),
    );
  });
});

describe("a release kept by an add-in that compressed nothing", () => {
  test("is in use after the upgrade and its undo", async () => {
    const { storage } = await openRefreshed();
    const name = storage.find("record");
    expect(storage.texts.get(name)?.length).toBeLessThan(newest.json.length / 4);
    storage.texts.set(name, newest.json);
    const { refresh } = openRefresh({ storage });
    expect(refresh.state).toMatchObject({ version: "2026-11-22", isBundled: false, sentences: [] });
    refresh.undo();
    refresh.undo();
    expect(refresh.state.version).toBe("2026-11-22");
  });
});

test("own rows are compressed too when there are many", () => {
  const storage = new FakeStorage();
  const { refresh } = openRefresh({ storage });
  const rows = Array.from({ length: 400 }, (_, at) => ({
    line: at + 2,
    cells: {
      ticker: "MARA",
      metric: "holdings_btc",
      period_end: isoOf(dayOf(2025, 1, 1) + at),
      value: String(at),
      note: "As read from the chart of the report.",
    },
  }));
  const header = ["ticker", "metric", "period_end", "value", "note"];
  expect(refresh.addOwnRows(refresh.previewOwnRows({ file: "own rows", header, rows }))).toBe(true);
  expect(storage.getItem(storage.find("own"))).toMatch(/^lz:/);
  expect(openRefresh({ storage }).refresh.ownCells).toHaveLength(400);
});
