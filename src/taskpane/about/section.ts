// The section About: what this is, its versions, where its data come from, and where to read more.
import { catalogue, onRecordReplaced, record } from "../../functions";
import type { PaneContext, Section } from "../context";
import { definitions, el, fill, link } from "../dom";
import { bundledKey } from "../../refresh/fetch/key";
import { aboutIcon } from "../icons";
import { PANE } from "../updates/reload";
import { count } from "../../common/words";

/** On the machine that built it a development key is what is wanted. */
const isAtHome = (): boolean => ["localhost", "127.0.0.1", "[::1]", ""].includes(location.hostname);

const DEVELOPMENT =
  "This copy has the development key of the computer that built it: it accepts no update signed by anyone else. Whoever hosts it should rebuild it with --env key=FILE, as the deployment guide describes.";

const KEYS = {
  release: "with the publisher’s key",
  development: "with a development key: this copy is for trying out, not for publishing",
  none: "no key in this copy: it accepts no updates",
} as const;

const mount = (root: HTMLElement, context: PaneContext): void => {
  const { shortcuts } = context;
  const versions = el("div");
  const show = (): void => {
    fill(
      versions,
      definitions({ class: "facts" }, [
        ["Add-in", PANE.addin],
        ["Build", PANE.build],
        ["Record", record().version],
        ["Functions", count(catalogue.length)],
        ["Updates checked", KEYS[bundledKey()?.kind ?? "none"]],
        ...context.diagnostics(),
      ]),
    );
  };
  show();
  context.signal.addEventListener("abort", onRecordReplaced(show));
  root.append(
    el("h2", {}, "What this is"),
    el(
      "p",
      {},
      "Worksheet functions for the bitcoin treasuries of listed miners: what they reported, what follows from it, and how many coins may come to market. The record is inside the add-in: formulas ask no server and send nothing.",
    ),
    el("ul", { class: "links" }, el("li", {}, link("Help and all functions", `${context.helpUrl}index.html`))),
    ...(shortcuts.length === 0
      ? []
      : [
          el("h2", {}, "Keys"),
          definitions({ class: "facts" }, [...shortcuts, ["from", "any cell, not from the pane"]]),
        ]),
    el("h2", {}, "Versions"),
    versions,
    ...(bundledKey()?.kind === "development" && !isAtHome()
      ? [el("div", { class: "outcome", "data-tone": "look" }, el("p", {}, DEVELOPMENT))]
      : []),
    el("h2", {}, "Where the data comes from"),
    el(
      "p",
      {},
      "The companies’ monthly updates, quarterly reports and filings; where none was available, press articles that cite one, marked secondary. Price, difficulty and fees come from public series. Each row keeps its source and its date of publication, and a missing figure stays missing.",
    ),
    el("h2", {}, "Licences"),
    el(
      "p",
      {},
      "The add-in is under the MIT licence. The figures are facts that the named sources published; their texts and trademarks remain theirs. Not investment advice.",
    ),
  );
};

export const aboutSection: Section = { id: "about", label: "About", icon: aboutIcon, mount };
