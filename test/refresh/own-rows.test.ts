// The user's own figures: what is wrong is told by line, what is sound wins over the record, and nothing is lost.
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/common/days";
import { HOLDINGS } from "../../src/data/record";
import { readCsv, readCsvInParts, writeCsv } from "../../src/refresh/own-rows/csv";
import { COLUMN_MEANINGS, OWN_COLUMNS, previewing, previewOwnRows } from "../../src/refresh/own-rows/own-rows";
import { inParts } from "../../src/refresh/own-rows/parts";
import { FakeStorage, older, openRefresh, openRefreshed } from "./support";

const TODAY = dayOf(2026, 11, 22);
const HEADER = "ticker,metric,period,period_end,value,published,confidence,source,scope,basis,note\n";
const preview = (csv: string) => previewOwnRows(readCsv(csv), older, TODAY);
const sentences = (csv: string) => preview(csv).problems.map(({ line, sentence }) => `${line}: ${sentence}`);

describe("a preview of own rows", () => {
  test("reads the short form: miner and metric by any name, the rest filled in", () => {
    const { rows, problems } = preview("ticker,metric,period_end,value\nMarathon,BTC held,2026-08-31,52000.5\n");
    expect(problems).toEqual([]);
    expect(rows[0]?.observation).toMatchObject({ ticker: "MARA", metric: HOLDINGS, period: "instant", value: 52000.5 });
    expect(rows[0]?.source).toEqual({ id: "own: Own row", title: "Own row", url: "" });
  });

  test("reads semicolons, tabs, Windows line ends, a byte-order mark and empty lines", () => {
    for (const mark of [";", "\t"]) {
      const csv = `\uFEFFTicker,Metric,period_end,value\r\n\r\nMARA,holdings_btc,2026-08-31,1\r\n`.replaceAll(
        ",",
        mark,
      );
      expect(preview(csv)).toMatchObject({ total: 1, problems: [] });
    }
  });

  test("tells every problem with the line of the file and what to do", () => {
    const csv =
      HEADER +
      'MARA,holdings_btc,instant,2026-08-31,"52,000",,,,,,\n' +
      'MARA,holdings_btc,instant,31.08.2026,1,,,,,,"a note\nof two lines"\n' +
      "MARAA,holdings_btc,instant,2026-08-31,1,,,,,,\n" +
      "MARA,produced_btc,,2026-08-31,1,,,,,,\n" +
      "MARA,holdings_btc,instant,2026-12-31,1,,,,,,\n" +
      "MARA,holdings_btc,instant,2026-08-31,-1,,,,,,\n";
    const told = sentences(csv);
    expect(told[0]).toMatch(/^2: value is "52,000": write a plain decimal number/);
    expect(told[1]).toMatch(/^3: period_end is "31.08.2026": write a day of the calendar as YYYY-MM-DD/);
    expect(told[2]).toMatch(/^5: ticker "MARAA" is not in the record. Near it: MARA/);
    expect(told[3]).toMatch(/^6: period is "": use one of instant, month/);
    expect(told[4]).toMatch(/^7: period_end is 2026-12-31: only guidance may lie after/);
    expect(told[5]).toMatch(/^8: value is -1: holdings_btc cannot be negative/);
    expect(preview(csv)).toMatchObject({ rows: [], total: 6 });
  });

  test("tells the same figure twice", () => {
    expect(
      sentences(`${HEADER}MARA,holdings_btc,,2026-08-31,1,,,,,,\nMARA,holdings_btc,,2026-08-31,2,,,,,,\n`),
    ).toEqual(["3: This is the same figure as in line 2: keep one."]);
  });

  test("tells columns that are missing or unknown, and a table without rows", () => {
    expect(sentences("ticker,coins\nMARA,1\n")).toEqual([
      "1: The column metric, period_end, value is missing: take the first line of the template.",
      expect.stringMatching(/^1: The column coins is unknown: the columns are ticker, metric,/),
    ]);
    expect(sentences(HEADER)).toEqual(["1: There are no rows under the header: add some."]);
    expect(sentences("")).toHaveLength(1);
  });

  test("reads the files of the field as they were meant", () => {
    const short = "ticker,metric,period_end,value";
    const row = "MARA,holdings_btc,2026-08-31,52000";
    // Columns that were emptied in Excel stay at the end of each line.
    expect(preview(`${short},,\r\n${row},,\r\n,,,,,\r\n`)).toMatchObject({ total: 1, problems: [] });
    for (const named of ["sep=;", '"sep=;"', "SEP=;"]) {
      const csv = `${named}\r\n${`${short}\r\n${row}\r\nMARRA,x,y,z`.replaceAll(",", ";")}`;
      expect(preview(csv)).toMatchObject({ total: 2, rows: [{ line: 3, observation: { value: 52_000 } }] });
      expect(preview(csv).problems[0]?.line).toBe(4);
    }
    expect(preview(`${short},note\n${row},"a; b; c; d"\n`)).toMatchObject({ total: 1, problems: [] });
  });

  test.each([
    ["52,831", "value", "value is 52,831 without quotation marks and reads as two cells: write 52831"],
    ["52,831", "value,note", "value is 52,831 without"],
    ["52,831.5", "value,note", "value is 52,831.5 without"],
    ["52,6", "value,source", "value is 52,6 without"],
    ["1,015,680", "value,note", "value is 1,015 without"],
    ['"52,831"', "value", 'value is "52,831": write a plain decimal number'],
    ["1E999", "value", 'value is "1E999": write a plain'],
    ["NaN", "value", 'value is "NaN": write a plain'],
    ["52831,a remark", "value", '"a remark" stands beyond the last column'],
  ])("refuses %s under %s", (value, columns, sentence) => {
    const { rows, problems } = preview(`ticker,metric,period_end,${columns}\nMARA,holdings_btc,2026-08-31,${value}\n`);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ line: 2, sentence: expect.stringContaining(sentence) as string }]);
  });

  test("refuses a point between semicolons that may separate thousands, and decimal commas", () => {
    const told = sentences(
      "ticker;metric;period_end;value\nMARA;holdings_btc;2026-08-31;52.831\nRIOT;holdings_btc;2026-08-31;15680,25\n",
    );
    expect(told[0]).toMatch(/^2: value is "52\.831" between semicolons.*write 52831, or 52\.8310/);
    expect(told[1]).toMatch(/^3: value is "15680,25": write a plain decimal number/);
  });

  test("names a doubled column, one without a name, and the line of a stray quote", () => {
    expect(sentences("ticker,metric,period_end,value,value\nMARA,holdings_btc,2026-08-31,1,2\n")).toEqual([
      "1: The column value is there more than once: keep one.",
    ]);
    expect(sentences("ticker,,metric,period_end,value\n")).toEqual([
      "1: A column between others has no name: give it one, or take it away.",
    ]);
    const stray = `${HEADER}MARA,holdings_btc,,2026-08-31,1,,,,,,\nRIOT,holdings_btc,,2026-08-31,2,,,"My count,,,\n`;
    expect(preview(stray)).toMatchObject({ rows: [{ line: 2 }], problems: [{ line: 3 }] });
    expect(sentences(stray)[0]).toContain("A quotation mark is not closed");
  });

  test.each(["\uD800", "Communiqu\uFFFD"])("refuses letters that are damaged: %j", (source) => {
    expect(sentences(`${HEADER}MARA,holdings_btc,,2026-08-31,1,,,${source},,,\n`)).toEqual([
      "2: Letters are damaged here: save the file as CSV UTF-8, or type them anew.",
    ]);
  });

  test("is the same in parts as at once, with the lines of the file", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) =>
      at % 3 === 0 ? `MARA,x,,,,,,,,,"two\nlines"\n` : `MARA,holdings_btc,,2026-08-31,"1,${at}",,,,,,\n`,
    );
    const csv = HEADER + rows.join("");
    const shares: number[] = [];
    const table = await readCsvInParts(csv, (share) => shares.push(share));
    expect(table).toEqual(readCsv(csv));
    expect(shares.length).toBeGreaterThan(3);
    expect(shares.at(-1)).toBeCloseTo(1, 1);
    let told = 0;
    const inTime = await inParts(previewing(table, older, TODAY), () => told++);
    expect(inTime).toEqual(previewOwnRows(table, older, TODAY));
    expect(told).toBeGreaterThan(0);
  });

  test("takes a figure of the record's own day although the clock is a year behind", () => {
    const csv = readCsv(`${HEADER}MARA,holdings_btc,,2026-08-31,1,,,,,,\n`);
    expect(previewOwnRows(csv, older, TODAY - 365).problems).toEqual([]);
  });

  test("explains each column of the template", () => {
    expect(Object.keys(COLUMN_MEANINGS)).toEqual([...OWN_COLUMNS]);
  });
});

