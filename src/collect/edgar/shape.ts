// Reads values out of JSON answers and says which key an answer lacks.
import { changed } from "../failure";

export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown, address: string, key: string): Fields => {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw changed(address, key);
};

export const listOf = (value: unknown, address: string, key: string): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  throw changed(address, key);
};

export const numberOf = (value: unknown, address: string, key: string): number => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw changed(address, key);
};

export const textOf = (value: unknown, address: string, key: string): string => {
  if (typeof value === "string") return value;
  throw changed(address, key);
};
