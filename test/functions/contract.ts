// What every worksheet function keeps to, whatever it is asked: the list of faults in an answer is always empty.
import { CellError, functionCalled, isEntity, isRich, type Cell, type Table } from "../../src/functions";

/** Arguments for every parameter of every function, with which it gives an answer without an error in its corner. */
export const VALID: Readonly<Record<string, readonly unknown[]>> = {
  MINERHOLDINGS: ["MARA", "2025-12-31", "BTC", "2026-06-30", 900],
  MINERESTIMATE: ["MARA", "2025-12-31", "BTC", "2026-06-30", 0.95],
  MINERHISTORY: ["MARA", "holdings_btc", "2025-01-31", "2025-06-30", "Q", "PREVIOUS", true, "2026-06-30", "Q"],
  MINERDATA: ["WULF", "produced_btc", "FY2025", "2026-06-30", "Y", 900],
  MINERFLOW: ["MARA", "2024-12-31", "2025-12-31", true],
  MINEREVENTS: ["WULF", "hpc_lease", "2025-01-01", "2026-06-30", true],
  MINERSOURCE: ["MARA", "holdings_btc", "2025-12-31", "Q"],
  MINERLIST: ["ALL", "2025-12-31", true, 900, true],
  MINERCARD: ["MARA"],
  MINERCHECK: ["CORZ", true],
  BTCNETWORK: ["price", "2025-01-31", "2025-12-31", "M", true],
  MINERVERSION: ["VERSION"],
  HASHPRICE: [91_132, 146_472_570_619_930.8, 0.0173, 3.125],
  HASHCOST: [17, 0.05, 1.1],
  MININGCOST: [17, 0.05, 146_472_570_619_930.8, 0.0173],
  BREAKEVENPOWER: [17, 39.53],
  BREAKEVENPRICE: [21.5, 0.06, 146_472_570_619_930.8, 0.0173],
  PRICEIMPACT: [5_000, 100_000, 0.025, 1],
  ABSORBABLE: [0.05, 100_000, 0.025, 1],
  ABSORPTIONDAYS: [80_000, 0.05, 100_000],
  SELLSCHEDULE: [1_000, 5, 0.1, true],
  OVERHANG: ["ALL", "PIVOT", 1, "2026-03-14", "BTC", "2026-03-14", 900],
  OVERHANGREPORT: ["ALL", "PIVOT", 1, "2026-03-14", "BTC", "2026-03-14", true],
  FUNDINGGAP: ["CORZ", 9_000_000, 0.8, "2026-03-14"],
  SCENARIOLIST: [true],
  ASSUMPTIONS: ["thesis", true],
  SCENARIO: ["thesis", "month", true],
  SCENARIOVALUE: ["thesis", "price", 6],
  SCENARIOCOMPARE: [[["", "Base", "Bear"], ["preset", "hold", "thesis"]], "price", 6, true], // prettier-ignore
  SCENARIOFAN: ["thesis", "price", 0.5, 20, 1, true],
  SENSITIVITY: ["thesis", "price@3", "sell_share", [[0], [1]], "volume_btc", [[50_000, 100_000]]],
  SCENARIOSOLVE: ["thesis", "hashprice@6", 30, "price", 20_000, 200_000],
  BACKTESTSKILL: ["hold", "2025-06-30", "2025-12-31", "price", 3, true],
  BACKTEST: ["thesis", "2026-03-14", "holdings", true],
};

export const validFor = (id: string): readonly unknown[] => {
  const found = VALID[id];
  if (!found) throw new Error(`${id} has no arguments in the contract.`);
  return found;
};

export const evaluate = (id: string, args: readonly unknown[]): Table => {
  const entry = functionCalled(id);
  if (!entry) throw new Error(`${id} is not in the catalogue.`);
  return entry.evaluate(args);
};

/** An error cell of the user's own sheet, as data types bring it. */
export const sheetError = (code = "#DIV/0!"): object => ({ type: "Error", basicValue: code });

export const errorsIn = (table: Table): CellError[] =>
  table.flat().filter((cell): cell is CellError => cell instanceof CellError);

const LONGEST_TEXT = 32_767;
const RAISED = ["#VALUE!", "#N/A", "#NUM!"];

const faultOfError = (error: CellError): string[] => {
  // An error of the user's own sheet passes through as it came, without a sentence.
  if (error.message === "") return [];
  if (!RAISED.includes(error.code)) return [`${error.code} is none that we raise`];
  if (error.message.includes("This should not happen")) return [error.message];
  return /^.{19,}\.$/s.test(error.message) ? [] : [`no sentence: "${error.message}"`];
};

const faultOfValue = (value: unknown): string[] => {
  if (typeof value === "boolean") return [];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`the number ${value}`];
  if (typeof value === "string") return value.length <= LONGEST_TEXT ? [] : ["a text too long for a cell"];
  return [`a cell of ${String(value)}`];
};

const faultsOfCell = (cell: Cell | null | undefined): string[] => {
  if (cell instanceof CellError) return faultOfError(cell);
  if (typeof cell !== "object" || cell === null) return faultOfValue(cell);
  const value = isEntity(cell) ? cell.entity : cell.value;
  const behind = isRich(cell) ? (cell.properties?.() ?? {}) : cell.properties;
  const values = Object.values(behind).map((one) => (typeof one === "object" ? one.value : one));
  return [value, ...values].flatMap(faultOfValue);
};

/** Everything in an answer that no answer may have. */
export const faultsOf = (table: Table): string[] => {
  const width = table[0]?.length ?? 0;
  if (width === 0) return ["an answer without cells"];
  const ragged = table.some((row) => row.length !== width) ? ["rows of different lengths"] : [];
  // Not flatMap over the rows alone: a hole in one would be skipped.
  return [...ragged, ...table.flatMap((row) => Array.from(row).flatMap(faultsOfCell))];
};
