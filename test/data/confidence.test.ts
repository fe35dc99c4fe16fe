// Filing, company or secondary: what the title and address of a source prove, and a note that takes it back.
import { expect, it } from "vitest";
import { confidenceOf } from "../../src/data/confidence";

const SEC = "https://www.sec.gov/Archives/edgar/data/1507605/000150760526000016/mara-20260331.htm";

// Titles and addresses are of sources in assets/data/sources.csv.
it.each([
  ["filing", "MARA 10-Q 2026-03-31", SEC],
  ["filing", "Cipher Digital 10-Q 2026-06-30, summary of bitcoin inventory", SEC],
  ["filing", "Core Scientific December and full-year 2023 production update (EX-99.2)", SEC],
  ["filing", "CleanSpark 10-Q 2025-06-30", "https://github.com/Sashamine/dat-tracker-next/blob/c0c17e00/clsk.txt"],
  ["filing", "Hut 8 10-Q 2025-06-30, note 6 Digital assets (R13)", "http://archive.fast-edgar.com/20250807/R13.htm"],
  ["company", "HIVE update 2024-03", "https://www.hivedigitaltechnologies.com/news/march-2024"],
  ["company", "Bit Digital update 2023-09", "https://www.wdam.com/prnewswire/2023/10/04/bit-digital"],
  ["company", "IREN update 2024-12", "https://fwb.einnews.com/pr_news/774780729/iren"],
  ["company", "Hut 8 results 2024Q3 (GlobeNewswire)", "https://202.62.215.20/news/globenewswire"],
  ["secondary", "MARA 10-Q 2025-09-30 (dat-tracker-next)", SEC],
  ["secondary", "American Bitcoin 10-Q 2025-09-30, quoted (dat-tracker-next)", "https://github.com/Sashamine/x"],
  ["secondary", "Core Scientific 10-K 2025, as listed in a public repository", SEC],
  ["secondary", "Hut 8 10-Q Q1 2026 summary", "https://www.stocktitan.net/sec-filings/HUT/10-q"],
  ["secondary", "[10-Q] Riot Q3 2025", "https://www.stocktitan.net/sec-filings/RIOT/10-q"],
  ["secondary", "Cango update 2025-04", "https://third-news.com/cango"],
  ["secondary", "Cipher Q2 2025 slides article", "https://ng.investing.com/news/x"],
  ["secondary", "Riot Q1 2026 production and operations update", "https://www.riotplatforms.com/"],
  ["secondary", "TeraWulf filing values in a public repository", ""],
])("%s: %s", (expected, title, url) => {
  expect(confidenceOf({ title, url }, "")).toBe(expected);
});

it("a note that the document was not opened makes the figure second-hand", () => {
  const filing = { title: "MARA 10-Q 2026-03-31", url: SEC };
  expect(confidenceOf(filing, "via public list, filing not read")).toBe("secondary");
  expect(confidenceOf(filing, "from news of the release")).toBe("secondary");
  expect(confidenceOf(filing, "filing text read in a public copy")).toBe("filing");
});

it("a source that the record does not know proves nothing", () => {
  expect(confidenceOf(undefined, "")).toBe("secondary");
});
