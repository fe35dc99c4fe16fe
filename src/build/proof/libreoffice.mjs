// Finds LibreOffice on this machine: a second reader of the files that the templates are written to.
// @ts-check
import { ensureProgram, findProgram } from "./programs.mjs";

/** Where installers put it when it is not on the PATH. */
const ELSEWHERE = [
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

const find = () => findProgram({ variable: "SOFFICE", names: ["soffice"], elsewhere: ELSEWHERE });

export const ensureLibreOffice = () =>
  ensureProgram({ find, title: "LibreOffice", debian: "libreoffice-calc", variable: "SOFFICE" });
