// Whether a file can be opened, told by its bytes and not by its name; if not, what to do instead.

const MOST_BYTES = 50_000_000;

/** The sentence says what to do; nothing was changed. */
export class NotOpened extends Error {}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;

/** The folder inside a file of which older Office programs made their files, and in which protected ones are wrapped. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Names inside a compound file are UTF-16. */
const namesStream = (bytes: Uint8Array, name: string): boolean => {
  const wanted = Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat();
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
};

const BEGINNING = 4096;
const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, BEGINNING).includes(0);

/** Told before the file is read. */
export const tooLarge = (name: string, bytes: number): string | undefined =>
  bytes > MOST_BYTES
    ? `${name} is ${megabytes(bytes)}; files of up to ${megabytes(MOST_BYTES)} can be opened here. Save the sheets you need as a separate file.`
    : undefined;

/** Why the file cannot be opened; undefined for one that may be an .xlsx. */
export const refusal = (name: string, bytes: Uint8Array): string | undefined => {
  if (bytes.length === 0) return `${name} is empty. Save it again in the program it came from, then open that file.`;
  if (startsWith(bytes, COMPOUND)) {
    return namesStream(bytes, "EncryptedPackage")
      ? `${name} is password-protected. Open it in Excel, remove the password (File, Info, Protect Workbook), save it, then open that file.`
      : `${name} is an Excel 97-2003 workbook (.xls). Open it in Excel or LibreOffice and save it as .xlsx, then open that file.`;
  }
  if (startsWith(bytes, ZIP)) return undefined;
  return isText(bytes)
    ? `${name} is a text file (.csv or similar). Open it in Excel or LibreOffice and save it as .xlsx, or copy its cells and paste them here.`
    : `${name} is not an Excel workbook (.xlsx), or it is damaged.`;
};

/** Told by what an archive without a workbook holds. */
export const refusalOfArchive = (name: string, parts: readonly string[]): string => {
  if (parts.some((part) => /^xl\/workbook\.bin$/i.test(part))) {
    return `${name} is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx, then open that file.`;
  }
  if (parts.includes("content.xml")) {
    return `${name} is an OpenDocument file (.ods). Open it in LibreOffice or Excel and save it as .xlsx, then open that file.`;
  }
  return `${name} does not contain an Excel workbook. Choose a file whose name ends in .xlsx.`;
};
