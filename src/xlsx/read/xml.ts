// The little of XML that is read by hand: tags of one name, their attributes, and texts with entities.

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined || hex !== undefined) {
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return ENTITIES[name ?? ""] ?? whole;
  });

/** Opening tags of this name, with whatever prefix their namespace has. */
export const tagsOf = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];

export const attributeOf = (tag: string, name: string): string | undefined => {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  const found = double ?? single;
  return found === undefined ? undefined : unescaped(found);
};

/** Everything from the first tag of this name to its end, both included; "" where there is none. */
export const elementOf = (xml: string, name: string): string =>
  new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])(?:[^>]*/>|[\\s\\S]*?</(?:\\w+:)?${name}>)`).exec(xml)?.[0] ?? "";
