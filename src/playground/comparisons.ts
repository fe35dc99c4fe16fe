// Univer remembers the cells of a column by their values once it has compared them, and in that memory a 0 and an empty
// cell are one: K2:K9="" is true of a 0 the second time it is asked. Cells are compared one by one instead, as the first
// time. (univer 0.25.1, InvertedIndexCache.getCellPositions)
import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/preset-sheets-core";

export const compareCellByCell = (): void => {
  CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
};
