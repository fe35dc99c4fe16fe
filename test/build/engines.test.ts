// The same cells everywhere: the built functions under other time zones, a locale with decimal commas, and whichever other
// versions of Node are named in NODES (their programs, separated as in PATH; npm test names those in .cache) give the same
// answers to the last bit.
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { parse, tokenize } from "@borgar/fx";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions";
import { distPath } from "./dist";

interface Answers {
  readonly node: string;
  /** How far behind UTC the clock of the zone is in January 2026. */
  readonly minutesBehind: number;
  /** A half, as the locale writes it. */
  readonly decimal: string;
  readonly answers: Readonly<Record<string, string>>;
}

const formulas = catalogue.flatMap(({ examples }) => examples.map(({ formula }) => formula));
const ask = (node: string, zone: string, locale = "en_US.UTF-8"): Answers => {
  const question = {
    script: distPath("functions.js"),
    formulas: formulas.map((text) => ({ text, tree: parse(tokenize(text)) })),
  };
  const { stdout, stderr, status } = spawnSync(node, [join(import.meta.dirname, "engine.mjs")], {
    input: JSON.stringify(question),
    encoding: "utf8",
    env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Answers;
};

describe("the built functions", () => {
  let here: Answers;
  beforeAll(() => {
    here = ask(process.execPath, "UTC");
  });

  it("answer every example of the catalogue with nothing but the language", () => {
    expect(Object.keys(here.answers)).toEqual([...new Set(formulas)]);
    expect([here.minutesBehind, here.decimal]).toEqual([0, "0.5"]);
  });

  it.each([
    ["on Kiritimati, a day ahead of others", "Pacific/Kiritimati", -14 * 60],
    ["in St. John's, half an hour off", "America/St_Johns", 3 * 60 + 30],
    ["in Kathmandu, three quarters off", "Asia/Kathmandu", -(5 * 60 + 45)],
  ])("answer the same %s", (_, zone, minutesBehind) => {
    const there = ask(process.execPath, zone);
    expect(there.minutesBehind).toBe(minutesBehind);
    expect(there.answers).toEqual(here.answers);
  });

  it("answer the same where numbers have a decimal comma", () => {
    const there = ask(process.execPath, "Europe/Berlin", "de_DE.UTF-8");
    expect(there.decimal).toBe("0,5");
    expect(there.answers).toEqual(here.answers);
  });

  it.each((process.env["NODES"] ?? "").split(delimiter).filter(Boolean))("answer the same in %s", (node) => {
    const there = ask(node, "UTC");
    expect(there.node).not.toBe(here.node);
    expect(there.answers).toEqual(here.answers);
  });
});
