// Files in the page's bar: open, download, and which of the open workbooks is shown. By button, key and drop.
import { el, fill } from "../taskpane/dom";
import { sentenceOf } from "../common/words";
import type { Books } from "./books";
import type { FilesWork } from "./files-work";
import type { FileContent } from "./snapshot/download";
import type { Grid } from "./grid";
import type { Workbook } from "../workbook/port";
import { Notice } from "./notice";

export interface FileBar {
  readonly bar: HTMLElement;
  readonly open: HTMLButtonElement;
  readonly download: HTMLButtonElement;
  readonly books: HTMLSelectElement;
  readonly picker: HTMLInputElement;
  readonly notice: HTMLElement;
  readonly sheet: HTMLElement;
}

const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });

const showBooks = (select: HTMLSelectElement, { titles, current }: Books): void => {
  select.hidden = titles.length < 2;
  fill(select, ...titles.map((title, index) => el("option", { value: index, selected: index === current }, title)));
};

/** For those who do not have the add-in. */
const OTHERS = { values: "Download values only", sources: "Download values with sources" };

const bringsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;

/** A file may be dropped anywhere, but where something else in the page takes it. */
const takeDrops = (sheet: HTMLElement, take: (files: readonly File[]) => void): void => {
  document.addEventListener("dragover", (event) => {
    if (event.defaultPrevented || !bringsFile(event)) return;
    event.preventDefault();
    sheet.dataset["over"] = "";
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) delete sheet.dataset["over"];
  });
  document.addEventListener("drop", (event) => {
    delete sheet.dataset["over"];
    if (event.defaultPrevented || !bringsFile(event)) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
};

export const fileBar = async (grid: Grid, workbook: Workbook, page: FileBar): Promise<void> => {
  const notice = new Notice(page.notice);
  const { filesWork } = await import(/* webpackChunkName: "grid" */ "./files-work");
  const work: FilesWork = filesWork(grid, workbook, page.sheet, () => {
    showBooks(page.books, work.books);
  });
  const { books } = work;

  let isBusy = false;
  /** One at a time; what fails is told and leaves the workbook as it is. */
  const run = async (title: string, act: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (const control of [page.open, page.download, page.books]) control.setAttribute("aria-disabled", "true");
    notice.tell({ title, tone: "busy" });
    await painted();
    try {
      await act();
    } catch (error) {
      notice.tell({ title: sentenceOf(error), notes: ["The workbook is unchanged."], tone: "error" });
    } finally {
      isBusy = false;
      for (const control of [page.open, page.download, page.books]) control.removeAttribute("aria-disabled");
    }
  };

  const show = (index: number): Promise<void> =>
    run(`Going to ${books.titles[index] ?? "the workbook"}…`, async () => {
      await books.show(index);
      notice.clear();
    });

  const open = (files: readonly File[]): Promise<void> => {
    const [file, ...others] = files;
    if (!file) return Promise.resolve();
    return run(`Opening ${file.name}…`, async () => {
      const before = books.current;
      const { notes, lists = [] } = await work.open(file);
      const one = others.length > 0 ? ["One file at a time: the others were not opened."] : [];
      notice.tell({
        title: `${file.name} is open.`,
        notes: [...notes, ...one],
        lists,
        actions: [{ label: `Back to ${books.titles[before] ?? "the workbook before"}`, run: () => void show(before) }],
      });
    });
  };

  const download = (content: FileContent): Promise<void> =>
    run("Writing the file…", async () => {
      const { file, notes } = await work.download(content);
      const others = (["values", "sources"] as const).filter((other) => other !== content);
      notice.tell({
        title: `Downloaded as ${file}.`,
        notes,
        actions: others.map((other) => ({ label: OTHERS[other], run: () => void download(other) })),
      });
    });

  page.open.addEventListener("click", () => {
    page.picker.click();
  });
  page.picker.addEventListener("change", () => {
    const files = [...(page.picker.files ?? [])];
    page.picker.value = "";
    void open(files);
  });
  page.download.addEventListener("click", () => void download("formulas"));
  page.books.addEventListener("change", () => void show(Number(page.books.value)));
  takeDrops(page.sheet, (files) => void open(files));
  document.addEventListener(
    "keydown",
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key !== "s" && key !== "o") return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "s") void download("formulas");
      else page.picker.click();
    },
    { capture: true },
  );
  window.addEventListener("beforeunload", (event) => {
    if (books.areEdited) event.preventDefault();
  });
  page.bar.hidden = false;
};
