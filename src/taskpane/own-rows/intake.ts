// Bringing own rows in: pasted, dropped or picked as CSV, with a template and what its columns mean.
import { COLUMN_MEANINGS, OWN_COLUMNS, type OwnPreview } from "../../refresh/own-rows/own-rows";
import type { Refresh } from "../../refresh/refresh";
import type { PaneContext } from "../context";
import { count } from "../../common/words";
import { textOfBytes } from "../../refresh/own-rows/decode";
import { button, definitions, el, fill } from "../dom";
import type { Work } from "../work";
import { readCsvText, TEMPLATE } from "./csv-part";
import { previewView, summary } from "./preview";
import { saveOrShow } from "./text-file";

/** Some hundred thousand rows; larger files are something else. */
const MOST_BYTES = 10_000_000;
/** A longer text is not shown in the box, which would take seconds over it. */
const MOST_SHOWN = 200_000;

const columns = (): HTMLElement =>
  el(
    "details",
    {},
    el("summary", {}, "What the columns mean"),
    definitions(
      { class: "terms" },
      OWN_COLUMNS.map((column) => [el("code", {}, column), COLUMN_MEANINGS[column]]),
    ),
  );

const requireSize = (bytes: number): void => {
  if (bytes > MOST_BYTES) throw new Error("This is more than 10 MB. Bring in only the rows that are yours.");
};

export interface Intake {
  readonly element: HTMLElement;
  readonly first: HTMLElement;
}

/** `take` gets a preview that the user has agreed to. */
export const intake = (
  context: PaneContext,
  refresh: Refresh,
  work: Work,
  take: (preview: OwnPreview, validOnly: boolean) => void,
  close: () => void,
): Intake => {
  const text = el("textarea", {
    id: "pane-own-text",
    rows: 6,
    spellcheck: "false",
    placeholder: TEMPLATE,
    "aria-describedby": "pane-own-hint",
  });
  const file = el("input", { type: "file", id: "pane-own-file", accept: ".csv,.tsv,.txt,text/csv", hidden: true });
  const result = el("div");

  const preview = (from?: File): Promise<void> =>
    work.run("Reading the rows.", async ({ progress }) => {
      fill(result);
      requireSize(from?.size ?? text.value.length);
      const brought = from ? textOfBytes(new Uint8Array(await from.arrayBuffer())) : { text: text.value };
      if (from) text.value = brought.text.length > MOST_SHOWN ? "" : brought.text;
      const table = await readCsvText(brought.text, (share) => {
        progress("Reading the rows.", share, 1);
      });
      const found = await refresh.previewOwnRowsInParts(table, (rows) => {
        progress(`Looking at the rows: ${count(rows)} of ${count(table.rows.length)}.`, rows, table.rows.length);
      });
      if (context.signal.aborted) return;
      fill(
        result,
        brought.note !== undefined && el("div", { class: "outcome", "data-tone": "look" }, el("p", {}, brought.note)),
        ...previewView(found, (validOnly) => {
          take(found, validOnly);
        }),
      );
      work.clear();
      context.announce(summary(found));
    });
  const bring = (brought: File | undefined): void => {
    if (brought) void preview(brought);
  };

  text.addEventListener("input", ({ inputType }: InputEvent) => {
    fill(result);
    if (inputType === "insertFromPaste") void preview();
  });
  file.addEventListener("change", () => {
    bring(file.files?.[0]);
    file.value = "";
  });
  const element = el(
    "div",
    { class: "intake" },
    el(
      "div",
      { class: "field" },
      el("label", { for: text.id }, "Rows as CSV"),
      text,
      el(
        "p",
        { class: "caption", id: "pane-own-hint" },
        "Paste them, drop a file here, or pick one. Comma, semicolon or tab between columns.",
      ),
    ),
    el(
      "p",
      { class: "actions" },
      button("Preview", { class: "primary" }, () => void preview()),
      button("Pick a file", { class: "small" }, () => {
        file.click();
      }),
      button("Close", { class: "small" }, close),
      saveOrShow("Template", "own-rows.csv", `${TEMPLATE}\r\n`, result),
    ),
    file,
    result,
    columns(),
  );
  element.addEventListener("dragover", (event) => {
    event.preventDefault();
    element.dataset["over"] = "";
  });
  element.addEventListener("dragleave", () => {
    delete element.dataset["over"];
  });
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    delete element.dataset["over"];
    const { files } = event.dataTransfer ?? {};
    const dropped = event.dataTransfer?.getData("text/plain") ?? "";
    if (files?.[0]) bring(files[0]);
    else if (dropped !== "") {
      text.value = dropped;
      void preview();
    }
  });
  return { element, first: text };
};
