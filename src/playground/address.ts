// A1 addresses as areas of rows and columns, counted from 0 as Univer does.
import { cellName, placeOf, splitAddress, withSheet, type CellPlace } from "../workbook/address";

export type Place = CellPlace;

export interface Area {
  readonly sheet?: string;
  readonly first: Place;
  readonly last: Place;
}

const requirePlace = (text: string): Place => {
  const place = placeOf(text);
  if (!place) throw new Error(`"${text}" is no cell address.`);
  return place;
};

/** "B4", "B4:G9", "'By month'!A7:A39". */
export const areaOf = (address: string): Area => {
  const { sheet, cells } = splitAddress(address);
  const [first = "", last = first] = cells.split(":");
  const places = { first: requirePlace(first), last: requirePlace(last) };
  return sheet === undefined ? places : { sheet, ...places };
};

export const addressOf = ({ row, column }: Place, sheet: string): string => withSheet(sheet, cellName(row, column));
