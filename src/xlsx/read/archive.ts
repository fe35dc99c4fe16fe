// The parts inside a file's archive, unpacked piece by piece and counted: a small file may unpack to a huge one.
import { BufferReader, RemoteZipReader, crc32Finalize, crc32Update } from "@cj-tech-master/excelts/archive";
import { NotOpened } from "./kind";

type Entry = ReturnType<RemoteZipReader["getEntries"]>[number];

/** A browser tab has room for about this much, and reads it within a few seconds. */
const MOST_UNPACKED = 150_000_000;

const STORED = 0;
const DEFLATED = 8;
const CRC_START = 0xffffffff;

/** A fault of the file itself: the sentence around it names the file. */
export class Damaged extends Error {}

export class Archive {
  private readonly entries: ReadonlyMap<string, Entry>;
  private unpacked = 0;

  private constructor(
    private readonly file: string,
    private readonly zip: RemoteZipReader,
  ) {
    this.entries = new Map(zip.getEntries().map((entry) => [entry.path.replace(/^\//, "").toLowerCase(), entry]));
  }

  static async of(file: string, bytes: Uint8Array): Promise<Archive> {
    return new Archive(file, await RemoteZipReader.fromReader(new BufferReader(bytes)));
  }

  /** As the archive spells them. */
  get names(): readonly string[] {
    return [...this.entries.values()].map(({ path }) => path.replace(/^\//, ""));
  }

  /** Names of parts are the same in any case (ECMA-376 part 2, 6.2.2.3). */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The bytes of a part; nothing for one that is not there. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return;
    this.requireRoom(entry.uncompressedSize);
    let crc = CRC_START;
    let size = 0;
    for await (const bytes of this.contentOf(entry)) {
      size += bytes.length;
      // What a file says of its sizes may be wrong.
      if (size > entry.uncompressedSize) throw new Damaged(`${name} is larger than the file says.`);
      crc = crc32Update(crc, bytes);
      yield bytes;
    }
    this.unpacked += size;
    if (size !== entry.uncompressedSize || crc32Finalize(crc) >>> 0 !== entry.crc32 >>> 0) {
      throw new Damaged(`${name} is not what was saved.`);
    }
  }

  private requireRoom(more: number): void {
    if (this.unpacked + more <= MOST_UNPACKED) return;
    throw new NotOpened(
      `${this.file} unpacks to more than ${MOST_UNPACKED / 1_000_000} MB, too much for a browser. Save the sheets you need as a separate file.`,
    );
  }

  private async *contentOf(entry: Entry): AsyncGenerator<Uint8Array> {
    const packed = this.zip.getRawCompressedStream(entry);
    if (!packed) throw new Damaged(`${entry.path} is missing.`);
    if (entry.compressionMethod === STORED) {
      yield* packed;
      return;
    }
    if (entry.compressionMethod !== DEFLATED) throw new Damaged(`${entry.path} is compressed in an unknown way.`);
    const source = packed[Symbol.asyncIterator]();
    const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (controller) => {
        const next = await source.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
      },
    });
    const reader = bytes.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    } finally {
      // A reader that stops early ends the unpacking, too.
      await reader.cancel().catch(() => undefined);
    }
  }
}
