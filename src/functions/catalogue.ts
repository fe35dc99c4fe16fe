// Every worksheet function, in the order in which people meet them. Metadata, help and the builder are made from this.
import type { WorksheetFunction } from "./define";
import { ABSORBABLE } from "./economics/absorbable";
import { ABSORPTIONDAYS } from "./economics/absorptiondays";
import { BREAKEVENPOWER } from "./economics/breakevenpower";
import { BREAKEVENPRICE } from "./economics/breakevenprice";
import { HASHCOST } from "./economics/hashcost";
import { HASHPRICE } from "./economics/hashprice";
import { MININGCOST } from "./economics/miningcost";
import { PRICEIMPACT } from "./economics/priceimpact";
import { SELLSCHEDULE } from "./economics/sellschedule";
import { MINEREVENTS } from "./record/minerevents";
import { MINERHOLDINGS } from "./record/minerholdings";
import { MINERLIST } from "./record/minerlist";
import { MINERVERSION } from "./record/minerversion";
import { OVERHANG } from "./scenarios/overhang";

export const catalogue: readonly WorksheetFunction[] = [
  MINERHOLDINGS,
  MINEREVENTS,
  MINERLIST,
  MINERVERSION,
  HASHPRICE,
  HASHCOST,
  MININGCOST,
  BREAKEVENPOWER,
  BREAKEVENPRICE,
  PRICEIMPACT,
  ABSORBABLE,
  ABSORPTIONDAYS,
  SELLSCHEDULE,
  OVERHANG,
];

export const functionCalled = (id: string): WorksheetFunction | undefined =>
  catalogue.find((entry) => entry.id === id.toUpperCase());
