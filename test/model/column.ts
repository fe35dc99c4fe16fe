// A whole column of a scenario, as tests like to look at it.
import type { ColumnName } from "../../src/model/scenario/columns";
import { valueAt, type ScenarioPath } from "../../src/model/scenario/rows";

/** From the start to the last month. */
export const columnOf = (path: ScenarioPath, column: ColumnName): number[] =>
  path.days.map((_, month) => valueAt(path, column, month) ?? NaN);
