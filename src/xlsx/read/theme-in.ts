// The colours of a file's theme.
import type { Archive } from "./archive";
import { readXml } from "./xml";

/** By their names in the theme: dk1, lt1, accent1 …; "4472C4". */
export type Theme = ReadonlyMap<string, string>;

export const themeIn = async (archive: Archive, part: string): Promise<Theme> => {
  const theme = new Map<string, string>();
  await readXml(archive.read(part), {
    open: ({ attributes: { lastClr, val }, name, within }) => {
      const of = within.at(-1);
      if (of === undefined || within.at(-2) !== "clrScheme") return;
      const hex = name === "srgbClr" ? val : lastClr;
      if (hex !== undefined) theme.set(of, hex);
    },
  });
  return theme;
};
