// Writes every template as an .xlsx file, with the values that the record of assets/data gives.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calculated } from "./calculate";
import { xlsxOf, type FileOptions } from "../../xlsx/write/xlsx";
import { templates } from "../../sheets/templates";

export const fileNameOf = (id: string): string => `miner-overhang-${id}.xlsx`;

/** Gives back the files' paths. */
export const writeTemplates = async (folder: string, options: FileOptions = {}): Promise<readonly string[]> => {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (const { id, title, sheets } of templates) {
    const path = join(folder, fileNameOf(id));
    writeFileSync(path, await xlsxOf(title, sheets, calculated(sheets), options));
    paths.push(path);
  }
  return paths;
};
