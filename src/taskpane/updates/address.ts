// Where updates come from: the add-in's own origin, or an address that the user sets.
import type { Refresh } from "../../refresh/refresh";
import type { PaneContext } from "../context";
import { button, el, fill } from "../dom";
import { sentenceOf } from "../../common/words";

export const address = (context: PaneContext, refresh: Refresh): HTMLElement => {
  const id = "pane-address";
  const field = el("input", { id, type: "url", placeholder: "https://…/latest.json", autocomplete: "off" });
  const now = el("p", { class: "caption" });
  const outcome = el("div");

  const show = (): void => {
    field.value = refresh.address ?? "";
    now.textContent =
      refresh.address === undefined
        ? "Updates come from where the add-in itself comes from."
        : `Updates come from ${refresh.address}`;
  };
  const set = (text: string | undefined): void => {
    try {
      refresh.setAddress(text);
      show();
      fill(outcome);
      context.announce(now.textContent);
    } catch (error) {
      fill(outcome, el("div", { class: "outcome", "data-tone": "error" }, el("p", {}, sentenceOf(error))));
      context.announce(sentenceOf(error));
    }
  };
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") set(field.value);
  });
  show();
  return el(
    "details",
    {},
    el("summary", {}, "Where updates come from"),
    now,
    el("div", { class: "field" }, el("label", { for: id }, "Address of another latest.json"), field),
    el(
      "p",
      { class: "actions" },
      button("Use this address", { class: "small" }, () => {
        set(field.value);
      }),
      button("Use the add-in’s own", { class: "small" }, () => {
        set(undefined);
      }),
    ),
    outcome,
  );
};
