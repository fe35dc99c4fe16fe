// The section Functions: search, the list by group, and the way through it by keyboard alone.
import { catalogue, type Group } from "../../functions";
import type { PaneContext, Section } from "../context";
import { button, el, fill } from "../dom";
import { functionsIcon } from "../icons";
import { counted } from "../words";
import { entry, type Entry } from "./entry";
import { find } from "./find";

const GROUPS: readonly (readonly [Group, string])[] = [
  ["record", "Record"],
  ["economics", "Economics"],
  ["scenarios", "Scenarios"],
];

/** Arrow keys inside the list: up and down along the same kind of button, right and left to unfold and fold. */
const moveInside = (list: HTMLElement, shown: () => readonly Entry[], backToSearch: () => void): void => {
  list.addEventListener("keydown", (event) => {
    const target = event.target;
    const at = shown().findIndex((each) => each.insertButton === target || each.unfoldButton === target);
    const here = shown()[at];
    if (!here) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") here.unfold(event.key === "ArrowRight");
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const to = shown()[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (to) (target === here.insertButton ? to.insertButton : to.unfoldButton).focus();
      else if (event.key === "ArrowUp") backToSearch();
    } else return;
    event.preventDefault();
  });
};

const mount = (root: HTMLElement, context: PaneContext): void => {
  const entries = new Map(catalogue.map((each) => [each.id, entry(context, each)]));
  const search = el("input", {
    type: "search",
    id: "pane-search",
    placeholder: "Name or word",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "pane-hint",
  });
  const hint = el("p", { class: "caption", id: "pane-hint" });
  const list = el("div", { class: "functions" });
  let shown: readonly Entry[] = [];

  const hintText = (): string => {
    const cell = context.activeCell.now();
    const into = cell ? ` into ${cell.address}` : "";
    if (search.value.trim() === "") return `Inserts${into || " into the active cell"} · ↓ to the list`;
    return shown[0] ? `Enter inserts ${shown[0].of.id}${into}` : "";
  };

  const empty = (): HTMLElement =>
    el(
      "div",
      { class: "empty" },
      el("p", {}, `No function has “${search.value.trim()}” in its name or description.`),
      button("Show all functions", { class: "small" }, () => {
        search.value = "";
        show();
        search.focus();
      }),
    );

  const show = (): void => {
    const found = find(catalogue, search.value).flatMap(({ id }) => entries.get(id) ?? []);
    const isAll = search.value.trim() === "";
    const groups = isAll
      ? GROUPS.map(([group, label]) => ({ label, members: found.filter(({ of }) => of.group === group) }))
      : [{ label: counted(found.length, "match", "matches"), members: found }];
    shown = groups.flatMap(({ members }) => members);
    fill(
      list,
      ...groups
        .filter(({ members }) => members.length > 0)
        .flatMap(({ label, members }) => [el("h3", {}, label), el("ul", {}, ...members.map(({ element }) => element))]),
      shown.length === 0 && empty(),
    );
    for (const each of entries.values()) each.element.classList.toggle("first", !isAll && each === shown[0]);
    hint.textContent = hintText();
  };

  search.addEventListener("input", () => {
    show();
    context.announce(counted(shown.length, "function"));
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") shown[0]?.insertButton.focus();
    else if (event.key === "Enter" && search.value.trim() !== "") shown[0]?.insert();
    else if (event.key === "Escape" && search.value !== "") {
      search.value = "";
      show();
    } else return;
    event.preventDefault();
  });
  moveInside(
    list,
    () => shown,
    () => {
      search.focus();
    },
  );
  context.activeCell.onChange(() => {
    hint.textContent = hintText();
  });

  show();
  root.append(
    el("h2", { class: "unseen" }, "Functions"),
    el("div", { class: "search" }, el("label", { for: search.id }, "Find a function"), search, hint),
    list,
  );
};

export const functionsSection: Section = { id: "functions", label: "Functions", icon: functionsIcon, mount };
