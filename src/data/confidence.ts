// How near to the company a figure was read, decided by the title and address of its source and never by hand.
import { FILED, PUBLISHED_BY_COMPANY, REPRINTS } from "./publishers";
import type { Source } from "./rows";
import type { Confidence } from "./schema";

const anyOf = (...words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join("|")})\\b`, "i");

/** Words by which a title says that it is about a document, not the document. */
const ABOUT = anyOf(
  "quoted", "quotes", "quoting", "cited", "cites", "citing", "summary(?! of bitcoin)", "summaries", "article",
  "coverage", "digest", "newsletter", "analysis", "research", "dossier", "slides", "listed", "compiled", "extract",
  "extracted", "extraction", "comments?", "claim", "history", "lists?", "table", "dataset", "figures", "values",
  "monitor", "review", "headline", "screenshot", "earnings call", "call summary", "as reported", "Zacks",
  "Seeking Alpha", "Benzinga", "The Block", "Motley Fool", "counts? added", "second source", "checked against",
  "reading the", "notes? on", "dat-tracker-next on", "StockTitan on",
); // prettier-ignore
const ELSEWHERE =
  /\bvia (?!GlobeNewswire|PR Newswire|Reportify|NLR|6ix)|^dat-tracker-next|\((GitHub )?(dat-tracker-next|public repository|btcminecompany|XBRL CryptoAsse)/i;

/** Pages that retell filings; and the front page of a site, which proves no document. */
const DIGESTS = /\/\/(www\.)?(stocktitan\.net\/sec-filings|idiobook\.com)\//;
const FRONT_PAGE = /^https?:\/\/[^/]+\/?$/;

/** A copy of the document itself, wherever it lies. */
const COPY = /\((SEC document|copy|text|futunn copy|quantisnow copy|[\w ]*copy in)\b|PR Newswire via Reportify|NLR\)/;

/** The forms that companies file with a regulator. */
const FORM =
  /\b(10-[KQ](T|\/A)?|8-K|6-K|20-F|40-F|S-3ASR|S-3|S-1|424B[1-5]|DEFM14A|EX-\d+|exhibit|interim (results|statements)|annual report|RNS)\b/i;

/** What only the company itself writes: its update or its results of a period, or the headline of its release. */
const RELEASE =
  /\b[Uu]pdates?\b.*20\d\d|\bresults\b.*20\d\d|20\d\d .*\b(results|update)\b|\b(FQ|Q)\d\b.*\bresults\b|\b(Announces|Reports|Achieves|Provides|Finalizes|Prices|prices upsized|Closes|Secures|Break Ground|Mines \d+ BTC)\b|\b(PR|[Rr]elease)\b|shareholder letter/;

/** A wire that companies pay to spread their releases, named in the title or in the path of a reprint. */
const WIRE = /\b(pr ?newswire|globe ?newswire)\b/i;

/** A note by which a row says that its document was not opened. */
const UNREAD =
  /\bnot read\b|via public list|\blist (citing|compiled)|read the filing|one public (copy|list)|from (news|the call)|as cited/i;

const hostOf = (url: string): string => /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(url)?.[1]?.toLowerCase() ?? "";

const isOf = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((known) => host === known || host.endsWith(`.${known}`));

/** filing, company or secondary, by the source alone. */
export const confidenceOfSource = ({ title, url }: Pick<Source, "title" | "url">): Confidence => {
  const host = hostOf(url);
  const isRetold = (ABOUT.test(title) || ELSEWHERE.test(title)) && !COPY.test(title);
  if (isRetold || DIGESTS.test(url)) return "secondary";
  if (isOf(host, FILED) || FORM.test(title)) return "filing";
  if (isOf(host, PUBLISHED_BY_COMPANY) && !FRONT_PAGE.test(url)) return "company";
  const isReprint = WIRE.test(title) || WIRE.test(url) || (RELEASE.test(title) && isOf(host, REPRINTS));
  return isReprint ? "company" : "secondary";
};

/** The same for one figure: where its note says that nobody opened the document, it is second-hand. */
export const confidenceOf = (source: Pick<Source, "title" | "url"> | undefined, note: string): Confidence =>
  source && !UNREAD.test(note) ? confidenceOfSource(source) : "secondary";
