// @vitest-environment jsdom
// The sections: tabs by mouse and keyboard, and what Data and About tell.
import { describe, expect, it } from "vitest";
import { record } from "../../src/functions";
import about from "../../package.json";
import { table } from "../functions/ask";
import { buttonCalled, isShown, openFunctions, openPane, press, settle, type } from "./harness";

const openSection = (root: Element): string =>
  [...root.querySelectorAll("[role=tabpanel]")]
    .filter(isShown)
    .map((each) => each.id)
    .join(" ");

describe("the sections", () => {
  it("opens with Data, one section at a time", () => {
    const { root } = openPane();
    expect(openSection(root)).toBe("pane-panel-data");
    buttonCalled(root, "About").click();
    expect(openSection(root)).toBe("pane-panel-about");
  });

  it("moves along the tabs with arrow keys, Home and End, around the ends", () => {
    const { root } = openPane();
    buttonCalled(root, "Data").focus();
    const visited = ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "Home", "End"].map((key) => {
      press(key);
      return document.activeElement?.textContent;
    });
    expect(visited).toEqual(["Functions", "Models", "Explain", "Models", "Data", "About"]);
    expect(openSection(root)).toBe("pane-panel-about");
  });

  it("has one tab in the tab order", () => {
    const { root } = openPane();
    const order = [...root.querySelectorAll<HTMLElement>("[role=tab]")].map((tab) => tab.tabIndex);
    expect(order).toEqual([0, -1, -1, -1, -1]);
  });

  it("keeps what was typed when another section was looked at in between", () => {
    const { root } = openPane();
    type(openFunctions(root), "hash");
    buttonCalled(root, "Data").click();
    expect(openFunctions(root).value).toBe("hash");
  });

  it("lists in Data the rows that MINERLIST gives", () => {
    const { root } = openPane();
    const rows = table("MINERLIST", null, null, false);
    const shown = [...root.querySelectorAll("tbody tr")].map((row) => row.children[0]?.textContent);
    expect(shown).toEqual(rows.map(([ticker]) => ticker));
  });

  it("tells in About the versions of add-in and record, and what the host can do", () => {
    const { root } = openPane({ diagnostics: () => [["Excel", "16.0.19328, PC"]] });
    buttonCalled(root, "About").click();
    const text = root.querySelector("#pane-panel-about")?.textContent;
    for (const told of [about.version, record().version, "16.0.19328, PC", "MIT"]) expect(text).toContain(told);
  });

  it("tells in About the keys, where the host knows them", () => {
    const about = ({ root }: ReturnType<typeof openPane>): string => {
      buttonCalled(root, "About").click();
      return root.querySelector("#pane-panel-about")?.textContent ?? "";
    };
    expect(about(openPane({ shortcuts: [["Show pane", "Ctrl+Alt+Shift+M"]] }))).toContain("Show paneCtrl+Alt+Shift+M");
    expect(about(openPane())).not.toContain("Keys");
  });

  it("lets go of the workbook when it is closed", async () => {
    const { sheet, unmount } = openPane();
    await settle();
    expect(sheet.listening).toBe(1);
    unmount();
    expect(sheet.listening).toBe(0);
  });
});
