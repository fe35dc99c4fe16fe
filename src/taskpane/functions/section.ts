// The section Functions: search, the list by group, and the way through it by keyboard alone.
import { catalogue, type Group, type WorksheetFunction } from "../../functions";
import { builder, type Builder, type Standing } from "../builder/builder";
import { standingIn } from "../builder/calls-in-cell";
import type { PaneContext, Section } from "../context";
import { button, el, fill } from "../dom";
import { functionsIcon } from "../icons";
import { counted } from "../../common/words";
import { entry, type Entry } from "./entry";
import { find } from "./find";

const GROUPS: readonly (readonly [Group, string])[] = [
  ["record", "Record"],
  ["economics", "Economics"],
  ["scenarios", "Scenarios"],
];

/** Calls of one formula that are offered for a change; deeper ones are reached by changing the outer one. */
const MOST_STANDING = 3;

const KINDS = ["insertButton", "formButton", "unfoldButton"] as const;

/** Arrow keys inside the list: up and down along the same kind of button, right and left to unfold and fold. */
const moveInside = (list: HTMLElement, shown: () => readonly Entry[], backToSearch: () => void): void => {
  list.addEventListener("keydown", (event) => {
    const target = event.target;
    const kind = KINDS.find((each) => shown().some((entry) => entry[each] === target));
    const at = kind ? shown().findIndex((each) => each[kind] === target) : -1;
    const here = shown()[at];
    if (!here || !kind) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") here.unfold(event.key === "ArrowRight");
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const to = shown()[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (to) to[kind].focus();
      else if (event.key === "ArrowUp") backToSearch();
    } else return;
    event.preventDefault();
  });
};

const mount = (root: HTMLElement, context: PaneContext): void => {
  let form: Builder | undefined;
  const openForm = (of: WorksheetFunction, call: string, standing?: Standing): void => {
    const from = document.activeElement;
    const back = (): void => {
      form?.element.remove();
      form = undefined;
      list.hidden = false;
      showStanding();
      if (from instanceof HTMLElement && from.isConnected) from.focus();
      else search.focus();
    };
    form = builder(context, of, call, standing, back);
    list.hidden = true;
    root.append(form.element);
    form.first.focus();
  };
  const entries = new Map(catalogue.map((each) => [each.id, entry(context, each, openForm)]));
  const search = el("input", {
    type: "search",
    id: "pane-search",
    placeholder: "Name or word",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "pane-hint",
  });
  const hint = el("p", { class: "caption", id: "pane-hint" });
  const found = el("div", { class: "functions" });
  const standing = el("div", { class: "standing" });
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
    const matches = find(catalogue, search.value).flatMap(({ id }) => entries.get(id) ?? []);
    const isAll = search.value.trim() === "";
    const groups = isAll
      ? GROUPS.map(([group, label]) => ({ label, members: matches.filter(({ of }) => of.group === group) }))
      : [{ label: counted(matches.length, "match", "matches"), members: matches }];
    shown = groups.flatMap(({ members }) => members);
    fill(
      found,
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
    found,
    () => shown,
    () => {
      search.focus();
    },
  );
  const showStanding = (): void => {
    const calls = standingIn(context.activeCell.now()).slice(0, MOST_STANDING);
    fill(
      standing,
      ...calls.map(({ of, standing: at }) =>
        el(
          "div",
          { class: "row" },
          el("span", {}, `${at.cell.address} holds ${of.id}`),
          button("Change", { class: "small", "aria-label": `Change ${of.id} in ${at.cell.address}` }, () => {
            openForm(of, at.call, at);
          }),
        ),
      ),
    );
  };
  context.activeCell.onChange(() => {
    hint.textContent = hintText();
    form?.moved();
    if (!form) showStanding();
  });

  const list = el(
    "div",
    {},
    el("h2", { class: "unseen" }, "Functions"),
    standing,
    el("div", { class: "search" }, el("label", { for: search.id }, "Find a function"), search, hint),
    found,
  );
  show();
  showStanding();
  root.append(list);
};

export const functionsSection: Section = { id: "functions", label: "Functions", icon: functionsIcon, mount };
