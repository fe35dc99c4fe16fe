// Writing: all files or none, each line at its place, with a diff, a source and a line in CHANGES.md.
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withChange } from "../../src/collect/apply/changes";
import { unifiedDiff } from "../../src/collect/apply/diff";
import { withFigure, withPoint } from "../../src/collect/apply/lines";
import { writeAll } from "../../src/collect/apply/write";
import type { FigureLine } from "../../src/collect/proposal";
import { buildRecord } from "../../src/build/bundle/record";
import { bench, FIXTURES, type Bench, type Given } from "./bench";

const FILES = ["reports.csv", "facts.csv", "market.csv", "sources.csv", "record.json", "CHANGES.md"];
const textsOf = (made: Bench): string[] => FILES.map((name) => made.dataText(name));

/** A run whose every open proposal is accepted. */
const accepted = async (args: readonly string[], given: Given = {}): Promise<Bench> => {
  const made = bench({ isInteractive: true, keys: Array<string>(60).fill("a"), ...given });
  expect(await made.run("--from", FIXTURES, ...args)).toBe(0);
  expect(await made.run("--review")).toBe(0);
  made.said.length = 0;
  return made;
};
const RIOT = ["--miner", "RIOT", "--filing", "0001104659-25-104466"];

describe("apply", () => {
  it("adds rows, one source and a line in CHANGES.md, and the record builds", async () => {
    const made = await accepted(RIOT);
    const before = made.dataText("reports.csv").split("\n");
    expect(await made.run("--apply")).toBe(0);
    const added = made
      .dataText("reports.csv")
      .split("\n")
      .filter((line) => !before.includes(line));
    expect(added).toEqual([
      "RIOT,encumbered_btc,quarter,2025-09-30,3300,2025-10-30,s806,,,",
      "RIOT,holdings_btc,quarter,2025-09-30,19287,2025-10-30,s806,,,",
    ]);
    expect(made.dataText("sources.csv").trimEnd().split("\n").at(-1)).toBe(
      's806,"Riot Platforms 10-Q 2025-09-30, 0001104659-25-104466",https://www.sec.gov/Archives/edgar/data/1167419/000110465925104466/riot-20250930x10q.htm',
    );
    expect(made.dataText("record.json")).toBe('{"schema":1,"version":"2026-11-28"}\n');
    expect(made.dataText("CHANGES.md")).toContain(
      "## 2026-11-28\n\n- 8 rows added by data:collect: RIOT, read in 0001104659-25-104466.\n\n## 2026-11-22, first version",
    );
    const built = buildRecord(made.world.dataFolder);
    expect(built.packed.version).toBe("2026-11-28");
  });

  it("prints the diff, and with --dry-run nothing else", async () => {
    const made = await accepted(RIOT);
    const before = textsOf(made);
    expect(await made.run("--apply", "--dry-run")).toBe(0);
    const said = made.said.join("\n");
    expect(said).toContain("--- a/reports.csv\n+++ b/reports.csv\n@@ -");
    expect(said).toContain("+RIOT,holdings_btc,quarter,2025-09-30,19287,2025-10-30,s806,,,");
    expect(made.said.at(-1)).toBe("A dry run: nothing was written.");
    expect(textsOf(made)).toEqual(before);
  });

  it("a second time of one day gets the next version of that day, under the same heading", async () => {
    const made = await accepted(RIOT);
    await made.run("--apply");
    await made.run("--from", FIXTURES, "--miner", "MARA", "--filing", "0001507605-26-000007");
    await made.run("--review");
    expect(await made.run("--apply")).toBe(0);
    expect(made.dataText("record.json")).toContain('"version":"2026-11-28.2"');
    expect(made.said.at(-2)).toBe("The record is now 2026-11-28.2.");
    expect(made.dataText("CHANGES.md").match(/## 2026-11-28/g)).toHaveLength(1);
    // What the first time wrote is found there and dropped.
    expect(made.said.filter((line) => line.includes("That row is there since 2026-11-28; dropped."))).toHaveLength(8);
  });

  it("writes nothing when one of the rows does not fit the record", async () => {
    const made = await accepted(RIOT);
    const reports = made.dataText("reports.csv");
    writeFileSync(join(made.world.dataFolder, "reports.csv"), reports.replace("MARA,holdings_btc", "ZZZ,holdings_btc"));
    const before = textsOf(made);
    expect(await made.run("--apply")).toBe(1);
    expect(made.said.at(-1)).toMatch(/so nothing was written:\nreports\.csv:\d+: ticker "ZZZ" is not in miners\.csv/);
    expect(textsOf(made)).toEqual(before);
  });

  it("writes nothing when the clock is behind the record", async () => {
    const made = await accepted(RIOT, { today: "2026-11-20" });
    const before = textsOf(made);
    expect(await made.run("--apply")).toBe(1);
    expect(made.said.at(-1)).toMatch(/check the clock\. Nothing was written\.$/);
    expect(textsOf(made)).toEqual(before);
  });

  it("drops a row that somebody added meanwhile, under the record's own address of the document", async () => {
    const made = await accepted(RIOT);
    const folder = made.world.dataFolder;
    const row = "RIOT,holdings_btc,quarter,2025-09-30,19287,2025-10-30,s900,,,";
    writeFileSync(join(folder, "reports.csv"), `${made.dataText("reports.csv")}${row}\n`);
    const url = "https://elsewhere.example/0001104659-25-104466/riot-20250930x10q.htm";
    writeFileSync(join(folder, "sources.csv"), `${made.dataText("sources.csv")}s900,Riot 10-Q 2025-09-30,${url}\n`);
    expect(await made.run("--apply")).toBe(0);
    expect(made.said[0]).toBe("RIOT holdings_btc, quarter to 2025-09-30: That row is there since 2026-11-22; dropped.");
    // The others take the source that is there instead of a second one.
    expect(made.dataText("sources.csv")).not.toContain(
      "www.sec.gov/Archives/edgar/data/1167419/000110465925104466/riot",
    );
  });

  it("refuses a decision on something that cannot be added, made by hand", async () => {
    const made = bench();
    await made.run("--from", FIXTURES, "--miner", "ABTC", "--since", "2024-01-01");
    const { proposals } = made.store();
    const decisions = Object.fromEntries(proposals.map(({ id, hash }) => [id, { kind: "accept", hash }]));
    writeFileSync(made.proposalsFile, JSON.stringify({ proposals, decisions }));
    const before = textsOf(made);
    expect(await made.run("--apply")).toBe(1);
    expect(made.said.at(-1)).toMatch(
      /^Cannot be added: .*ABTC's own reserve begins 2025-04-01.* Nothing was written\.$/,
    );
    expect(textsOf(made)).toEqual(before);
  });

  it("takes decisions that were written by hand with the right hash, and no other", async () => {
    const made = bench();
    await made.run("--from", FIXTURES, ...RIOT);
    const { proposals } = made.store();
    const holdings = made.find("RIOT", "holdings_btc", "quarter", "2025-09-30");
    const write = (hash: string): void => {
      writeFileSync(
        made.proposalsFile,
        JSON.stringify({ proposals, decisions: { [holdings?.id ?? ""]: { kind: "accept", hash } } }),
      );
    };
    write("0".repeat(64));
    expect(await made.run("--apply")).toBe(1);
    write(holdings?.hash ?? "");
    expect(await made.run("--apply")).toBe(0);
    expect(made.dataText("CHANGES.md")).toContain("- 1 row added by data:collect: RIOT");
  });
});

describe("market facts", () => {
  it("new points are added, a derived one gives way, and sources nobody uses any more go", async () => {
    const made = await accepted(["--market"]);
    const points = made
      .proposals()
      .map(({ line, outcome }) => [line.file === "market" ? `${line.series} ${line.date}` : "", outcome]);
    expect(points).toContainEqual(["difficulty 2026-06-27", "conflict"]);
    expect(points).toContainEqual(["epoch_height 2026-06-27", "same"]);
    expect(points).toContainEqual(["hashrate 2026-10-31", "new"]);
    expect(points.some(([point]) => point?.startsWith("price"))).toBe(false);
    // November is open on the 28th, and September is not whole in the answer.
    expect(points.filter(([point]) => point?.startsWith("hashrate"))).toHaveLength(1);
    expect(await made.run("--apply")).toBe(0);
    const market = made.dataText("market.csv").split("\n");
    expect(market.filter((line) => line.startsWith("difficulty,2026-06-27,"))).toEqual([
      expect.stringMatching(/^difficulty,2026-06-27,133869853540305\.2,s\d+$/),
    ]);
    const series = market.map((line) => line.split(",")[0]);
    expect(series.filter((name, at) => name !== series[at - 1])).toHaveLength(new Set(series).size);
    buildRecord(made.world.dataFolder);
  });

  it("a price is proposed only when asked for, with its deviation", async () => {
    const made = bench();
    await made.run("--from", FIXTURES, "--market", "--price");
    const prices = made.proposals().filter(({ line }) => line.file === "market" && line.series === "price");
    expect(prices).toHaveLength(3);
    expect(prices[0]?.remarks[0]).toBe("on 2026-08-21 this source tells 77,400, the record 77,478.75: -0.10 %");
  });

  it("a node that is down, and heights that do not follow, are refused; the rest goes on", async () => {
    const { answering, answers } = await import("./bench");
    const changed = (end: string, from: string, to: string) => {
      const answer = answers.find(({ address }) => address.endsWith(end));
      return { ...answer, text: (answer?.text ?? "").replace(from, to) };
    };
    const list = [
      changed("hashrate/3m", '"currentDifficulty":134000000000000', '"currentDifficulty":0'),
      changed("difficulty-adjustments/1y", "957600", "957601"),
    ];
    const made = bench({ fetch: answering(list) });
    expect(await made.run("--market")).toBe(1);
    const said = made.said.join("\n");
    expect(said).toContain("tells currentDifficulty 0: their node is down");
    expect(said).toContain("has a height of 957601, which is no next retarget: refused.");
    expect(
      made
        .proposals()
        .map(({ line }) => (line.file === "market" ? line.series : ""))
        .sort(),
    ).toEqual(["blocks", "blocks", "blocks", "fee_share", "fees_btc_per_day", "issuance", "issuance", "issuance"]);
  });
});

describe("files", () => {
  const before = { "a.csv": "a\n", "b.csv": "b\n" };
  const after = { "a.csv": "a\nnew\n", "b.csv": "b\nnew\n" };

  it("are as they were when the disk fails in the middle", () => {
    const made = bench();
    const folder = made.world.dataFolder;
    for (const [name, text] of Object.entries(before)) writeFileSync(join(folder, name), text);
    const names = readdirSync(folder);
    let renamed = 0;
    const failing = (from: string, to: string): void => {
      if (renamed++ > 0) throw new Error("disk full");
      renameSync(from, to);
    };
    expect(() => {
      writeAll(folder, before, after, failing);
    }).toThrow("The record could not be written (disk full). All files are as they were.");
    for (const [name, text] of Object.entries(before)) expect(readFileSync(join(folder, name), "utf8")).toBe(text);
    expect(readdirSync(folder)).toEqual(names);
    expect(existsSync(join(folder, "a.csv.part"))).toBe(false);
  });

  it("of the record that ships get a line at its place and no other change", () => {
    const folder = join(import.meta.dirname, "../../assets/data");
    for (const [name, add] of [
      ["reports.csv", (text: string) => withFigure(text, LINE, "s1")],
      [
        "market.csv",
        (text: string) =>
          withPoint(
            text,
            { file: "market", series: "hashrate", date: "2099-01-31", value: 1e21, replaces: false },
            "s1",
          ),
      ],
    ] as const) {
      const text = readFileSync(join(folder, name), "utf8");
      const [old, now] = [text.trimEnd().split("\n"), add(text).trimEnd().split("\n")];
      const at = now.findIndex((line, index) => line !== old[index]);
      expect([...now.slice(0, at), ...now.slice(at + 1)]).toEqual(old);
      expect(now[at]).toMatch(
        /^(RIOT,produced_btc,month,2099-01-31,1\.5,2099-02-01,s1,,derived,"a, b"|hashrate,2099-01-31,1000000000000000000000,s1)$/,
      );
      expect(now[at - 1]).toMatch(/^(RIOT,produced_btc|hashrate),/);
    }
  });
});

const LINE: FigureLine = {
  file: "reports", ticker: "RIOT", metric: "produced_btc", period: "month", period_end: "2099-01-31", value: 1.5,
  published: "2099-02-01", scope: "consolidated", basis: "derived", note: "a, b",
}; // prettier-ignore

describe("the diff", () => {
  it("is unified, with three lines around", () => {
    const before = "a\nb\nc\nd\ne\nf\ng\nh\n";
    expect(unifiedDiff("x", before, before)).toBe("");
    expect(unifiedDiff("x", before, before.replace("e\n", "e\nnew\n"))).toBe(
      "--- a/x\n+++ b/x\n@@ -3,6 +3,7 @@\n c\n d\n e\n+new\n f\n g\n h",
    );
    expect(unifiedDiff("x", '{"v":1}\n', '{"v":2}\n')).toBe('--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-{"v":1}\n+{"v":2}');
  });
  it("adds its line to the list of the day, or before what else stands there", () => {
    expect(withChange("## 2026-11-28\n\n- x\n", "2026-11-28", "- y")).toBe("## 2026-11-28\n\n- y\n- x\n");
    expect(withChange("## 2026-11-28\n\n### X\n", "2026-11-28", "- y")).toBe("## 2026-11-28\n\n- y\n\n### X\n");
  });
  it("adds a heading where there is none", () => {
    expect(withChange("# T\n", "2026-11-28", "- x")).toBe("# T\n## 2026-11-28\n\n- x\n");
  });
});
