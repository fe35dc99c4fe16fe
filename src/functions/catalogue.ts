// Every worksheet function, in the order in which people meet them. Metadata, help and the builder are made from this.
import type { WorksheetFunction } from "./define";
import { HASHPRICE } from "./economics/hashprice";
import { MINERHOLDINGS } from "./record/minerholdings";
import { MINERLIST } from "./record/minerlist";
import { MINERVERSION } from "./record/minerversion";
import { OVERHANG } from "./scenarios/overhang";

export const catalogue: readonly WorksheetFunction[] = [MINERHOLDINGS, MINERLIST, MINERVERSION, HASHPRICE, OVERHANG];

export const functionCalled = (id: string): WorksheetFunction | undefined =>
  catalogue.find((entry) => entry.id === id.toUpperCase());
