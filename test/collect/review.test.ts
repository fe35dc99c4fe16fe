// Deciding: one proposal at a time, each answer saved at once; the page shows the same and takes no decisions.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/collect/review/facts";
import { reviewPage } from "../../src/collect/review/page";
import { openIn, type Stored } from "../../src/collect/store";
import { hashed } from "../../src/collect/proposal";
import { bench, FIXTURES, type Bench, type Given } from "./bench";

const MARA = ["--from", FIXTURES, "--miner", "MARA", "--filing", "0001507605-26-000007"];

const ready = async (given: Given): Promise<Bench> => {
  const made = bench({ isInteractive: true, ...given });
  expect(await made.run(...MARA)).toBe(0);
  made.said.length = 0;
  return made;
};
const decisions = (made: Bench) => Object.values(made.store().decisions);

describe("a review", () => {
  it("skips on s, on Enter and on any other key asks again; q ends it", async () => {
    const made = await ready({ keys: ["s", "return", "x", "q"] });
    expect(await made.run("--review")).toBe(0);
    expect(decisions(made)).toEqual([]);
    expect(made.said.filter((line) => line.includes("o open the address"))).toHaveLength(4);
    expect(made.said.at(-1)).toMatch(/^0 answers saved\./);
  });

  it("saves each answer at once", async () => {
    const made = await ready({ keys: ["a", "r"], lines: ["not our coins"] });
    let seen: unknown[] = [];
    const { terminal } = made.world;
    const world = {
      ...made.world,
      terminal: {
        ...terminal,
        ask: (words: string) => {
          seen = decisions(made);
          return terminal.ask(words);
        },
      },
    };
    const { command } = await import("../../src/collect/command");
    expect(await command(world, ["--review"])).toBe(0);
    expect(seen).toMatchObject([{ kind: "accept" }]);
    expect(decisions(made)).toMatchObject([{ kind: "accept" }, { kind: "reject", reason: "not our coins" }]);
  });

  it("asks for the reason of a rejection until there is one", async () => {
    const made = await ready({ keys: ["r", "r", "q"], lines: ["  ", "already in another row"] });
    await made.run("--review");
    expect(made.said).toContain("  A rejection needs a reason.");
    expect(decisions(made)).toMatchObject([{ kind: "reject", reason: "already in another row" }]);
  });

  it("opens the document and then asks the same again", async () => {
    const made = await ready({ keys: ["o", "q"] });
    await made.run("--review");
    expect(made.opened).toEqual([
      "https://www.sec.gov/Archives/edgar/data/1507605/000150760526000007/mara-20251231.htm",
    ]);
    expect(decisions(made)).toEqual([]);
  });

  it("has no key that accepts more than one", async () => {
    const made = await ready({ keys: ["a"] });
    const open = openIn(made.store() as unknown as Stored).length;
    await made.run("--review");
    expect(decisions(made)).toHaveLength(1);
    expect(open).toBe(5);
  });

  it("shows what a person needs", async () => {
    const made = await ready({ keys: ["q"] });
    const holdings = made.find("MARA", "holdings_btc", "quarter", "2025-12-31");
    const names = holdings ? factsOf(holdings).map(({ name }) => name) : [];
    expect(names).toEqual([
      "Outcome", "Certainty", "Printed", "Row", "Label", "Remark", "Source", "Address", "All of it", "Filing", "There", "Shown now", "Then",
    ]); // prettier-ignore
    const riot = bench();
    await riot.run("--from", FIXTURES, "--miner", "RIOT", "--filing", "0001104659-25-104466");
    const count = riot.find("RIOT", "holdings_btc", "quarter", "2025-09-30");
    const facts = Object.fromEntries(count ? factsOf(count).map(({ name, text }) => [name, text]) : []);
    expect(facts).toMatchObject({
      Tag: "us-gaap:CryptoAssetNumberOfUnits, riot:item",
      Printed: "19,287",
      Filing: "10-Q, 0001104659-25-104466, filed 2025-10-30",
      There: expect.stringMatching(/^reports\.csv:\d+, quarter, 19,287, secondary, /) as string,
    });
  });

  it("does not show a rejected proposal again unless its evidence changes", async () => {
    const made = await ready({ keys: ["r"], lines: ["no"] });
    await made.run("--review");
    await made.run(...MARA);
    const stored = made.store() as unknown as Stored;
    expect(openIn(stored)).toHaveLength(4);
    const [rejected] = stored.proposals.filter(({ id }) => stored.decisions[id]?.kind === "reject");
    if (!rejected) throw new Error("none is rejected");
    const other = hashed({ ...rejected, evidence: { ...rejected.evidence, printed: "other" } });
    const changed = { ...stored, proposals: stored.proposals.map((each) => (each === rejected ? other : each)) };
    expect(openIn(changed)).toHaveLength(5);
  });

  it("says so when there is nothing to decide on, and refuses a file of another shape", async () => {
    const made = await ready({ keys: ["s"] });
    writeFileSync(made.proposalsFile, '{"proposals":[],"decisions":{}}');
    expect(await made.run("--review")).toBe(0);
    expect(made.said[0]).toBe("There is nothing to decide on.");
    for (const text of ["{", "[]", '{"proposals":3}']) {
      writeFileSync(made.proposalsFile, text);
      expect(await made.run("--review")).toBe(1);
      expect(made.said.at(-1)).toContain("is no file of proposals");
    }
  });

  it("lets nothing that a document prints steer the terminal", async () => {
    const made = await ready({ keys: ["q"] });
    const text = readFileSync(made.proposalsFile, "utf8").replaceAll("Bitcoin", "\\u001b]0;x\\u0007Bitcoin");
    writeFileSync(made.proposalsFile, text);
    await made.run("--review");
    expect(made.said.join("\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });
});

describe("the page", () => {
  it("holds no script, a strict policy and the same facts and links", async () => {
    const made = await ready({});
    expect(await made.run("--review-page")).toBe(0);
    const page = readFileSync(join(made.world.workFolder, "review.html"), "utf8");
    expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;`);
    expect(page).not.toMatch(/<script|<iframe|<form|<link|<img|\son\w+=|src=|url\(/i);
    for (const proposal of made.proposals()) {
      expect(page).toContain(proposal.hash);
      expect(page).toContain(`href="${proposal.source.url}"`);
    }
  });

  it("escapes what a document says, and makes no link of what is none", async () => {
    const made = await ready({});
    const stored = made.store() as unknown as Stored;
    const [first] = stored.proposals;
    if (!first) throw new Error("nothing was proposed");
    const bad = hashed({
      ...first,
      evidence: { printed: '<script>alert("1")</script>', around: "<img src=x onerror=alert(1)>" },
      source: { title: '"><b>', url: "javascript:alert(1)" },
    });
    const page = reviewPage({ proposals: [bad], decisions: {} }, "2026-11-28");
    expect(page).not.toMatch(/<script|<img|<b>|href="javascript/);
    expect(page).toContain("&lt;script&gt;");
  });
});
