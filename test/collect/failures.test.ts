// The table of failures, each tried: what is said, whether the run goes on, and that nothing bad is kept.
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/collect/ask/answer";
import { readAnswers } from "../../src/collect/ask/recorded";
import { answering, answers, bench, CONTACT, FIXTURES, type Bench } from "./bench";

const RIOT = ["--miner", "RIOT", "--since", "2025-01-01", "--contact", CONTACT];
const TICKERS = "https://www.sec.gov/files/company_tickers.json";
const SUBMISSIONS = "https://data.sec.gov/submissions/CIK0001167419.json";
const FACTS = "https://data.sec.gov/api/xbrl/companyfacts/CIK0001167419.json";
const ARCHIVE = "https://www.sec.gov/Archives/edgar/data/1167419";
const HALF_YEAR = `${ARCHIVE}/000110465925000002/riot-20250630x10q.htm`;
const NINE_MONTHS = `${ARCHIVE}/000110465925104466/riot-20250930x10q.htm`;

const recorded = (address: string): Answer => {
  const found = answers.find((answer) => answer.address === address);
  if (!found) throw new Error(`${address} has no fixture.`);
  return found;
};
const withAnswer = (address: string, answer: Partial<Answer>): Bench =>
  bench({ fetch: answering([{ ...recorded(address), ...answer }]) });
const textOf = (address: string, from: string | RegExp, to: string): Partial<Answer> => {
  const { text } = recorded(address);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return { text: changed };
};
const last = (made: Bench): string => made.said.at(-1) ?? "";

describe("asking", () => {
  it.each([[[]], [["--contact", "nobody"]], [["--contact", "Jane Doe"]], [["--contact", "Jane\r\nX: 1 a@b.c"]]])(
    "nothing is asked with %j",
    async (contact) => {
      const made = bench();
      expect(await made.run("--miner", "RIOT", ...contact)).toBe(2);
      expect(last(made)).toBe(
        'SEC asks for a name and a mail address. Give --contact "Name mail@host". Nothing was asked.',
      );
      expect(made.asked).toEqual([]);
      expect(existsSync(made.proposalsFile)).toBe(false);
    },
  );

  it("the contact goes out as User-Agent, four requests a second at most", async () => {
    const made = bench({ fetch: answering([]) });
    const times: number[] = [];
    const { fetch } = made.world;
    const world = {
      ...made.world,
      fetch: ((a, b) => (times.push(made.world.now().getTime()), fetch(a, b))) as typeof fetch,
    };
    const { command } = await import("../../src/collect/command");
    expect(await command(world, RIOT)).toBe(0);
    expect(made.headers.every((headers) => headers.get("user-agent") === CONTACT)).toBe(true);
    expect(made.headers.every((headers) => headers.get("accept-encoding") === "gzip")).toBe(true);
    expect(times.slice(1).every((time, at) => time - (times[at] ?? 0) >= 250)).toBe(true);
    expect(made.asked).toEqual([TICKERS, SUBMISSIONS, FACTS, expect.any(String), HALF_YEAR, NINE_MONTHS]);
  });

  it("documents of the archive are asked for once for good, lists once a run", async () => {
    const made = bench({ fetch: answering([]) });
    await made.run(...RIOT);
    made.asked.length = 0;
    expect(await made.run(...RIOT)).toBe(0);
    expect(made.asked).toEqual([TICKERS, SUBMISSIONS, FACTS]);
  });

  it("an address that is not recorded is a failure, never a request", async () => {
    const made = bench({ fetch: answering([]) });
    expect(await made.run("--from", FIXTURES, "--miner", "WULF")).toBe(1);
    expect(last(made)).toContain("WULF");
    expect(made.asked).toEqual([]);
  });

  it("wrong use is told with exit code 2", async () => {
    for (const [args, sentence] of [
      [["--miner", "DMGI"], /^No CIK is known for DMGI\. Known are ABTC/],
      [["--since", "last week"], /write a day as YYYY-MM-DD/],
      [["--filing", "26-7"], /write the accession number/],
      [["--from", "/nowhere"], /There is no folder \/nowhere/],
      [["--nonsense"], /--help/],
      [["--review", "--apply"], /One at a time/],
      [["--price"], /--price goes with --market/],
      [["--data", tmpdir()], /is no folder of a record/],
      [["--review"], /run it in a terminal/],
      [["--apply"], /run npm run data:collect first/],
    ] as const) {
      const made = bench();
      expect(await made.run("--contact", CONTACT, ...args)).toBe(2);
      expect(last(made)).toMatch(sentence);
    }
  });
});

