// The bubble over an error: Univer says what kind of error it is, here it says what the function says about it.
import { CellAlertManagerService } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

export const explainErrors = (grid: Grid): void => {
  const alerts = grid.injector.get(CellAlertManagerService);
  // Univer has no hook for the text of its bubble.
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert) => {
    const { subUnitId, row, col } = alert.location;
    const reason = grid.reason(subUnitId, row, col);
    show(reason === "" ? alert : { ...alert, message: reason });
  };
};
