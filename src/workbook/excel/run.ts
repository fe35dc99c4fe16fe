// Requests to Excel: refusals as sentences that say what to do, and what stands in cells in the port's own form.
import { BEING_EDITED, WorkbookError, type CellContent } from "../port";

const UNPROTECT = "unprotect it (Review, Unprotect Sheet) or pick another sheet.";

export const protectedSheet = (name: string): WorkbookError =>
  new WorkbookError("protected", `The sheet ${name} is protected: ${UNPROTECT}`);

/** Excel's error codes that have a cure; every other one is told in Excel's words. */
const REFUSALS: Readonly<Record<string, readonly [WorkbookError["reason"], string]>> = {
  AccessDenied: ["protected", `The sheet is protected: ${UNPROTECT}`],
  InvalidSelection: ["unknown", "Several areas are selected, or none: select one cell or one area, then try again."],
  InvalidOperationInCellEditMode: ["editing", BEING_EDITED],
};

/** `set`: the requirement set that office.js names; Excel itself names none. */
export const tooOld = (set?: string): WorkbookError => {
  const lacks = set === undefined ? "" : `: it lacks ${set}`;
  return new WorkbookError(
    "old",
    `This Excel is too old for this${lacks}. Update Office, or use Excel on the web. The functions are not affected.`,
  );
};

const asRefusal = (error: unknown): WorkbookError => {
  if (error instanceof WorkbookError) return error;
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  const [reason, sentence] = REFUSALS[String(code)] ?? [];
  if (reason && sentence) return new WorkbookError(reason, sentence);
  const message = error instanceof Error ? error.message : String(error);
  if (code === "ApiNotFound" || code === "ApiNotAvailable") return tooOld(/\w+ \d+\.\d+/.exec(message)?.[0]);
  return new WorkbookError("unknown", `Excel could not do this: ${message}`);
};

export const run = async <T>(steps: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
  try {
    return await Excel.run(steps);
  } catch (error) {
    throw asRefusal(error);
  }
};

/** "" for an empty cell; numbers and booleans as they are typed. */
export const asTyped = (content: unknown): string => {
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  return typeof content === "number" || typeof content === "string" ? String(content) : "";
};

export const asContent = (value: unknown, type: unknown): CellContent => {
  if (type === "Error") return { code: String(value) };
  if (value === "" || type === "Empty") return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
};

/** Excel with dynamic arrays; an older one fills one cell a formula. */
export const knowsSpills = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.12");
