// Finds a Python with openpyxl on this machine: a third reader of the files that we write, which shows what is in them.
// @ts-check
import { spawnSync } from "node:child_process";
import { ensureProgram, findProgram } from "./programs.mjs";

const VARIABLE = "PYTHON";

/** @param {string | undefined} python */
const hasOpenpyxl = (python) => python !== undefined && spawnSync(python, ["-c", "import openpyxl"]).status === 0;

/** Debian's package goes with Debian's Python, before which another may be on the PATH. */
const find = () =>
  [findProgram({ variable: VARIABLE, names: ["python3", "python"] }), "/usr/bin/python3"].find(hasOpenpyxl);

export const ensureOpenpyxl = () =>
  ensureProgram({ find, title: "Python with openpyxl", debian: "python3-openpyxl", variable: VARIABLE });
