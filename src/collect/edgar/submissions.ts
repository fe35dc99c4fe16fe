// The list of a company's filings, newest first, cut to the forms and days wanted.
import type { Asker } from "../ask/shelf";
import { changed } from "../failure";
import { baseForm, isReport, RELEASE_FORMS, RELEASE_ITEMS, type Filer } from "../filers";
import { fieldsOf, listOf, textOf, type Fields } from "./shape";

export interface Filing {
  readonly ticker: string;
  readonly cik: number;
  readonly company: string;
  readonly accession: string;
  readonly form: string;
  /** YYYY-MM-DD; the day that counts as published. */
  readonly filed: string;
  /** YYYY-MM-DD or empty. */
  readonly period: string;
  readonly document: string;
}

export interface Wanted {
  /** YYYY-MM-DD. */
  readonly since: string;
  readonly form?: string;
  readonly accession?: string;
}

const COLUMNS = ["accessionNumber", "filingDate", "reportDate", "form", "items", "primaryDocument"] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, string>>;

const tenDigits = (cik: number): string => String(cik).padStart(10, "0");
export const submissionsAddress = (cik: number): string => `https://data.sec.gov/submissions/CIK${tenDigits(cik)}.json`;

/** Columns of equal length as rows. */
const rowsOf = (columns: Fields, address: string): Row[] => {
  const lists = COLUMNS.map((column) => listOf(columns[column], address, column));
  const length = lists[0]?.length ?? 0;
  const odd = COLUMNS.find((_, index) => lists[index]?.length !== length);
  if (odd !== undefined) throw changed(address, `a value of ${odd}`);
  return Array.from(
    { length },
    (_, row) =>
      Object.fromEntries(COLUMNS.map((column, at) => [column, textOf(lists[at]?.[row], address, column)])) as Row,
  );
};

const bringsFigures = ({ form, items }: Row): boolean => {
  if (isReport(form)) return true;
  const base = baseForm(form);
  if (!(RELEASE_FORMS as readonly string[]).includes(base)) return false;
  return base === "6-K" || items.split(",").some((item) => (RELEASE_ITEMS as readonly string[]).includes(item.trim()));
};

const isWanted = (row: Row, wanted: Wanted): boolean => {
  if (wanted.accession !== undefined) return row.accessionNumber === wanted.accession;
  if (row.filingDate < wanted.since) return false;
  return bringsFigures(row) && (wanted.form === undefined || baseForm(row.form) === baseForm(wanted.form));
};

/** Oldest first, so that a later filing meets what an earlier one said. */
export const filingsOf = async (asker: Asker, filer: Filer, wanted: Wanted): Promise<Filing[]> => {
  const address = submissionsAddress(filer.cik);
  const answer = fieldsOf(await asker.json(address), address, "the company");
  const filings = fieldsOf(answer["filings"], address, "filings");
  if (Number(answer["cik"]) !== filer.cik) throw changed(address, `CIK ${filer.cik}`);
  const rows = rowsOf(fieldsOf(filings["recent"], address, "filings.recent"), address);
  const found = rows.filter((row) => isWanted(row, wanted));
  for (const file of listOf(filings["files"] ?? [], address, "filings.files")) {
    if (wanted.accession !== undefined && found.length > 0) break;
    const { name, filingTo } = fieldsOf(file, address, "filings.files");
    if (wanted.accession === undefined && textOf(filingTo, address, "filingTo") < wanted.since) continue;
    const older = `https://data.sec.gov/submissions/${textOf(name, address, "name")}`;
    const columns = fieldsOf(await asker.json(older), older, "the columns");
    found.push(...rowsOf(columns, older).filter((row) => isWanted(row, wanted)));
  }
  return found
    .map((row) => ({
      ticker: filer.ticker,
      cik: filer.cik,
      company: textOf(answer["name"], address, "name"),
      accession: row.accessionNumber,
      form: row.form,
      filed: row.filingDate,
      period: row.reportDate,
      document: row.primaryDocument,
    }))
    .sort((a, b) => (a.filed + a.accession < b.filed + b.accession ? -1 : 1));
};
