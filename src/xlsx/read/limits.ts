// How much of a file can be opened, each limit with its sentence.
import { count } from "../../common/words";
import { NotOpened } from "./kind";

/** More than this a browser tab shows only after minutes. */
const MOST_CELLS = 400_000;
const MOST_NAMES = 10_000;
const MOST_SHEETS = 500;
const MOST_MS = 30_000;
/** Between looks at the clock. */
const MANY = 5000;

const ADVICE = "Save the sheets you need as a separate file.";

export interface Limits {
  requireNames(names: number): void;
  requireSheets(sheets: number): void;
  readonly countCell: () => void;
}

export const limitsOf = (file: string): Limits => {
  const start = performance.now();
  let cells = 0;
  const require = (most: number, found: number, what: string): void => {
    if (found <= most) return;
    throw new NotOpened(`${file} has ${count(found)} ${what}; up to ${count(most)} can be opened here. ${ADVICE}`);
  };
  return {
    requireNames: (names) => {
      require(MOST_NAMES, names, "names");
    },
    requireSheets: (sheets) => {
      require(MOST_SHEETS, sheets, "sheets");
    },
    countCell: () => {
      cells++;
      if (cells > MOST_CELLS) {
        throw new NotOpened(
          `${file} has more than ${count(MOST_CELLS)} cells, the most that can be opened here. ${ADVICE}`,
        );
      }
      if (cells % MANY === 0 && performance.now() - start > MOST_MS) {
        throw new NotOpened(`${file} takes longer than ${MOST_MS / 1000} seconds to read. ${ADVICE}`);
      }
    },
  };
};
