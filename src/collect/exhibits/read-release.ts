// An 8-K or 6-K: the exhibits that its header calls EX-99, and the figures of the month or quarter they speak of.
import { isoOf } from "../../common/days";
import type { Asker } from "../ask/shelf";
import { NOTHING, onlyFound, type Found } from "../candidate";
import { readIndex } from "../edgar/filing-index";
import { onePerKey } from "../edgar/once";
import type { Filing } from "../edgar/submissions";
import { Failure } from "../failure";
import type { Filer } from "../filers";
import type { Known } from "../known";
import { withSums } from "../notes/sums";
import { readExhibit } from "./read-exhibit";

export const readRelease = async (asker: Asker, filing: Filing, filer: Filer, known: Known): Promise<Found> => {
  const { ciks, form, exhibits } = await readIndex(asker, filing);
  if (!ciks.includes(filing.cik) || form !== filing.form) {
    throw new Failure(
      `The document is of CIK ${ciks.join(", ")}, ${form}, not of CIK ${filing.cik}, ${filing.form}: refused.`,
    );
  }
  const miner = known.tables.miners.find(({ ticker }) => ticker === filer.ticker);
  if (!miner) return NOTHING;
  const found: Found[] = [];
  for (const { type, address } of exhibits.filter(
    (each) => each.type.startsWith("EX-99") && /\.html?$/.test(each.address),
  )) {
    const html = await asker.document(address);
    const read = readExhibit(html, filer, miner, ({ periodEnd }) => ({
      ticker: filer.ticker,
      form: `${filing.form} ${type}`,
      accession: filing.accession,
      filed: filing.filed,
      periodEnd,
      title: `${miner.name} ${filing.form} ${isoOf(periodEnd)}, ${filing.accession}`,
      address,
    }));
    if (read) found.push(onePerKey(read));
  }
  return withSums(onePerKey(onlyFound(found)), filer);
};
