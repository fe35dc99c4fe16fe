// Large texts on their way into storage and back: compressed to about a fifth, synchronously, since the record is read
// before the pane is shown. lz-string packs 15 bits into each UTF-16 unit, which is what browsers count.
import { compressToUTF16, decompressFromUTF16 } from "lz-string";
import { checksumOf } from "./checksum";

/** Shorter texts stay readable, and are not worth the time. */
const MOST_PLAIN = 50_000;
/** No text of ours begins so: those are JSON or an address. */
const MARK = "lz:";
const MARKED = /^lz:(\d+):/;

export const shrunk = (text: string): string => {
  if (text.length <= MOST_PLAIN) return text;
  const packed = compressToUTF16(text);
  return `${MARK}${checksumOf(packed)}:${packed}`;
};

/** A text that was never compressed is itself; so is one whose compressed form is damaged: its reader will see that. */
export const expanded = (stored: string): string => {
  const [head, checksum] = MARKED.exec(stored) ?? [];
  if (head === undefined) return stored;
  const packed = stored.slice(head.length);
  return checksumOf(packed) === Number(checksum) ? decompressFromUTF16(packed) : stored;
};
