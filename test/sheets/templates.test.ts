import { areaOf } from "../../src/common/address";
import { describe, expect, it } from "vitest";
import { functionCalled } from "../../src/functions";
import { calculated } from "../../src/build/templates/calculate";
import type { Calculated } from "../../src/sheets/calculated";
import { templates } from "../../src/sheets/templates";
import { ask, table } from "../functions/ask";

const values = new Map(templates.map(({ id, sheets }) => [id, calculated(sheets)]));
const at = (id: string, sheet: string, address: string): Calculated["value"] | undefined =>
  values.get(id)?.get(sheet)?.get(address)?.value;
const column = (id: string, sheet: string, letters: string, first: number, count: number) =>
  Array.from({ length: count }, (_, row) => at(id, sheet, `${letters}${first + row}`));

describe("templates", () => {
  it("never name two sheets alike, so that all fit into one workbook", () => {
    const names = templates.flatMap(({ sheets }) => sheets.map(({ name }) => name.toLowerCase()));
    expect(new Set(names).size).toBe(names.length);
  });

  it("name sheets as Excel allows", () => {
    for (const { sheets } of templates) {
      for (const { name } of sheets) expect(name).toMatch(/^[^\\/?*[\]:']{1,31}$/);
    }
  });

  // Excel scopes names to sheets, other workbooks do not; and DAY is a function in all of them.
  it("never give two inputs one name, nor the name of a function", () => {
    const names = templates.flatMap(({ sheets }) =>
      sheets.flatMap((sheet) => (sheet.names ?? []).map(({ name }) => name)),
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => !/^[A-Z][A-Za-z]{3,}$/.test(name))).toEqual([]);
    expect(names.filter((name) => functionCalled(name) !== undefined)).toEqual([]);
  });

  it("end with a sheet of notes, and begin each sheet with what it answers", () => {
    for (const { sheets } of templates) {
      expect(sheets.at(-1)?.name).toMatch(/ notes$/);
      for (const { cells } of sheets) {
        expect(cells.find(({ address }) => address === "B2")).toMatchObject({ style: "note" });
      }
    }
  });

  it("ask about days that are written down, never about today", () => {
    const formulas = templates.flatMap(({ sheets }) =>
      sheets.flatMap(({ cells }) => cells.flatMap((cell) => ("formula" in cell ? [cell.formula] : []))),
    );
    expect(formulas.filter((formula) => /\b(TODAY|NOW|RAND|OFFSET|INDIRECT)\(/.test(formula))).toEqual([]);
  });
});

describe.each(templates)("the template $id", ({ id, sheets }) => {
  it("leaves no cell in error", () => {
    const errors = [...(values.get(id) ?? [])].flatMap(([sheet, cells]) =>
      [...cells].flatMap(([address, { value }]) =>
        typeof value === "object" ? [`${sheet}!${address} ${value.error}`] : [],
      ),
    );
    expect(errors).toEqual([]);
  });

  it("fills no cell beyond what its formulas are said to fill", () => {
    for (const { name, cells } of sheets) {
      const described = new Set(cells.map(({ address }) => address));
      const rooms = cells.flatMap((cell) =>
        "formula" in cell && cell.fills !== undefined ? [areaOf(cell.fills)] : [],
      );
      const outside = [...(values.get(id)?.get(name)?.keys() ?? [])].filter((address) => {
        const { row, column: place } = areaOf(address).first;
        const isInside = rooms.some(
          ({ first, last }) => first.row <= row && row <= last.row && first.column <= place && place <= last.column,
        );
        return !isInside && !described.has(address);
      });
      expect(outside, name).toEqual([]);
    }
  });

  it("has inputs and results where its names and choices point", () => {
    for (const { cells, areas = [], names = [], choices = [] } of sheets) {
      for (const { range } of [...names, ...choices]) {
        const [start = ""] = range.split(":");
        const { row, column: place } = areaOf(start).first;
        const inArea = areas.some((one) => {
          const { first, last } = areaOf(one.range);
          return first.row <= row && row <= last.row && first.column <= place && place <= last.column;
        });
        expect(inArea || cells.some(({ address }) => address === start), range).toBe(true);
      }
    }
  });
});

describe("the template Scenario", () => {
  it("has the rows of ASSUMPTIONS where its dates and choices are", () => {
    const names = column("scenario", "Scenario assumptions", "B", 8, 43);
    expect(names).toEqual(table("ASSUMPTIONS", "thesis", false).map(([name]) => name));
    const rowOf = (name: string): string => `D${8 + names.indexOf(name)}:G${8 + names.indexOf(name)}`;
    const sheet = templates
      .find(({ id }) => id === "scenario")
      ?.sheets.find(({ name }) => name.endsWith("assumptions"));
    const choices = (sheet?.choices ?? []).map(({ range }) => range);
    expect(choices.slice(1)).toEqual(["preset", "fan_centre", "impact_model", "policy", "sell_encumbered"].map(rowOf));
    const dates = (sheet?.areas ?? []).filter(({ style, format }) => style === "input" && format === "yyyy-mm-dd");
    expect(dates.map(({ range }) => range)).toEqual(["start", "halving_date"].map(rowOf));
  });

  const cases = { C: "thesis", D: "capitulation", E: "hold", F: "thesis" };
  const outputs = ["price", "impact", "worst_impact", "hashrate", "hashprice", "holdings", "treasury_sold", "raised", "unfunded", "ai_mw"]; // prettier-ignore

  it.each(Object.entries(cases))(
    "shows each case as SCENARIOVALUE gives it, and its distance to the first: %s",
    (letters, preset) => {
      const alone = table(
        "SCENARIOVALUE",
        preset,
        outputs.map((name) => [name]),
      ).flat();
      const shown = column("scenario", "Scenario cases", letters, 8, outputs.length);
      expect(shown).toEqual(alone);
      if (letters === "C") return;
      const base = table(
        "SCENARIOVALUE",
        cases.C,
        outputs.map((name) => [name]),
      ).flat();
      const apart = column(
        "scenario",
        "Scenario cases",
        "CDEFGHIJ"["CDEFGHIJ".indexOf(letters) + 4] ?? "",
        8,
        outputs.length,
      );
      expect(apart).toEqual(alone.map((value, index) => Number(value) - Number(base[index])));
    },
  );

  it("draws each case by month as SCENARIO gives it, and ends with it", () => {
    for (const [letters, preset] of Object.entries(cases)) {
      const path = table("SCENARIO", preset, "price", false).flat();
      expect(column("scenario", "Scenario cases", letters, 44, path.length)).toEqual(path);
      expect(at("scenario", "Scenario cases", `${letters}${44 + path.length}`) ?? "").toBe("");
    }
    expect(at("scenario", "Scenario cases", "B44")).toBe(table("SCENARIO", "thesis", "date", false)[0]?.[0]);
  });

  it("lets the live case alone decide what overview, months and fan show", () => {
    const scenario = templates.find(({ id }) => id === "scenario");
    const changed = (scenario?.sheets ?? []).map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.address === "C5" && sheet.name.endsWith("assumptions")
          ? { address: "C5", value: "Bear", style: "input" as const }
          : cell,
      ),
    }));
    const then = calculated(changed);
    expect(then.get("Scenario")?.get("D8")?.value).toBe(ask("SCENARIOVALUE", "capitulation", "price"));
    expect(then.get("Scenario cases")?.get("C8")?.value).toBe(ask("SCENARIOVALUE", "thesis", "price"));
  });

  it("spoils one column only where one case is wrong", () => {
    const scenario = templates.find(({ id }) => id === "scenario");
    const then = calculated(
      (scenario?.sheets ?? []).map((sheet) =>
        sheet.name.endsWith("assumptions")
          ? { ...sheet, cells: [...sheet.cells, { address: "E10", value: "not a number", style: "input" as const }] }
          : sheet,
      ),
    );
    expect(then.get("Scenario cases")?.get("D8")?.value).toEqual({ error: "#VALUE!" });
    expect(then.get("Scenario cases")?.get("H8")?.value).toEqual({ error: "#VALUE!" });
    expect(then.get("Scenario cases")?.get("E8")?.value).toBe(ask("SCENARIOVALUE", "hold", "price"));
    expect(then.get("Scenario")?.get("D8")?.value).toBe(ask("SCENARIOVALUE", "thesis", "price"));
  });

  it("shows the preset thesis as long as nothing is changed", () => {
    expect(at("scenario", "Scenario", "D8")).toBe(ask("SCENARIOVALUE", "thesis", "price"));
    expect(at("scenario", "Scenario fan", "H54")).toBe(table("SCENARIOFAN", "thesis", "price", null, 1000)[25]?.[6]);
  });
});

