// Texts of a file: those that cells share, and the rule for texts in parts.
import type { Archive } from "./archive";
import { readXml, withoutEscapes, type XmlListener } from "./xml";

export interface FileText {
  readonly text: string;
  /** Its parts have looks of their own. */
  readonly isRich: boolean;
}

/** Gathers the text of one element, <si> or <is>: readings over Chinese characters (rPh) are not part of it. */
export class TextGatherer {
  private text = "";
  private isRich = false;

  open(name: string): void {
    if (name === "r") this.isRich = true;
  }

  take(text: string, within: readonly string[]): void {
    if (within.at(-1) === "t" && !within.includes("rPh")) this.text += text;
  }

  end(): FileText {
    const found = { text: withoutEscapes(this.text), isRich: this.isRich };
    this.text = "";
    this.isRich = false;
    return found;
  }
}

export const stringsIn = async (archive: Archive, part: string): Promise<readonly FileText[]> => {
  const texts: FileText[] = [];
  const gatherer = new TextGatherer();
  const listener: XmlListener = {
    open: ({ name }) => {
      gatherer.open(name);
    },
    text: (text, within) => {
      gatherer.take(text, within);
    },
    close: (name) => {
      if (name === "si") texts.push(gatherer.end());
    },
  };
  await readXml(archive.read(part), listener);
  return texts;
};