describe("the host", () => {
  it("cannot be reached: two more tries, then the run ends", async () => {
    const made = bench({ fetch: () => Promise.reject(new TypeError("fetch failed")) });
    expect(await made.run(...RIOT)).toBe(1);
    expect(last(made)).toBe("www.sec.gov cannot be reached. Check the connection; nothing was changed.");
    expect(made.asked).toEqual([TICKERS, TICKERS, TICKERS]);
  });

  it("has a fault of its own: two more tries, then the next", async () => {
    const made = withAnswer(SUBMISSIONS, { status: 503, text: "busy" });
    expect(await made.run(...RIOT)).toBe(1);
    expect(made.asked.filter((address) => address === SUBMISSIONS)).toHaveLength(3);
    expect(last(made)).toContain("data.sec.gov answered");
  });

  it.each([403, 200])("blocks with a web page and status %i: stops, asks no more, keeps nothing", async (status) => {
    const page = readAnswersWithCases().find((answer) => answer.text.includes("Request Rate Threshold"));
    const made = withAnswer(HALF_YEAR, { status, type: "text/html", text: page?.text ?? "" });
    expect(await made.run(...RIOT)).toBe(1);
    expect(last(made)).toBe(
      "SEC does not accept this contact, or too much was asked. Wait 10 minutes, then check --contact.",
    );
    expect(made.asked.at(-1)).toBe(HALF_YEAR);
    expect(made.asked.filter((address) => address === HALF_YEAR)).toHaveLength(1);
    const kept = readdirSync(join(made.world.workFolder, "http")).map((name) =>
      readFileSync(join(made.world.workFolder, "http", name), "utf8"),
    );
    expect(kept.some((text) => text.includes("Request Rate"))).toBe(false);
  });

  it("asks for a pause: stops, and what was read stays", async () => {
    const made = withAnswer(NINE_MONTHS, { status: 429, type: "text/html", text: "<html>slow down</html>" });
    expect(await made.run(...RIOT)).toBe(1);
    expect(last(made)).toBe("www.sec.gov asks for a pause. Wait 10 minutes. What was read until here is kept.");
    expect(made.find("RIOT", "holdings_btc", "quarter", "2025-06-30")).toBeDefined();
    expect(made.find("RIOT", "holdings_btc", "quarter", "2025-09-30")).toBeUndefined();
  });

  it.each([
    [404, "NoSuchKey"],
    [403, "AccessDenied"],
  ])("has nothing there (%i, %s): goes on with the next filing", async (status, code) => {
    const made = withAnswer(HALF_YEAR, {
      status,
      type: "application/xml",
      text: `<Error><Code>${code}</Code></Error>`,
    });
    expect(await made.run(...RIOT)).toBe(1);
    expect(last(made)).toContain(`There is nothing at ${HALF_YEAR}: not published yet or a wrong CIK.`);
    expect(made.find("RIOT", "holdings_btc", "quarter", "2025-09-30")).toBeDefined();
  });

  it.each([
    [
      "a web page",
      "<!DOCTYPE html><html><body>Hello</body></html>",
      "answered with a web page where data was due. It was not kept.",
    ],
    ["half an answer", '{"cik": "0001167419", "filings": {"rec', "with half an answer. It was not kept."],
  ])("answers with %s", async (_, text, sentence) => {
    const made = withAnswer(SUBMISSIONS, { text });
    expect(await made.run(...RIOT)).toBe(1);
    expect(last(made)).toContain(sentence);
  });

  it("cuts a document short", async () => {
    const made = withAnswer(HALF_YEAR, { text: recorded(HALF_YEAR).text.slice(0, 4000) });
    expect(await made.run(...RIOT)).toBe(1);
    expect(last(made)).toContain("half an answer");
  });
});

