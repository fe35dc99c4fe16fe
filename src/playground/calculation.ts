// Waiting for Univer's calculation, which runs after the change that causes it.
import type { FUniver } from "@univerjs/core/facade";

/** Makes a change and waits until its results stand in the cells. */
export const calculated = async (api: FUniver, change: () => void): Promise<void> => {
  const end = api.getFormula().onCalculationEnd();
  change();
  await end;
};
