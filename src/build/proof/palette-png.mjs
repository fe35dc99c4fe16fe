// Repaints a PNG of a screen with the 256 colours that it uses most: a third of the bytes, and nothing to see of it.
// Written for what Chromium's screenshots are: eight bits a channel, no interlacing.
// @ts-check
import { crc32, deflateSync, inflateSync } from "node:zlib";

const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const [RGB, INDEXED, RGBA] = [2, 3, 6];

/** @param {Buffer} png */
const chunksOf = (png) => {
  /** @type {{ type: string, data: Buffer }[]} */
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
};

/** @type {(type: string, data: Buffer) => Buffer} */
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};

/** The PNG filters' guess at a byte from the one left of it, above it, and left above: https://www.w3.org/TR/png-3/#9Filters */
const GUESSES = [
  () => 0,
  (/** @type {number} */ left) => left,
  (/** @type {number} */ _left, /** @type {number} */ up) => up,
  (/** @type {number} */ left, /** @type {number} */ up) => (left + up) >> 1,
  (/** @type {number} */ left, /** @type {number} */ up, /** @type {number} */ corner) => {
    const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
    if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
    return (b ?? 0) <= (c ?? 0) ? up : corner;
  },
];

/** Colours as 0xRRGGBB, row by row. @type {(png: Buffer) => { width: number, height: number, pixels: Uint32Array }} */
const pixelsOf = (png) => {
  const chunks = chunksOf(png);
  const header = chunks[0]?.data ?? Buffer.alloc(13);
  const [width, height, depth, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  if (depth !== 8 || (kind !== RGB && kind !== RGBA)) throw new Error("This PNG is no screenshot of Chromium's.");
  const channels = kind === RGB ? 3 : 4;
  const bytes = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
  const stride = width * channels;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const guess = GUESSES[bytes[y * (stride + 1)] ?? 0] ?? (() => 0);
    const row = Uint8Array.from(bytes.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let x = 0; x < stride; x++) {
      const before = x - channels;
      row[x] = (row[x] ?? 0) + guess(row[before] ?? 0, above[x] ?? 0, above[before] ?? 0);
    }
    for (let x = 0; x < width; x++) {
      const [red = 0, green = 0, blue = 0] = row.subarray(x * channels);
      pixels[y * width + x] = (red << 16) | (green << 8) | blue;
    }
    above = row;
  }
  return { width, height, pixels };
};

/** @type {(a: number, b: number) => number} */
const distance = (a, b) =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

/** @param {Buffer} png */
export const withPalette = (png) => {
  const { width, height, pixels } = pixelsOf(png);
  /** @type {Map<number, number>} */
  const uses = new Map();
  for (const colour of pixels) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  const palette = [...uses].sort(([, a], [, b]) => b - a).slice(0, MOST_COLOURS).map(([colour]) => colour); // prettier-ignore
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of uses.keys()) {
    if (nearest.has(colour)) continue;
    const far = palette.map((one) => distance(one, colour));
    nearest.set(colour, far.indexOf(Math.min(...far)));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED], 8);
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = nearest.get(colour) ?? 0;
  });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
