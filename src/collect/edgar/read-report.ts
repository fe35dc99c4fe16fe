// A 10-Q, 10-K, 20-F or 40-F: its inline document, checked to be the one asked for, read by tags or by the tables of its notes.
import { dayOfIso, isoOf } from "../../common/days";
import { onlyFound, type Candidate, type Found, type Paper } from "../candidate";
import { changed, Failure } from "../failure";
import { daysIn } from "../dates";
import type { Asker } from "../ask/shelf";
import { readPage } from "../exhibits/page";
import { baseForm, type Filer } from "../filers";
import type { Known } from "../known";
import { readNotes } from "../notes/read-notes";
import { withSums } from "../notes/sums";
import type { Table } from "../tables/table";
import { withBridges } from "./bridged";
import { alarmOf, type CompanyFacts } from "./company-facts";
import { folderOf, readIndex } from "./filing-index";
import { readInline, type InlineDocument } from "./inline";
import { onePerKey } from "./once";
import { readFacts } from "./read-facts";
import type { Filing } from "./submissions";

interface Opened {
  readonly document: InlineDocument;
  readonly address: string;
  readonly remarks: readonly string[];
}

/** The inline document; where it is no XML, the plain instance beside it, which has no rows or sentences. */
const open = async (asker: Asker, filing: Filing): Promise<Opened> => {
  const address = `${folderOf(filing)}/${filing.document}`;
  try {
    return { document: readInline(await asker.document(address), address), address, remarks: [] };
  } catch (error) {
    if (!(error instanceof Failure) || !error.message.includes(" is not XML: ")) throw error;
    const plain = address.replace(/\.html?$/, "_htm.xml");
    const document = readInline(await asker.document(plain), plain);
    return { document, address, remarks: [`${error.message}; read from the plain instance, without place`] };
  }
};

/** Refuses a document of another company, form or period than was asked for. */
export const checkIdentity = ({ cover }: InlineDocument, filing: Filing, address: string): void => {
  const told = (key: string): string => {
    const text = cover.get(key);
    if (text === undefined) throw changed(address, `dei:${key}`);
    return text;
  };
  const cik = Number(told("EntityCentralIndexKey"));
  const form = told("DocumentType");
  const [day] = daysIn(told("DocumentPeriodEndDate"));
  const period = day === undefined ? told("DocumentPeriodEndDate") : isoOf(day);
  if (cik === filing.cik && form === filing.form && (filing.period === "" || period === filing.period)) return;
  const name = cover.get("EntityRegistrantName") ?? "a company";
  throw new Failure(
    `The document is of ${name} (CIK ${cik}), ${form}, ${period}, not of CIK ${filing.cik}, ${filing.form}, ${filing.period}: refused.`,
  );
};

export const readReport = async (
  asker: Asker,
  filing: Filing,
  filer: Filer,
  known: Known,
  companyFacts: CompanyFacts | undefined,
): Promise<Found> => {
  const { document, address, remarks } = await open(asker, filing);
  checkIdentity(document, filing, address);
  const periodEnd = daysIn(document.cover.get("DocumentPeriodEndDate") ?? "")[0] ?? dayOfIso(filing.period) ?? NaN;
  const name = known.tables.miners.find(({ ticker }) => ticker === filer.ticker)?.name ?? filing.company;
  const paper: Paper = {
    ticker: filer.ticker,
    form: filing.form,
    accession: filing.accession,
    filed: filing.filed,
    periodEnd,
    title: `${name} ${filing.form} ${isoOf(periodEnd)}, ${filing.accession}`,
    address,
  };
  const byTags = withBridges(document, readFacts(document, filer, paper, known));
  const tables = [...document.tables, ...(baseForm(filing.form) === "40-F" ? await exhibitTables(asker, filing) : [])];
  const byNotes = filer.readsNotes ? [readNotes(tables, filer, paper, known)] : [];
  const found = withSums(onePerKey(onlyFound([byTags, ...byNotes])), filer);
  return { ...found, candidates: found.candidates.map((each) => remarked(each, remarks, companyFacts)) };
};

/** A 40-F is a cover: the statements are its exhibits. */
const exhibitTables = async (asker: Asker, filing: Filing): Promise<Table[]> => {
  const { exhibits } = await readIndex(asker, filing);
  const tables: Table[] = [];
  for (const { type, address } of exhibits) {
    if (type.startsWith("EX-99") && /\.html?$/.test(address))
      tables.push(...readPage(await asker.document(address)).tables);
  }
  return tables;
};

/** With what was odd about the document, and where SEC's extract says something else. */
const remarked = (candidate: Candidate, remarks: readonly string[], facts: CompanyFacts | undefined): Candidate => {
  const { tag = "", unit = "", scale = 0, printed } = candidate.evidence;
  const start = candidate.evidence.start;
  const tagged = Number(printed.replaceAll(",", "")) * 10 ** scale;
  const alarm = facts && tag !== "" ? alarmOf(facts(tag, unit), tagged, candidate.periodEnd, start) : undefined;
  return { ...candidate, remarks: [...candidate.remarks, ...remarks, ...(alarm === undefined ? [] : [alarm])] };
};
