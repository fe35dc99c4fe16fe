// @vitest-environment jsdom
// The ribbon's buttons: what each does, and that the pane tells what went wrong.
import { afterEach, describe, expect, it, vi } from "vitest";
import { associateCommands } from "../../src/functions/commands";
import { takeCommands, type Started } from "../../src/taskpane/commands";
import { buttonCalled, openPane } from "./harness";

afterEach(() => {
  vi.unstubAllGlobals();
});

const ribbon = ({ startsLate = false } = {}) => {
  const pane = openPane();
  const commands = new Map<string, (event: { completed: () => void } | null) => void>();
  const shown = vi.fn(() => Promise.resolve());
  vi.stubGlobal("Office", {
    actions: { associate: (name: string, run: () => void) => commands.set(name, run) },
    addin: { showAsTaskpane: shown },
  });
  associateCommands();
  let start: (started: Started | undefined) => void = () => undefined;
  const late = new Promise<Started | undefined>((resolve) => {
    start = resolve;
  });
  if (startsLate) takeCommands(late);
  else takeCommands(Promise.resolve({ pane, workbook: pane.sheet.workbook }));
  const completed = vi.fn();
  const press = async (name: string): Promise<void> => {
    commands.get(name)?.({ completed });
    await vi.waitFor(() => {
      expect(completed).toHaveBeenCalledOnce();
    });
  };
  return { ...pane, commands, shown, completed, press, start };
};

describe("the ribbon", () => {
  it("opens the pane at Explain", async () => {
    const { root, shown, press } = ribbon();
    await press("explain");
    expect(shown).toHaveBeenCalledOnce();
    expect(root.querySelector<HTMLElement>("#pane-panel-explain")?.hidden).toBe(false);
  });

  it("answers to keys, for which Excel gives no event", async () => {
    const { root, shown, commands } = ribbon();
    commands.get("explain")?.(null);
    await vi.waitFor(() => {
      expect(root.querySelector<HTMLElement>("#pane-panel-explain")?.hidden).toBe(false);
    });
    expect(shown).toHaveBeenCalledOnce();
  });

  it("does what was asked for before the pane was there, once and in order", async () => {
    const { sheet, commands, completed, start, ...pane } = ribbon({ startsLate: true });
    commands.get("insertOverhang")?.({ completed });
    commands.get("insertComps")?.(null);
    expect(sheet.inserted).toEqual([]);
    start({ pane, workbook: sheet.workbook });
    await vi.waitFor(() => {
      expect(sheet.inserted.map(({ name }) => name).filter((name) => /^(Overhang|Comps)$/.test(name))).toEqual([
        "Overhang",
        "Comps",
      ]);
    });
    expect(completed).toHaveBeenCalledOnce();
  });

  it("shows the page that says what is wrong where the pane could not start", async () => {
    const { commands, shown, completed, start } = ribbon({ startsLate: true });
    start(undefined);
    commands.get("refresh")?.({ completed });
    await vi.waitFor(() => {
      expect(completed).toHaveBeenCalledOnce();
    });
    expect(shown).toHaveBeenCalledOnce();
  });

  it("inserts a template without the pane", async () => {
    const { sheet, shown, press } = ribbon();
    await press("insertOverhang");
    expect(sheet.inserted[0]?.name).toBe("Overhang");
    expect(shown).not.toHaveBeenCalled();
  });

  it("tells in the pane what could not be done, until it is closed", async () => {
    const { root, sheet, shown, press } = ribbon();
    sheet.workbook.formulas = () => Promise.reject(new Error("A cell is being edited: press Enter."));
    await press("refresh");
    expect(shown).toHaveBeenCalledOnce();
    const alert = root.querySelector("[role=alert]");
    expect(alert?.textContent).toContain("A cell is being edited: press Enter.");
    buttonCalled(root, "Close").click();
    expect(alert?.textContent).toBe("");
  });
});
