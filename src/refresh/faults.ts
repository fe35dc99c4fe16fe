// What can go wrong with newer data, each as one sentence that says what happened and what to do.

export const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString("en-US")} kB`;

const SENTENCES = {
  offline: () => "This computer is offline. Connect it, then check again.",
  unreachable: (host: string) =>
    `${host} cannot be reached. Check the address and your connection; a proxy or firewall may block it.`,
  silent: (host: string) => `${host} sent nothing for 15 seconds. Try again later.`,
  cut: (host: string, bytes: number) =>
    `The connection to ${host} broke off after ${kilobytes(bytes)}. Try again; if it happens often, your network cuts long downloads.`,
  "server-error": (host: string, status: number) =>
    `${host} reported an internal error (status ${status}). Try again later.`,
  missing: (address: string) => `Nothing was found at ${address} (status 404). Check the address.`,
  refused: (host: string, status: number) =>
    `${host} refused the request (status ${status}). Check that you have access to this address, or wait if you have made many requests.`,
  cancelled: () => "Cancelled.",
  busy: () => "An update is already under way. Wait for it or cancel it.",
  address: (address: string) => `"${address}" is not a usable address. Enter one that begins with https://.`,
  insecure: (address: string) =>
    `The request was redirected to ${address}, which is not https. Nothing was read. Ask whoever runs the server to use https.`,
  "led-away": (host: string) =>
    `${host} redirects to an address that cannot be read from here: it is not https, or not open to other sites. Nothing was read. Ask whoever runs the server to use https.`,
  html: (host: string) =>
    `${host} answered with a web page instead of data: a sign-in page, or a wrong address. Open it in a browser to see which.`,
  "not-json": (host: string) => `The response from ${host} is not JSON. Check the address.`,
  unexpected: (host: string) =>
    `${host} sent a response that this add-in does not understand. Update the add-in, or try again later.`,
  "not-latest": (host: string) =>
    `The response from ${host} does not describe a release of the record. Check that the address points to a latest.json.`,
  "too-large": (host: string, limit: number) =>
    `The response from ${host} exceeds the ${kilobytes(limit)} limit; the rest was not read. Report it to whoever runs the server.`,
  format: (found: number, known: number) =>
    `The release has format ${found}; this add-in reads format ${known}. Update the add-in.`,
  addin: (needed: string, have: string) =>
    `The release needs version ${needed} of the add-in; this is ${have}. Update the add-in.`,
  "no-key": () => "This copy of the add-in was built without a key to check releases. Use a copy from its publisher.",
  unsigned: () => "The release is not signed by the publisher of this add-in. It was not used; tell the publisher.",
  size: (bytes: number, promised: number) =>
    `The file has ${bytes.toLocaleString("en-US")} bytes; ${promised.toLocaleString("en-US")} were announced. Try again; a proxy may be changing it.`,
  hash: () => "The file is not the one that was announced: its SHA-256 differs. Try again; a proxy may be changing it.",
  part: () =>
    "Part of the add-in did not load. Check the connection and try again; if that does not help, close and reopen the pane.",
  older: (found: string, have: string) =>
    `The address offers data of ${found}, older than yours of ${have}. To go back, use Undo.`,
  unsound: (problems: number, first: string) =>
    `The release does not pass the record's own checks (${problems === 1 ? "one problem" : `${problems} problems, the first`}: ${first}) It was not used; tell the publisher.`,
  "changed-meanwhile": () =>
    "Another window has changed the data in the meantime. Check what is in use now, then decide again.",
  full: () =>
    "This browser has no room left for the data. Remove own rows that you no longer need and try again; other add-ins at the same address share the space.",
  "no-before": () => "There is no earlier version to go back to.",
  "odd-time": (host: string) =>
    `${host} gave a time that cannot be that of a current quote. Check this computer's date, or try again later.`,
  "odd-price": (host: string, usd: string) =>
    `${host} gave a price of ${usd} USD, too far from the record's newest to be plausible. Try again later.`,
  "market-failed": (reason: string) => `No live market: ${reason} The record's own market figures are used.`,
} satisfies Record<string, (...details: never[]) => string>;

export type Fault = keyof typeof SENTENCES;

/** The message is the sentence to show. Whatever threw it changed nothing. */
export class RefreshError extends Error {
  constructor(
    readonly fault: Fault,
    sentence: string,
  ) {
    super(sentence);
  }
}

export const refusal = <F extends Fault>(fault: F, ...details: Parameters<(typeof SENTENCES)[F]>): RefreshError =>
  new RefreshError(fault, (SENTENCES[fault] as (...details: unknown[]) => string)(...details));