describe("own rows", () => {
  const good = "MARA,holdings_btc,,2026-08-31,52000,,,My own count,,,\n";
  const bad = "MARA,holdings_btc,,2026-07-31,many,,,,,,\n";
  const valueOf = ({ state: { record } }: ReturnType<typeof openRefresh>["refresh"]) => {
    const found = record.asOf(record.minerIndex("MARA"), record.metricIndex(HOLDINGS), dayOf(2026, 8, 31));
    return record.reading(found);
  };

  test("win over the record, say that they are the user's own, and reach the cells", () => {
    const { refresh, show } = openRefresh();
    expect(refresh.addOwnRows(refresh.previewOwnRows(readCsv(HEADER + good)))).toBe(true);
    expect(valueOf(refresh)).toMatchObject({ value: 52_000, layer: "own", source: { title: "Own row: My own count" } });
    expect(show.mock.calls.at(-1)?.[0]).toBe(refresh.state.record);
  });

  test("are taken all or not at all, unless the valid ones are asked for", () => {
    const { refresh, show } = openRefresh();
    const mixed = refresh.previewOwnRows(readCsv(HEADER + good + bad));
    expect(refresh.addOwnRows(mixed)).toBe(false);
    expect(show).not.toHaveBeenCalled();
    expect(refresh.addOwnRows(mixed, true)).toBe(true);
    expect(refresh.state.own.rows).toHaveLength(1);
  });

  test("of a figure that has one replace it", () => {
    const { refresh } = openRefresh();
    for (const csv of [good, good.replace("52000", "52001")])
      refresh.addOwnRows(refresh.previewOwnRows(readCsv(HEADER + csv)));
    expect(refresh.state.own.rows).toHaveLength(1);
    expect(valueOf(refresh).value).toBe(52_001);
  });

  test("are removed by their id, and the record counts again", () => {
    const { refresh, storage } = openRefresh();
    const before = valueOf(refresh);
    refresh.addOwnRows(refresh.previewOwnRows(readCsv(HEADER + good)));
    refresh.removeOwnRows(refresh.state.own.rows.map((row) => row.id));
    expect(valueOf(refresh)).toEqual(before);
    expect(storage.find("own")).toBe("");
  });

  test("stay over an update and over an undo", async () => {
    const storage = new FakeStorage();
    const { refresh } = openRefresh({ storage });
    refresh.addOwnRows(refresh.previewOwnRows(readCsv(HEADER + good)));
    const after = (await openRefreshed({ storage })).refresh;
    expect(valueOf(after)).toMatchObject({ value: 52_000, layer: "own" });
    after.undo();
    expect(valueOf(after)).toMatchObject({ value: 52_000, layer: "own" });
  });

  test("that a record does not fit rest, are told, and count again when it fits", () => {
    const storage = new FakeStorage();
    const { refresh } = openRefresh({ storage });
    refresh.addOwnRows(refresh.previewOwnRows(readCsv(HEADER + good)));
    const name = storage.find("own");
    storage.setItem(name, (storage.getItem(name) ?? "").replace("MARA", "GONE"));
    const resting = openRefresh({ storage }).refresh;
    expect(resting.state.own.sentences).toEqual([
      expect.stringMatching(/^1 of your own rows does not fit the data of 2026-08-31: kept; used again once valid\./),
    ]);
    expect(resting.state.own.problems).toMatchObject([
      { line: 2, sentence: expect.stringContaining("GONE") as string },
    ]);
    expect(resting.state.own.rows).toEqual([]);
    expect(resting.ownCells[0]?.["ticker"]).toBe("GONE");
  });

  test("go out so that no spreadsheet takes one for a formula", () => {
    const notes = ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "'=1", "-5", "plain"];
    const csv = writeCsv(
      ["note"],
      notes.map((note) => ({ note })),
    );
    const cells = Papa.parse<string[]>(csv.trim()).data.slice(1).flat();
    expect(cells.filter((cell) => /^[=+@]|^-(?!\d+$)/.test(cell))).toEqual([]);
    expect(cells).toContain("-5");
    expect(readCsv(csv).rows.map((row) => row.cells["note"])).toEqual(notes);
  });

  test("come back from their CSV as they went out", () => {
    const cell = fc.string({ unit: "grapheme-ascii" }).map((text) => text.replace(/[\r]/g, "").trim());
    fc.assert(
      fc.property(fc.array(fc.record({ note: cell, source: cell }), { minLength: 1, maxLength: 5 }), (rows) => {
        const cells = rows.map((row) => ({ ticker: "MARA", ...row }));
        const back = readCsv(writeCsv(["ticker", "source", "note"], cells)).rows.map((row) => row.cells);
        expect(back).toEqual(cells);
      }),
    );
  });
});
