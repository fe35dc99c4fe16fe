// Figures in the sentences of a release: "Bitcoin mined: 586", "sold 579 bitcoin", "held 13,931 BTC".
import { readPrinted } from "../tables/printed-number";
import type { PrintedFigure } from "./table-figures";

const NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
const COINS = "(?:BTC|bitcoins?)\\b";
const COLON = new RegExp(
  `^([^:]{3,90}):\\s*(approximately |about )?${NUMBER}\\s*(BTC\\b|bitcoins?\\b|EH/s)?(?!\\s*(?:%|MW|million|J/TH|,?\\d))`,
  "i",
);
const VERB = new RegExp(
  `\\b(mined|produced|sold|liquidated|converted|purchased|bought|held|holds)\\s+(?:a total of\\s+)?(approximately |about )?${NUMBER}\\s*${COINS}`,
  "gi",
);
const LEVEL = new RegExp(
  `\\b((?:bitcoin |BTC )?holdings?)\\b[^.;]{0,60}?\\b(?:of|was|were|to|at|totall?ed)\\s+(approximately |about )?${NUMBER}\\s*${COINS}`,
  "gi",
);

const figure = (label: string, about: string, printed: string, around: string): PrintedFigure[] => {
  const number = readPrinted(printed);
  return number ? [{ label: `${label.trim()} ${about.trim()}`.trim(), printed, around, number, isDated: true }] : [];
};

/** A label before a colon, or verbs and holdings with a number of coins. Anything else is left to people. */
export const figuresIn = (sentence: string): PrintedFigure[] => {
  const colon = COLON.exec(sentence);
  if (colon) {
    const [, label = "", about = "", printed = "", unit = ""] = colon;
    const speaksOfCoins = /btc|bitcoin/i.test(`${label} ${unit}`) || /eh\/s/i.test(`${label} ${unit}`);
    return speaksOfCoins ? figure(label, about, printed, sentence) : [];
  }
  return [VERB, LEVEL].flatMap((pattern) =>
    [...sentence.matchAll(pattern)].flatMap(([, verb = "", about = "", printed = ""]) =>
      figure(verb, about, printed, sentence),
    ),
  );
};
