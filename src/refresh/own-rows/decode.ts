// The bytes of a file as text: UTF-8 or UTF-16 by what they are, else Windows-1252, which Excel's plain CSV is in the west.

export interface Decoded {
  readonly text: string;
  /** Where the letters are a guess. */
  readonly note?: string;
}

const GUESSED =
  "The file is not in UTF-8 and was read as Windows-1252: look at its accents and signs, or save it as CSV UTF-8.";

const decoded = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

export const textOfBytes = (bytes: Uint8Array): Decoded => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decoded(bytes, "utf-16le") };
  if (first === 0xfe && second === 0xff) return { text: decoded(bytes, "utf-16be") };
  // Without a mark: the names of the columns are plain letters, whose other half is nothing.
  if (second === 0 && first !== 0) return { text: decoded(bytes, "utf-16le") };
  if (first === 0 && second !== 0) return { text: decoded(bytes, "utf-16be") };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: decoded(bytes, "windows-1252"), note: GUESSED };
  }
};
