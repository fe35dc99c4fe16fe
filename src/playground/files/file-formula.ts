// A formula as it stands in a file: without its equals sign, newer functions of Excel with the prefix that files use.

/** Functions younger than the file format that our sheets use ([MS-XLSX] 2.2.2, "future functions"). */
const YOUNGER = [
  "CHOOSECOLS",
  "CHOOSEROWS",
  "DROP",
  "HSTACK",
  "IFNA",
  "TAKE",
  "TEXTJOIN",
  "VSTACK",
  "WRAPCOLS",
  "XLOOKUP",
];

const TEXT_OR_CALL = new RegExp(`"(?:[^"]|"")*"|\\b(?:${YOUNGER.join("|")})(?=\\()`, "g");

/**
 * Functions of ours keep their plain name: what Excel itself writes for a name without a namespace is not documented.
 * Until the add-in is there, cells show the values of the file.
 */
export const fileFormula = (formula: string): string =>
  formula.slice(1).replaceAll(TEXT_OR_CALL, (found) => (found.startsWith('"') ? found : `_xlfn.${found}`));
