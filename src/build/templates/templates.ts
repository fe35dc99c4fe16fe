// npm run templates -- --out DIR: packs the record, then writes every template as an .xlsx file, without a browser.
// With --values the files hold values in place of formulas, for programs that cannot run the add-in.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildRecord } from "../bundle/record";
import { run, ROOT } from "../setup.mjs";

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { out: { type: "string" }, values: { type: "boolean" } } });
  if (values.out === undefined) throw new Error("Say where the files shall go: npm run templates -- --out DIR");
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  writeFileSync(join(ROOT, ".cache/record.json"), buildRecord().json);
  // Only now: the functions read the packed record while they load.
  const { writeTemplates } = await import("./write-templates");
  for (const path of await writeTemplates(values.out, { withFormulas: !values.values })) console.log(path);
};

void run(main);
