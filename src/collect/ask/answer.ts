// One answer of a host, and the test of it: only a body of the kind asked for is kept and read.
import { Failure } from "../failure";

export interface Answer {
  readonly address: string;
  readonly status: number;
  /** Media type without parameters. */
  readonly type: string;
  readonly text: string;
}

/** What is asked for: data, a document as XML or HTML, or the page of a filing's header. */
export type Kind = "json" | "document";

export type GetAnswer = (address: string) => Promise<Answer>;

export const hostOf = (address: string): string => new URL(address).host;
const isSec = (address: string): boolean => /(^|\.)sec\.gov$/.test(hostOf(address));

/** The page with which SEC blocks a caller; it comes with any status and looks like a good document. */
const isBlockPage = (text: string): boolean =>
  /<title>[^<]*Request Rate Threshold Exceeded/i.test(text) || /Undeclared Automated Tool/i.test(text);
const isNothingThere = (text: string): boolean => /<Code>(AccessDenied|NoSuchKey)<\/Code>/.test(text);
const isWebPage = (text: string): boolean => /^\s*(<!doctype html|<html)/i.test(text);
/** Something closes near the end; what stands behind it may be a comment or a wrapper of the archive. */
const isWholeDocument = (text: string): boolean =>
  /<\/(html|body|xbrl|xbrli:xbrl|sec-document|document|text|pre)\s*>/i.test(text.slice(-2000));

/** The answer if it is what was asked for; else a failure whose sentence says what to do. */
export const judged = (answer: Answer, kind: Kind): Answer => {
  const { address, status, text } = answer;
  const host = hostOf(address);
  if (isSec(address) && isBlockPage(text)) {
    throw new Failure(
      "SEC does not accept this contact, or too much was asked. Wait 10 minutes, then check --contact.",
      true,
    );
  }
  if (status === 429) {
    throw new Failure(`${host} asks for a pause. Wait 10 minutes. What was read until here is kept.`, true);
  }
  if (status === 404 || ((status === 403 || status === 404) && isNothingThere(text))) {
    throw new Failure(`There is nothing at ${address}: not published yet or a wrong CIK.`);
  }
  if (status === 403) {
    throw new Failure(`${host} refuses ${address} (403). Wait 10 minutes, then check --contact.`, true);
  }
  if (status !== 200) throw new Failure(`${host} answered ${address} with status ${status}. Try again later.`);
  if (kind === "json") {
    if (isWebPage(text)) throw new Failure(`${host} answered with a web page where data was due. It was not kept.`);
    try {
      JSON.parse(text);
    } catch {
      throw new Failure(`${host} answered ${address} with half an answer. It was not kept.`);
    }
  } else if (!isWholeDocument(text)) {
    throw new Failure(`${host} answered ${address} with half an answer. It was not kept.`);
  }
  return answer;
};
