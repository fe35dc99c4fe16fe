// What a described sheet asks of a file beyond its cells: choices of inputs, and how it is printed.
import type { Worksheet } from "@cj-tech-master/excelts";
import { record } from "../../functions";
import { footOf, type SheetDescription } from "../../sheets/sheet";
import { areaOf, cellName } from "../../common/address";

const A4 = 9;
const MARGINS_INCHES = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

export const addressesOf = (range: string): string[] => {
  const { first, last } = areaOf(range);
  const found: string[] = [];
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++) found.push(cellName(row, column));
  }
  return found;
};

type Page = Pick<SheetDescription, "choices" | "print">;

export const setPage = (worksheet: Worksheet, { choices, print }: Page): void => {
  for (const { range, values } of choices ?? []) {
    for (const address of addressesOf(range)) {
      worksheet.getCell(address).dataValidation = {
        type: "list",
        allowBlank: true,
        formulae: [`"${values.join(",")}"`],
        showErrorMessage: true,
        errorTitle: "Not one of the choices",
        error: `Choose one of ${values.join(", ")}.`,
      };
    }
  }
  if (!print) return;
  Object.assign(worksheet.pageSetup, {
    orientation: print.orientation,
    paperSize: A4,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: print.onePage ? 1 : 0,
    margins: MARGINS_INCHES,
    printArea: print.area,
    ...(print.repeatedRows === undefined ? {} : { printTitlesRow: print.repeatedRows }),
  });
  const foot = footOf(print, record().version).replaceAll("&", "&&");
  worksheet.headerFooter.oddFooter = `&L&8&A: ${foot}&R&8&P / &N`;
};