describe("the template Overhang", () => {
  it("puts each miner's source into the miner's own row", () => {
    const tickers = table("MINERLIST", "ALL", null, false).map(([ticker]) => ticker);
    expect(column("overhang", "Overhang by miner", "B", 8, tickers.length)).toEqual(tickers);
    expect(column("overhang", "Overhang by miner", "L", 8, tickers.length)).toEqual(
      tickers.map((ticker) => table("MINERSOURCE", ticker)[0]?.[1]),
    );
  });

  it("stacks five miners and the others to exactly what all hold", () => {
    for (let row = 8; row < 8 + 30; row++) {
      const parts = ["C", "D", "E", "F", "G", "H"].map((letters) =>
        Number(at("overhang", "Overhang by month", `${letters}${row}`)),
      );
      const all = Number(at("overhang", "Overhang by month", `J${row}`));
      expect(parts.reduce((sum, btc) => sum + btc, 0)).toBeCloseTo(all, 6);
    }
  });
});

describe("the template The March 2026 thesis", () => {
  // NewsBTC, "Bitcoin Miners' AI Shift May Create New Overhang", 2026-03-14.
  it.each([
    ["D8", 53_822],
    ["D9", 2_537],
    ["D10", 3],
    ["D11", 0],
    ["D12", 1_496],
    ["D13", 1_500],
    ["C18", 80_000],
    ["D19", 72_322],
  ])("finds the article's figure in %s", (address, figure) => {
    expect(at("thesis", "Thesis", address)).toBe(figure);
  });

  it("says that the article's proceeds of Core Scientific do not fit its counts", () => {
    expect(at("thesis", "Thesis", "G17")).toBe("does not fit its own counts, see below");
  });

  it("shows the record's own total of the day, with what was known", () => {
    expect(at("thesis", "Thesis", "D18")).toBe(ask("MINERHOLDINGS", "ALL", "2026-03-14", null, "2026-03-14"));
    expect(at("thesis", "Thesis by miner", "G7")).toBeCloseTo(Number(at("thesis", "Thesis", "D18")), 6);
  });

  it("concludes in sentences with the numbers of its sheets", () => {
    const sentences = column("thesis", "Thesis", "B", 22, 6).map(String);
    const whole = (value: unknown): string => Math.round(Number(value)).toLocaleString("en-US");
    expect(sentences[0]).toContain(whole(at("thesis", "Thesis", "D18")));
    expect(sentences[1]).toContain(whole(at("thesis", "Thesis by miner", "H7")));
    const [said] = table("BACKTEST", "thesis", "2026-03-14", "holdings", false).filter(([date]) => date === 46_203);
    expect(sentences[1]).toContain(whole(said?.[1]));
  });
});