describe("an answer of another shape", () => {
  it.each<[string, string, string | RegExp, string, RegExp]>([
    ["columns of unequal length", SUBMISSIONS, '"2025-10-30",', "", /has changed: a value of filingDate is missing/],
    ["no filings", SUBMISSIONS, '"recent"', '"latest"', /has changed: filings\.recent is missing/],
    ["no form", SUBMISSIONS, '"form"', '"kind"', /has changed: form is missing/],
    ["another company", SUBMISSIONS, '"cik":"0001167419"', '"cik":"0000000001"', /has changed: CIK 1167419 is missing/],
    ["no facts", FACTS, '"facts"', '"things"', /has changed: facts is missing/],
    ["no tickers", TICKERS, /"ticker"/g, '"symbol"', /has changed: ticker is missing/],
  ])("%s", async (_, address, from, to, sentence) => {
    const made = withAnswer(address, textOf(address, from, to));
    expect(await made.run(...RIOT)).toBe(1);
    expect(made.said.join("\n")).toMatch(sentence);
    expect(made.said.join("\n")).toContain("Nothing was proposed from it; report it to the maintainers.");
  });

  it("a ticker of another company stops that miner alone", async () => {
    const made = withAnswer(TICKERS, textOf(TICKERS, '"cik_str":1167419', '"cik_str":99'));
    expect(await made.run(...RIOT, "--miner", "RIOT,BTBT")).toBe(1);
    expect(last(made)).toContain("SEC gives RIOT the CIK 99, not 1167419");
    expect(made.asked).not.toContain(SUBMISSIONS);
    expect(made.find("BTBT", "holdings_btc", "quarter", "2025-09-30")).toBeDefined();
  });
});

