// What a file says of the workbook as a whole: its sheets, names, first day, and how it is calculated.
import type { Archive } from "./archive";
import { isTrue, readXml } from "./xml";

export interface FileName {
  readonly name: string;
  readonly refersTo: string;
  /** The number of the sheet on which alone it is known. */
  readonly sheet?: number;
}

export interface FileSheet {
  readonly name: string;
  /** Of the relation that leads to its part. */
  readonly relation: string;
  readonly isHidden: boolean;
}

export interface WorkbookIn {
  readonly sheets: readonly FileSheet[];
  readonly names: readonly FileName[];
  readonly countsFrom1904: boolean;
  /** Circles are solved step by step. */
  readonly iterates: boolean;
  /** Whoever wrote it did not calculate: the values are none. */
  readonly asksToCalculate: boolean;
  /** How often it says what is printed of a sheet. */
  readonly printings: number;
}

export const workbookIn = async (archive: Archive, part: string): Promise<WorkbookIn> => {
  const sheets: FileSheet[] = [];
  const names: FileName[] = [];
  const calculation = { iterates: false, asksToCalculate: false };
  let countsFrom1904 = false;
  let printings = 0;
  let name: { readonly of: Readonly<Record<string, string | undefined>>; text: string } | undefined;
  await readXml(archive.read(part), {
    open: ({ name: element, attributes }) => {
      if (element === "sheet") {
        const { name: title = "", id: relation = "", state = "visible" } = attributes;
        sheets.push({ name: title, relation, isHidden: state !== "visible" });
      } else if (element === "definedName") name = { of: attributes, text: "" };
      else if (element === "workbookPr") countsFrom1904 = isTrue(attributes["date1904"]);
      else if (element === "calcPr") {
        calculation.iterates = isTrue(attributes["iterate"]);
        calculation.asksToCalculate = isTrue(attributes["fullCalcOnLoad"]);
      }
    },
    text: (text) => {
      if (name) name.text += text;
    },
    close: (element) => {
      if (element !== "definedName" || !name) return;
      const { name: title = "", localSheetId } = name.of;
      if (/^_xlnm\.Print_/i.test(title)) printings++;
      if (title !== "" && !/^_xl/i.test(title)) {
        const refersTo = name.text.trim();
        names.push({ name: title, refersTo, ...(localSheetId === undefined ? {} : { sheet: Number(localSheetId) }) });
      }
      name = undefined;
    },
  });
  return { sheets, names, countsFrom1904, ...calculation, printings };
};
