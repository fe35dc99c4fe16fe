// The header page of one filing: whose it is, its form and period, and which exhibits it holds.
import type { Asker } from "../ask/shelf";
import { changed } from "../failure";
import type { Filing } from "./submissions";

export interface Exhibit {
  readonly type: string;
  readonly address: string;
}

export interface FilingIndex {
  readonly ciks: readonly number[];
  readonly form: string;
  readonly exhibits: readonly Exhibit[];
}

export const folderOf = ({ cik, accession }: Filing): string =>
  `https://www.sec.gov/Archives/edgar/data/${cik}/${accession.replaceAll("-", "")}`;
const headerAddress = (filing: Filing): string => `${folderOf(filing)}/${filing.accession}-index-headers.html`;

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** File names do not tell what an exhibit is: the type in the header does. */
export const readIndex = async (asker: Asker, filing: Filing): Promise<FilingIndex> => {
  const address = headerAddress(filing);
  const text = unescaped(await asker.document(address));
  const ciks = [...text.matchAll(/(?:<CIK>|CENTRAL INDEX KEY:)\s*(\d+)/g)].map((match) => Number(match[1]));
  const form = /(?:CONFORMED SUBMISSION TYPE:|<FORM-TYPE>)\s*(\S+)/.exec(text)?.[1];
  if (ciks.length === 0) throw changed(address, "CIK");
  if (form === undefined) throw changed(address, "the form");
  const documents = text.split("<DOCUMENT>").slice(1);
  const exhibits = documents.map((part) => {
    const type = /<TYPE>\s*([^\s<]+)/.exec(part)?.[1];
    const name = /<FILENAME>\s*([\w.-]+)/.exec(part)?.[1];
    if (type === undefined || name === undefined) throw changed(address, "TYPE or FILENAME");
    return { type, address: `${folderOf(filing)}/${name}` };
  });
  return { ciks, form, exhibits };
};
