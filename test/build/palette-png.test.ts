// Screenshots repainted with 256 colours: up to so many nothing is lost, beyond that each pixel takes the nearest one.
import { crc32, deflateSync, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { withPalette } from "../../src/build/proof/palette-png.mjs";

type Colour = readonly [number, number, number];
type Picture = readonly (readonly Colour[])[];

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG of three bytes a pixel, its rows filtered by none, left and above in turn. */
const pngOf = (picture: Picture): Buffer => {
  const rows = picture.map((row) => row.flat());
  const width = picture[0]?.length ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(picture.length, 4);
  header.set([8, 2], 8);
  const filtered = rows.flatMap((row, y) => {
    const filter = y % 3;
    const guess = (x: number): number => [0, row[x - 3] ?? 0, rows[y - 1]?.[x] ?? 0][filter] ?? 0;
    return [filter, ...row.map((byte, x) => (byte - guess(x)) & 255)];
  });
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(filtered))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

const dataOf = (png: Buffer, wanted: string): Buffer => {
  const at = png.indexOf(wanted, 0, "latin1");
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
};

const pictureOf = (png: Buffer): Picture => {
  const [header, palette, indexes] = [dataOf(png, "IHDR"), dataOf(png, "PLTE"), inflateSync(dataOf(png, "IDAT"))];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  expect([...header.subarray(8, 10)]).toEqual([8, 3]);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x): Colour => {
      const [red = 0, green = 0, blue = 0] = palette.subarray((indexes[y * (width + 1) + 1 + x] ?? 0) * 3);
      return [red, green, blue];
    }),
  );
};

describe("a screenshot with a palette", () => {
  it("is the same picture where 256 colours are enough", () => {
    const picture: Picture = Array.from({ length: 12 }, (_, y) =>
      Array.from({ length: 15 }, (__, x): Colour => [x * 17, y * 20, (x * y) % 7]),
    );
    expect(pictureOf(withPalette(pngOf(picture)))).toEqual(picture);
  });

  it("keeps the colours that are used most, and takes for the others the nearest", () => {
    // 300 shades, the even ones twice as often: 256 stay, and no pixel is farther from its own than one step.
    const shade = (i: number): Colour => [Math.min(i, 255), Math.max(0, i - 255), 0];
    const row = Array.from({ length: 300 }, (_, i) => shade(i));
    const even = row.map((_, i) => shade(i - (i % 2)));
    const drawn = pictureOf(withPalette(pngOf([row, even])));
    expect(drawn[1]).toEqual(even);
    const far = (a: Colour, b: Colour): number => Math.max(...a.map((part, i) => Math.abs(part - (b[i] ?? 0))));
    expect(Math.max(...row.map((colour, i) => far(colour, drawn[0]?.[i] ?? [255, 255, 255])))).toBe(1);
  });

  it("refuses what is no screenshot", () => {
    const png = withPalette(pngOf([[[1, 2, 3]]]));
    expect(() => withPalette(png)).toThrow("no screenshot");
  });
});
