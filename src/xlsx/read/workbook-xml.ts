// What a file says of the workbook as a whole: its sheets, names and first day.
import { attributeOf, elementOf, tagsOf, unescaped } from "./xml";

export interface FileName {
  readonly name: string;
  readonly refersTo: string;
  /** The sheet on which it is known; everywhere without. */
  readonly sheet?: string;
}

export interface WorkbookXml {
  /** Without what is not read, which would lead to parts that are not there. */
  readonly workbook: string;
  readonly relations: string;
  readonly countsFrom1904: boolean;
  readonly names: readonly FileName[];
  readonly left: Readonly<Record<string, number>>;
}

const READ = /\/(?:worksheet|sharedStrings|styles|theme)$/;

const isTrue = (text: string | undefined): boolean => text === "1" || text === "true";

export const readWorkbookXml = (workbook: string, relations: string): WorkbookXml => {
  const related = tagsOf(relations, "Relationship");
  const sheetIds = new Set(
    related
      .filter((tag) => (attributeOf(tag, "Type") ?? "").endsWith("/worksheet"))
      .map((tag) => attributeOf(tag, "Id")),
  );
  const sheets = tagsOf(elementOf(workbook, "sheets"), "sheet");
  const isRead = (tag: string): boolean => sheetIds.has(attributeOf(tag, "\\w+:id"));
  const titles = sheets.map((tag) => attributeOf(tag, "name") ?? "");

  const defined = elementOf(workbook, "definedNames");
  const names: FileName[] = [];
  let printing = 0;
  for (const [element, tag = "", text = ""] of defined.matchAll(
    /(<(?:\w+:)?definedName\s[^>]*>)([\s\S]*?)<\/(?:\w+:)?definedName>/g,
  )) {
    const name = attributeOf(tag, "name") ?? "";
    if (/^_xlnm\.Print_/i.test(name)) printing++;
    if (element === "" || /^_xl/i.test(name) || isTrue(attributeOf(tag, "hidden"))) continue;
    const sheet = titles[Number(attributeOf(tag, "localSheetId") ?? NaN)];
    names.push({ name, refersTo: unescaped(text).trim(), ...(sheet === undefined ? {} : { sheet }) });
  }

  let cut = workbook;
  for (const element of ["definedNames", "externalReferences", "pivotCaches", "extLst", "fileRecoveryPr"]) {
    cut = cut.replace(elementOf(cut, element), "");
  }
  for (const tag of sheets.filter((each) => !isRead(each))) cut = cut.replace(tag, "");
  return {
    workbook: cut,
    relations: related
      .filter((tag) => !READ.test(attributeOf(tag, "Type") ?? ""))
      .reduce((text, tag) => text.replace(tag, ""), relations),
    countsFrom1904: isTrue(attributeOf(tagsOf(workbook, "workbookPr")[0] ?? "", "date1904")),
    names,
    left: printing > 0 ? { "the print layout": printing } : {},
  };
};