describe("a document", () => {
  it.each([
    ["CIK", /0001167419<\/ix:nonNumeric>/, "0001710350</ix:nonNumeric>"],
    ["form", ">10-Q</ix:nonNumeric>", ">10-K</ix:nonNumeric>"],
    ["period", "June&#160;30,&#160;2025</ix", "March&#160;31,&#160;2025</ix"],
  ])("of another %s is refused", async (_, from, to) => {
    const made = withAnswer(HALF_YEAR, textOf(HALF_YEAR, from, to));
    expect(await made.run(...RIOT)).toBe(1);
    expect(last(made)).toMatch(
      /The document is of RIOT PLATFORMS, INC\. \(CIK \d+\), 10-., 2025-\d\d-\d\d, not of CIK 1167419, 10-Q, 2025-06-30: refused\.$/,
    );
    expect(made.find("RIOT", "holdings_btc", "quarter", "2025-06-30")).toBeUndefined();
  });

  it("that is no XML falls back to the plain instance, without place", async () => {
    const plain = HALF_YEAR.replace(".htm", "_htm.xml");
    const instance = `<?xml version="1.0"?>
<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:dei="http://xbrl.sec.gov/dei/2024" xmlns:us-gaap="http://fasb.org/us-gaap/2024">
<context id="now"><entity><identifier scheme="http://www.sec.gov/CIK">0001167419</identifier></entity><period><instant>2025-06-30</instant></period></context>
<unit id="item"><measure>riot:item</measure></unit><unit id="usd"><measure>iso4217:USD</measure></unit>
<dei:EntityCentralIndexKey contextRef="now">0001167419</dei:EntityCentralIndexKey><dei:DocumentType contextRef="now">10-Q</dei:DocumentType>
<dei:DocumentPeriodEndDate contextRef="now">2025-06-30</dei:DocumentPeriodEndDate>
<us-gaap:CryptoAssetNumberOfUnits contextRef="now" unitRef="item" decimals="INF">19273</us-gaap:CryptoAssetNumberOfUnits>
<us-gaap:CryptoAssetFairValue contextRef="now" unitRef="usd" decimals="-3">2065580000</us-gaap:CryptoAssetFairValue></xbrl>`;
    const made = bench({
      fetch: answering([
        { ...recorded(HALF_YEAR), ...textOf(HALF_YEAR, "</table>", "</p>") },
        { address: plain, status: 200, type: "text/xml", text: instance },
      ]),
    });
    expect(await made.run(...RIOT)).toBe(0);
    const holdings = made.find("RIOT", "holdings_btc", "quarter", "2025-06-30");
    expect(holdings?.line.value).toBe(19273);
    expect(holdings?.remarks.join()).toMatch(/is not XML: \d+:\d+: .*; read from the plain instance, without place/);
    expect(holdings?.source.url).toBe(HALF_YEAR);
  });

  it("SEC's extract that differs is told beside the figure", async () => {
    const made = bench({ fetch: answering([]) });
    await made.run(...RIOT);
    expect(made.find("RIOT", "holdings_btc", "quarter", "2025-06-30")?.remarks).toContain(
      "SEC's extract of the facts says 19237 for 2025-06-30",
    );
    expect(made.find("RIOT", "holdings_btc", "quarter", "2025-09-30")?.remarks.join()).not.toContain("extract");
  });
});

describe("Ctrl+C", () => {
  it("ends the run and leaves all that was read", async () => {
    const made: Bench = bench({
      fetch: (input, init) => {
        if (input === NINE_MONTHS) made.stop.abort();
        return init?.signal?.aborted
          ? Promise.reject(new DOMException("aborted", "AbortError"))
          : answering([])(input, init);
      },
    });
    expect(await made.run(...RIOT)).toBe(1);
    expect(last(made)).toBe("Stopped. What was read until here is kept.");
    expect(made.find("RIOT", "holdings_btc", "quarter", "2025-06-30")).toBeDefined();
    expect(made.find("RIOT", "holdings_btc", "quarter", "2025-09-30")).toBeUndefined();
  });

  it("progress says which filing of how many", async () => {
    const made = bench();
    await made.run("--from", FIXTURES, "--miner", "RIOT", "--since", "2025-01-01");
    expect(made.said.filter((line) => line.startsWith("RIOT "))).toEqual([
      "RIOT 1 of 3: 10-K filed 2025-02-28",
      "RIOT 2 of 3: 10-Q filed 2025-07-31",
      "RIOT 3 of 3: 10-Q filed 2025-10-30",
    ]);
  });
});

describe("--record", () => {
  it("saves every answer so that --from gives the same proposals", async () => {
    const folder = mkdtempSync(join(tmpdir(), "answers-"));
    const made = bench({ fetch: answering([]) });
    expect(await made.run(...RIOT, "--record", folder)).toBe(0);
    expect(
      readAnswers(folder)
        .map(({ address }) => address)
        .sort(),
    ).toEqual([...made.asked].sort());
    const again = bench();
    expect(await again.run("--from", folder, "--miner", "RIOT", "--since", "2025-01-01")).toBe(0);
    expect(again.proposals()).toEqual(made.proposals());
  });
});

/** The block page is kept as a case: no run with --from may meet it. */
function readAnswersWithCases(): Answer[] {
  const list = JSON.parse(readFileSync(join(FIXTURES, "recorded/edgar-answers.json"), "utf8")) as Partial<Answer>[];
  return list.map(({ address = "", status = 0, type = "", text = "" }) => ({ address, status, type, text }));
}