describe("the template How good was it?", () => {
  const columns = "holdings,price,difficulty,hashrate,hashprice".split(",");
  const skill = table("BACKTESTSKILL", "pace", null, null, [columns], [[3, 6, 12]], false);

  it("has every column and horizon with its measures", () => {
    expect(column("skill", "How good was it", "B", 12, 15)).toEqual(skill.map(([name, months]) => `${name} ${months}`));
    expect(column("skill", "How good was it", "E", 12, 15)).toEqual(skill.map((row) => row[4]));
    expect(column("skill", "How good was it", "M", 12, 15)).toEqual(skill.map((row) => row[12]));
  });

  it("draws the ends of the interval where there is one", () => {
    skill.forEach((row, i) => {
      const [low, middle, high] = ["O", "P", "Q"].map((letter) => at("skill", "How good was it", `${letter}${12 + i}`));
      expect(middle).toBe(row[7]);
      if (row[8] === "") expect([low, high]).toEqual(["", ""]);
      else expect(Number(high) - Number(low)).toBeCloseTo(2 * Number(row[8]), 12);
    });
  });

  it("shows the thesis as one case among all", () => {
    const [first] = table("BACKTEST", "thesis", "2026-03-14", [["holdings", "price", "hashprice"]], false);
    expect(["B", "C", "D", "E", "F"].map((letter) => at("skill", "One case among all", `${letter}11`))).toEqual(first?.slice(0, 5)); // prettier-ignore
  });
});
