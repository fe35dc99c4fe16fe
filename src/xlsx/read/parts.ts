// The parts of an .xlsx file that are read, as text, and the names of all that it holds.
import { BufferReader, RemoteZipReader } from "@cj-tech-master/excelts/archive";
import { NotOpened, refusal, refusalOfArchive } from "./kind";

/** A small file may unpack to a huge one; a browser tab has room for about this much. */
const MOST_UNPACKED = 300_000_000;

const WANTED = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^xl\/(?:workbook|sharedStrings|styles)\.xml$/,
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/worksheets\/[^/]+\.xml$/,
  /^xl\/theme\/theme1\.xml$/,
];

export interface Parts {
  readonly names: readonly string[];
  /** By name. */
  readonly texts: ReadonlyMap<string, string>;
}

const unpack = async (file: string, bytes: Uint8Array): Promise<Parts> => {
  const archive = await RemoteZipReader.fromReader(new BufferReader(bytes), { checkCrc32: true });
  const entries = archive.getEntries();
  const names = entries.map(({ path }) => path);
  const why = refusalOfArchive(file, names);
  if (why !== undefined) throw new NotOpened(why);
  const wanted = entries.filter(({ path }) => WANTED.some((pattern) => pattern.test(path)));
  if (wanted.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MOST_UNPACKED) {
    throw new NotOpened(
      `${file} unpacks to more than 300 MB, too much for a browser. Save the sheets that you need as a file of their own.`,
    );
  }
  const decoder = new TextDecoder();
  const texts = new Map<string, string>();
  for (const entry of wanted) texts.set(entry.path, decoder.decode(await archive.extractEntry(entry)));
  return { names, texts };
};

export const readParts = async (file: string, bytes: Uint8Array): Promise<Parts> => {
  const why = refusal(file, bytes);
  if (why !== undefined) throw new NotOpened(why);
  try {
    return await unpack(file, bytes);
  } catch (error) {
    if (error instanceof NotOpened) throw error;
    throw new NotOpened(
      `${file} is damaged: it cannot be unpacked. Let Excel or LibreOffice repair and save it, then open that.`,
    );
  }
};
