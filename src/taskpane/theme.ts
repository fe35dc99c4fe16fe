// Light or dark: by Office's theme where there is one, else by what the browser prefers.

/** Relative luminance of "#RRGGBB" by WCAG 2.2; undefined if it is no such colour. */
const luminance = (colour: string): number | undefined => {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!hex) return undefined;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => {
    const value = parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Office's task pane background; undefined outside Office and where the host does not tell. */
const officeBackground = (): string | undefined => {
  // Office's types promise a context always; outside a host there is none.
  const office = (globalThis as { Office?: { context?: { officeTheme?: Partial<Office.OfficeTheme> } } }).Office;
  return office?.context?.officeTheme?.bodyBackgroundColor;
};

/** Sets data-theme on the root and keeps it right while the browser's preference changes. */
export const followTheme = (root: HTMLElement, signal: AbortSignal): void => {
  const prefersDark = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : undefined;
  const apply = (): void => {
    const background = luminance(officeBackground() ?? "");
    const isDark = background === undefined ? prefersDark?.matches === true : background < 0.2;
    root.dataset["theme"] = isDark ? "dark" : "light";
  };
  apply();
  prefersDark?.addEventListener("change", apply, { signal });
};
