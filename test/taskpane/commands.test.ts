// @vitest-environment jsdom
// The ribbon's buttons: what each does, and that the pane tells what went wrong.
import { afterEach, describe, expect, it, vi } from "vitest";
import { associateCommands } from "../../src/taskpane/commands";
import { buttonCalled, openPane } from "./harness";

afterEach(() => {
  vi.unstubAllGlobals();
});

const ribbon = () => {
  const pane = openPane();
  const commands = new Map<string, (event: { completed: () => void } | null) => void>();
  const shown = vi.fn(() => Promise.resolve());
  vi.stubGlobal("Office", {
    actions: { associate: (name: string, run: () => void) => commands.set(name, run) },
    addin: { showAsTaskpane: shown },
  });
  associateCommands(pane, pane.sheet.workbook);
  const completed = vi.fn();
  const press = async (name: string): Promise<void> => {
    commands.get(name)?.({ completed });
    await vi.waitFor(() => {
      expect(completed).toHaveBeenCalledOnce();
    });
  };
  return { ...pane, commands, shown, completed, press };
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
