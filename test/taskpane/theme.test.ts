// @vitest-environment jsdom
// Light or dark by Office's theme, else by the browser's preference.
import { afterEach, describe, expect, it, vi } from "vitest";
import { openPane } from "./harness";

const themeWith = (bodyBackgroundColor: string | undefined, prefersDark: boolean): string | undefined => {
  vi.stubGlobal("Office", { context: { officeTheme: { bodyBackgroundColor } } });
  vi.stubGlobal("matchMedia", () => ({ matches: prefersDark, addEventListener: () => undefined }));
  return openPane().root.dataset["theme"];
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the pane's theme", () => {
  it.each([
    ["#FFFFFF", true, "light"],
    ["#F3F2F1", true, "light"],
    ["#262626", false, "dark"],
    ["#000000", false, "dark"],
    [undefined, true, "dark"],
    [undefined, false, "light"],
    ["no colour", true, "dark"],
  ])("on Office's background %s, with the browser preferring dark: %s, is %s", (background, prefersDark, theme) => {
    expect(themeWith(background, prefersDark)).toBe(theme);
  });
});
