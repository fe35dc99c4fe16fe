// The bubble over an error: Univer says what kind of error it is, here it says what the function says about it.
import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { CellAlertManagerService } from "@univerjs/preset-sheets-core";

/** The sentence that a function left with an error, "" where there is none. */
export const reasonAt = (api: FUniver, sheetId: string, row: number, column: number): string => {
  const cell = api.getActiveWorkbook()?.getSheetBySheetId(sheetId)?.getRange(row, column);
  const value = cell?.getRawValue();
  if (typeof value !== "string" || !value.startsWith("#")) return "";
  const message: unknown = cell?.getCustomMetaData()?.["message"];
  return typeof message === "string" ? message : "";
};

export const explainErrors = (injector: Injector, api: FUniver): void => {
  const alerts = injector.get(CellAlertManagerService);
  // Univer has no hook for the text of its bubble.
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert) => {
    const { subUnitId, row, col } = alert.location;
    const reason = reasonAt(api, subUnitId, row, col);
    show(reason === "" ? alert : { ...alert, message: reason });
  };
};
