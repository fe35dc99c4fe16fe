// Newer data: look for it, see what it changes, apply it, go back.
import { kilobytes, refusal } from "../../refresh/faults";
import type { Checked } from "../../refresh/fetch/check";
import { part } from "../../refresh/load-chunk";
import type { Refresh } from "../../refresh/refresh";
import type { Candidate } from "../../refresh/state";
import type { PaneContext } from "../context";
import { button, el, fill, type Child } from "../dom";
import { longDay, versionDay } from "../../common/words";
import { Work, type Steps } from "../work";
import { address } from "./address";
import { movesView } from "./value-changes-view";
import { recalculated } from "./recalculated";
import { otherServed, PANE } from "./reload";
import { scopeField } from "./scope";

interface Fetched {
  readonly candidate: Candidate;
  /** What it changes, as it is shown. */
  readonly changes: readonly Child[];
}

const fetched = async (refresh: Refresh, checked: Checked, { signal, progress }: Steps): Promise<Fetched> => {
  const { version, bytes } = checked.latest;
  const says = `Fetching the data of ${versionDay(version)}`;
  progress(`${says}: ${kilobytes(bytes)}.`);
  const candidate = await refresh.fetch(checked, {
    signal,
    onProgress: (got, of) => {
      progress(`${says}: ${kilobytes(got)} of ${kilobytes(of)}.`, got, of);
    },
  });
  const { changesView } = await part(() => import(/* webpackChunkName: "release" */ "./changes"));
  return { candidate, changes: changesView(candidate.comparison, candidate.coins) };
};

export const newerData = (context: PaneContext, refresh: Refresh): readonly HTMLElement[] => {
  const state = el("div");
  const result = el("div", { class: "offer" });
  const check = button("Check for updates", { class: "primary" }, () => void look());
  const undo = button("", { class: "small" }, () => void goBack());
  const work = new Work(context, check);
  let looking: AbortController | undefined;
  /** What waits for a decision below the button. */
  let offered: Candidate | undefined;

  const close = (): void => {
    looking?.abort();
    looking = undefined;
    offered = undefined;
    const hadFocus = result.contains(document.activeElement);
    fill(result);
    check.className = "primary";
    if (hadFocus) check.focus();
  };

  const look = (): Promise<void> =>
    work.runCancellable("Checking for newer data.", async (steps) => {
      close();
      const checked = await refresh.check(steps.signal);
      const served = refresh.servedBuild(steps.signal);
      const found = checked.isNewer ? await fetched(refresh, checked, steps) : undefined;
      const reload = otherServed(await served, PANE, context.workbook.host);
      if (context.signal.aborted) return;
      if (found) offer(found, reload);
      else {
        const newest = `This server has nothing newer than ${versionDay(checked.latest.version)}; its newest report is of ${longDay(refresh.base.newestReport)}.`;
        work.say(reload === undefined ? "done" : "look", reload === undefined ? newest : `${newest} ${reload}`);
      }
    });

  const offer = ({ candidate, changes }: Fetched, reload: string | undefined): void => {
    const { from, to } = candidate.comparison;
    offered = candidate;
    looking = new AbortController();
    const announce = (moves: string): void => {
      const newer = `Newer data is available, of ${versionDay(to)}. Nothing has been applied yet.`;
      context.announce([newer, moves, ...(reload === undefined ? [] : [reload])].join(" "));
    };
    work.clear();
    check.className = "small";
    fill(
      result,
      reload !== undefined && el("div", { class: "outcome", "data-tone": "look" }, el("p", {}, reload)),
      el("h3", {}, `What changes from ${versionDay(from)} to ${versionDay(to)}`),
      ...changes,
      el("h3", {}, "Cells whose values will change"),
      movesView(context, { record: candidate.record, signal: looking.signal, announce }),
      scopeField(context) ?? "",
      el(
        "p",
        { class: "actions" },
        button("Apply", { class: "primary" }, () => void apply(candidate)),
        button("Not now", { class: "small" }, () => {
          close();
          work.clear();
        }),
      ),
    );
  };

  /** The offer stays when the change is refused and can be tried again: there may be no room. */
  const change = (by: () => void): void => {
    const before = offered;
    offered = undefined;
    try {
      by();
    } catch (error) {
      if (before && refresh.isCurrent(before)) offered = before;
      else close();
      throw error;
    }
    close();
  };

  const apply = (candidate: Candidate): Promise<void> =>
    work.run("Applying the data.", async () => {
      await context.calculation.possible();
      change(() => {
        refresh.apply(candidate);
      });
      await recalculated(context, work, `The data of ${versionDay(candidate.release.version)} is in use.`);
    });

  const goBack = (): Promise<void> =>
    work.run("Changing the data.", async () => {
      close();
      await context.calculation.possible();
      refresh.undo();
      await recalculated(context, work, `The data of ${versionDay(refresh.state.version)} is in use again.`);
    });

  const show = (): void => {
    const { version, isBundled, before, sentences } = refresh.state;
    fill(
      state,
      el(
        "p",
        {},
        `Data of ${versionDay(version)}, ${isBundled ? "as it came with the add-in" : "brought in by an update"}.`,
      ),
      ...sentences.map((sentence) => el("div", { class: "outcome", "data-tone": "look" }, el("p", {}, sentence))),
    );
    undo.hidden = before === undefined;
    undo.textContent = `Undo: back to ${versionDay(before ?? "")}`;
    if (!offered || refresh.isCurrent(offered)) return;
    close();
    work.say("look", refusal("changed-meanwhile").message);
  };
  show();
  context.signal.addEventListener("abort", refresh.onChanged(show));
  return [
    el("h2", {}, "Newer data"),
    state,
    el("p", { class: "actions" }, check, undo),
    // Under the button that was pressed, Apply or Check: one of them is always the last.
    result,
    work.element,
    address(context, refresh),
  ];
};
