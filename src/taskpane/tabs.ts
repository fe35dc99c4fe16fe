// The sections as tabs: one is open, arrow keys move along them.
import type { PaneContext, Section } from "./context";
import { el } from "./dom";

const STEPS: Readonly<Record<string, (at: number, size: number) => number>> = {
  ArrowRight: (at, size) => (at + 1) % size,
  ArrowLeft: (at, size) => (at + size - 1) % size,
  Home: () => 0,
  End: (_, size) => size - 1,
};

export interface Tabs {
  readonly elements: readonly HTMLElement[];
  readonly open: (section: string) => void;
}

/** Mounts each section when it is first opened, and keeps it: what was typed there stays. */
export const tabs = (sections: readonly Section[], context: PaneContext): Tabs => {
  const entries = sections.map((section) => {
    const tab = el(
      "button",
      { type: "button", role: "tab", id: `pane-tab-${section.id}`, "aria-controls": `pane-panel-${section.id}` },
      section.icon(),
      el("span", {}, section.label),
    );
    const panel = el("div", {
      class: "panel",
      role: "tabpanel",
      id: `pane-panel-${section.id}`,
      "aria-labelledby": `pane-tab-${section.id}`,
    });
    return { section, tab, panel, mounted: false };
  });

  const open = (at: number): void => {
    entries.forEach((entry, i) => {
      const isOpen = i === at;
      entry.tab.setAttribute("aria-selected", String(isOpen));
      entry.tab.tabIndex = isOpen ? 0 : -1;
      entry.panel.hidden = !isOpen;
      if (!isOpen) return;
      if (entry.mounted) entry.panel.dispatchEvent(new Event("shown"));
      else entry.section.mount(entry.panel, context);
      entry.mounted = true;
    });
  };

  const list = el(
    "div",
    { class: "tabs", role: "tablist", "aria-label": "Sections" },
    ...entries.map(({ tab }) => tab),
  );
  entries.forEach(({ tab }, at) => {
    tab.addEventListener("click", () => {
      open(at);
    });
    tab.addEventListener("keydown", (event) => {
      const to = STEPS[event.key]?.(at, entries.length);
      if (to === undefined) return;
      event.preventDefault();
      open(to);
      entries[to]?.tab.focus();
    });
  });
  open(0);
  return {
    elements: [list, ...entries.map(({ panel }) => panel)],
    open: (section) => {
      const at = entries.findIndex((entry) => entry.section.id === section);
      if (at >= 0) open(at);
    },
  };
};
