// Where the parts of a workbook lie: relations lead from the archive to the workbook and from there to the rest, by kind
// and under any name (ECMA-376 part 2, 6.5). Where they lead nowhere, the kinds of contents and the usual names help.
import type { Archive } from "./archive";
import { readXml } from "./xml";

export interface Related {
  readonly id: string;
  /** The last word of its kind: Strict and Transitional files begin it differently. */
  readonly kind: string;
  readonly part: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf("/") + 1);

/** "../styles.xml" as seen from "xl/", without the dots. */
const resolved = (folder: string, target: string): string => {
  const steps: string[] = [];
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  const plain = steps.join("/");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
};

export const relatedTo = async (archive: Archive, part: string): Promise<readonly Related[]> => {
  const folder = folderOf(part);
  const relations = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found: Related[] = [];
  await readXml(archive.read(relations), {
    open: ({ name, attributes: { Id = "", Type = "", Target = "", TargetMode } }) => {
      if (name !== "Relationship" || TargetMode === "External") return;
      found.push({ id: Id, kind: Type.slice(Type.lastIndexOf("/") + 1), part: resolved(folder, Target) });
    },
  });
  return found;
};

/** The kinds of contents by part, in lower case. */
export type ContentTypes = ReadonlyMap<string, string>;

export const contentTypesIn = async (archive: Archive): Promise<ContentTypes> => {
  const types = new Map<string, string>();
  await readXml(archive.read("[Content_Types].xml"), {
    open: ({ attributes: { PartName, ContentType = "" } }) => {
      if (PartName !== undefined) types.set(resolved("", PartName).toLowerCase(), ContentType);
    },
  });
  return types;
};

const MAIN =
  /spreadsheetml\.(?:sheet|template)\.main\+xml$|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main\+xml$/i;

/** The part that is the workbook; undefined where there is none. */
export const workbookPart = async (archive: Archive, types: ContentTypes): Promise<string | undefined> => {
  const related = (await relatedTo(archive, "")).find(({ kind }) => kind === "officeDocument")?.part;
  const byType = [...types].find(([, type]) => MAIN.test(type))?.[0];
  for (const part of [related, byType, "xl/workbook.xml"]) {
    // Word and PowerPoint have an office document, too, and a binary workbook is none that can be read.
    if (part === undefined || !archive.has(part) || !/\.xml$/i.test(part)) continue;
    const type = types.get(part.toLowerCase());
    if (type === undefined || MAIN.test(type) || part.toLowerCase() === "xl/workbook.xml") return part;
  }
  return undefined;
};
