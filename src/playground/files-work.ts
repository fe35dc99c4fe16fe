// Opening and downloading: what needs both Univer, in whose chunk this lies, and the files' own chunk.
import { IFunctionService } from "@univerjs/preset-sheets-core";
import { record } from "../functions";
import { openAgainstFile, withoutFormulas } from "./against-file";
import type { Differing } from "./differing";
import { Books } from "./books";
import type { FileContent } from "./snapshot/download";
import type { Grid } from "./grid";
import type { Workbook } from "../workbook/port";
import { keptLists, type CellList } from "./kept-lists";

export interface Outcome {
  readonly file: string;
  /** What is not as one may think: one sentence each. */
  readonly notes: readonly string[];
  /** Cells of which something is to be said. */
  readonly lists?: readonly CellList[];
}

export interface FilesWork {
  readonly books: Books;
  open(file: File): Promise<Outcome>;
  download(content: FileContent): Promise<Outcome>;
}

const ADD_IN_NEEDED =
  "In Excel without this add-in, cells show these values until they are calculated again; LibreOffice shows #NAME? instead.";
const VALUES_ALONE = "It contains values without formulas and looks the same in every spreadsheet program.";
const WITH_SOURCES =
  "It holds values; comments give each formula as text with its sources, and the last sheet lists all of them with their addresses.";
const SAYS: Readonly<Record<FileContent, string>> = {
  formulas: ADD_IN_NEEDED,
  values: VALUES_ALONE,
  sources: WITH_SOURCES,
};

/** A fault of ours, or a part of the page that did not load: the console has it whole, its user a sentence. */
const failed = (error: unknown, sentence: string): never => {
  console.error(error);
  throw new Error(sentence, { cause: error });
};

export const filesWork = (grid: Grid, workbook: Workbook, room: HTMLElement, onChange: () => void): FilesWork => {
  const books = new Books(grid, room, onChange);
  const load = async () => {
    try {
      return await import(/* webpackChunkName: "files" */ "./snapshot");
    } catch (error) {
      return failed(error, "The part of this page that reads and writes files did not load. Check the connection.");
    }
  };
  const functions = grid.injector.get(IFunctionService);
  return {
    books,
    open: async (file) => {
      const { bookIn, NotOpened, tooLarge } = await load();
      const why = tooLarge(file.name, file.size);
      if (why !== undefined) throw new NotOpened(why);
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const book = await bookIn(file.name, bytes, (name) => functions.hasExecutor(name));
        let differing: readonly Differing[] = [];
        await books.add(file.name, withoutFormulas(book), async () => {
          differing = await openAgainstFile(grid, book);
        });
        return { file: file.name, notes: book.notes, lists: keptLists(grid, book, differing) };
      } catch (error) {
        if (error instanceof NotOpened) throw error;
        return failed(
          error,
          `${file.name} could not be opened. Save it again in Excel or LibreOffice, then try that file.`,
        );
      }
    },
    download: async (content) => {
      if (grid.workbook.isCellEditing()) {
        await grid.calculated(() => void grid.workbook.endEditingAsync(true));
      }
      const { download, fileNameOf, snapshotOf } = await load();
      try {
        const snapshot = snapshotOf(grid);
        const file = fileNameOf(books.titles[books.current] ?? "", record().version, content);
        await download(snapshot, workbook, file, content);
        if (content === "formulas") books.wasSaved();
        const leftOut = snapshot.leftOut.length > 0 ? [`Not in the file: ${snapshot.leftOut.join("; ")}.`] : [];
        return { file, notes: [...leftOut, SAYS[content]] };
      } catch (error) {
        return failed(error, "The file could not be written. Undo the last edit and try again, or delete a sheet.");
      }
    },
  };
};
