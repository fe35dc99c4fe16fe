// The parts of a file as XML, read strictly from the first to the last byte and never held whole.
import { SaxesParser } from "saxes";
import { Damaged } from "./archive";

/** An element with the local names of itself and its attributes: files choose prefixes as they like. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** The names of the elements around it, the outermost first. */
  readonly within: readonly string[];
}

export interface XmlListener {
  open?(element: Element): void;
  text?(text: string, within: readonly string[]): void;
  close?(name: string, within: readonly string[]): void;
}

/** Elements of the format lie less than twenty deep. */
const DEEPEST = 100;
/** The page answers in between. */
const TURN_MS = 40;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

const attributesOf = (raw: Readonly<Record<string, string>>): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (name.startsWith("xmlns")) continue;
    const key = local(name);
    if (key === name || attributes[key] === undefined) attributes[key] = value;
  }
  return attributes;
};

/** Where a file gives alternatives, the newer one is read: the other says the same for older programs. */
const isLeftAside = (name: string): boolean => name === "Fallback";

const parserFor = (listener: XmlListener): SaxesParser<{ xmlns: false }> => {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const within: string[] = [];
  let aside = 0;
  parser.on("error", (error) => {
    throw new Damaged(error.message);
  });
  parser.on("doctype", () => {
    throw new Damaged("It must not contain a document type.");
  });
  parser.on("opentag", (tag) => {
    const name = local(tag.name);
    if (within.length >= DEEPEST) throw new Damaged("Its elements are nested too deeply.");
    if (aside > 0 || isLeftAside(name)) aside++;
    else listener.open?.({ name, attributes: attributesOf(tag.attributes), within });
    within.push(name);
  });
  parser.on("closetag", () => {
    const name = within.pop() ?? "";
    if (aside > 0) aside--;
    else listener.close?.(name, within);
  });
  const onText = (text: string): void => {
    if (aside === 0) listener.text?.(text, within);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  return parser;
};

const UTF_16_BE = /^(?:feff|003c)/;
const UTF_16_LE = /^(?:fffe|3c00)/;

/** By the mark at the start, the first letter, or what the declaration says. */
const decoderFor = (first: Uint8Array): TextDecoder => {
  const start = Array.from(first.subarray(0, 2), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (UTF_16_BE.test(start)) return new TextDecoder("utf-16be");
  if (UTF_16_LE.test(start)) return new TextDecoder("utf-16le");
  const declared = /^[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(String.fromCharCode(...first.subarray(0, 200)))?.[1];
  try {
    return new TextDecoder(declared ?? "utf-8", { fatal: true });
  } catch {
    throw new Damaged(`It is encoded in ${declared ?? ""}, which is not supported here.`);
  }
};

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export const readXml = async (part: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> => {
  const parser = parserFor(listener);
  let decoder: TextDecoder | undefined;
  let since = performance.now();
  for await (const bytes of part) {
    decoder ??= decoderFor(bytes);
    parser.write(decoder.decode(bytes, { stream: true }));
    if (performance.now() - since < TURN_MS) continue;
    await turn();
    since = performance.now();
  }
  if (!decoder) return;
  parser.write(decoder.decode());
  parser.close();
};

export const isTrue = (text: string | undefined): boolean => text === "1" || text === "true" || text === "on";

/** Characters that XML cannot hold are written _xHHHH_ (ECMA-376 part 1, 22.9.2.19). */
export const withoutEscapes = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
