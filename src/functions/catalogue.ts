// Every worksheet function, in the order in which people meet them. Metadata, help and the builder are made from this.
import { CellError } from "./cells";
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
import { BTCNETWORK } from "./record/btcnetwork";
import { MINERCARD } from "./record/minercard";
import { MINERCHECK } from "./record/minercheck";
import { MINERDATA } from "./record/minerdata";
import { MINERESTIMATE } from "./record/minerestimate";
import { MINEREVENTS } from "./record/minerevents";
import { MINERFLOW } from "./record/minerflow";
import { MINERHISTORY } from "./record/minerhistory";
import { MINERHOLDINGS } from "./record/minerholdings";
import { MINERLIST } from "./record/minerlist";
import { MINERSOURCE } from "./record/minersource";
import { MINERVERSION } from "./record/minerversion";
import { ASSUMPTIONS } from "./scenarios/assumptions";
import { BACKTEST } from "./scenarios/backtest";
import { BACKTESTSKILL } from "./scenarios/backtestskill";
import { FUNDINGGAP } from "./scenarios/fundinggap";
import { OVERHANG } from "./scenarios/overhang";
import { OVERHANGREPORT } from "./scenarios/overhangreport";
import { SCENARIO } from "./scenarios/scenario";
import { SCENARIOCOMPARE } from "./scenarios/scenariocompare";
import { SCENARIOFAN } from "./scenarios/scenariofan";
import { SCENARIOLIST } from "./scenarios/scenariolist";
import { SCENARIOSOLVE } from "./scenarios/scenariosolve";
import { SCENARIOVALUE } from "./scenarios/scenariovalue";
import { SENSITIVITY } from "./scenarios/sensitivity";

export const catalogue: readonly WorksheetFunction[] = [
  MINERHOLDINGS,
  MINERESTIMATE,
  MINERHISTORY,
  MINERDATA,
  MINERFLOW,
  MINEREVENTS,
  MINERSOURCE,
  MINERLIST,
  MINERCARD,
  MINERCHECK,
  BTCNETWORK,
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
  OVERHANGREPORT,
  FUNDINGGAP,
  SCENARIOLIST,
  ASSUMPTIONS,
  SCENARIO,
  SCENARIOVALUE,
  SCENARIOCOMPARE,
  SCENARIOFAN,
  SENSITIVITY,
  SCENARIOSOLVE,
  BACKTEST,
  BACKTESTSKILL,
];

/** What Excel itself refuses while a formula is typed, but not in a file or where formulas are computed elsewhere. */
export const tooMany = ({ id, parameters }: WorksheetFunction, given: number): CellError | undefined =>
  given > parameters.length
    ? new CellError(
        "#VALUE!",
        `${id} takes at most ${parameters.length} arguments, not ${given}: remove the last ones.`,
      )
    : undefined;

export const functionCalled = (id: string): WorksheetFunction | undefined =>
  catalogue.find((entry) => entry.id === id.toUpperCase());
