// What can be done to all formulas of ours at once: refresh, repair, audit, freeze.
import type { Scope } from "../../workbook/port";
import { part } from "../../refresh/load-chunk";
import type { PaneContext } from "../context";
import { button, el, type Child } from "../dom";
import { counted } from "../../common/words";
import type { Frozen, unfreeze } from "./freeze";
import { refresh, repair } from "./repair";
import { tool, type Tool } from "./tool";

const SCOPES: readonly (readonly [Scope, string])[] = [
  ["workbook", "the whole workbook"],
  ["sheet", "this sheet"],
  ["selection", "the selected cells"],
];

const NONE = "No formulas from this add-in here.";

const loadAudit = () => part(() => import(/* webpackChunkName: "audit" */ "./audit"));
const loadFreeze = () => part(() => import(/* webpackChunkName: "audit" */ "./freeze"));

const undoable = (context: PaneContext, frozen: Frozen, bringBack: typeof unfreeze): readonly Child[] => {
  const says = el(
    "p",
    {},
    `${counted(frozen.cells.length, "formula")} frozen. They are kept on the sheet ${frozen.sheet}.`,
  );
  const undo = button("Undo", { class: "small" }, () => {
    undo.disabled = true;
    bringBack(context.workbook, frozen).then(
      ({ back, changed }) => {
        const left = changed > 0 ? ` ${counted(changed, "cell")} had been changed since and were left alone.` : "";
        says.textContent = `${counted(back, "formula")} restored.${left}`;
        context.announce(says.textContent);
        undo.remove();
      },
      (error: unknown) => {
        undo.disabled = false;
        says.textContent = error instanceof Error ? error.message : "The formulas could not be restored.";
        context.announce(says.textContent);
      },
    );
  });
  return [says, el("p", { class: "actions" }, undo)];
};

const toolsFor = (scope: () => Scope): readonly Tool[] => [
  {
    label: "Refresh",
    primary: true,
    says: "Recalculates; re-enters errors and formulas that Excel skips.",
    run: async ({ workbook, calculation }) => {
      const { found, entered } = await refresh(workbook, scope());
      if (found === 0) return [NONE];
      await calculation.calculated(scope());
      const again = entered > 0 ? ` ${counted(entered, "formula")} re-entered.` : "";
      return [`${counted(found, "formula")} calculated.${again}`];
    },
  },
  {
    label: "Repair",
    says: "#NAME?, _xldudf_ and other files’ prefixes, in the whole workbook.",
    run: async ({ workbook }) => {
      const { found, entered } = await repair(workbook);
      if (found === 0) return [NONE];
      return [
        entered === 0
          ? `None of ${counted(found, "formula")} needs repair.`
          : `${counted(entered, "formula")} repaired.`,
      ];
    },
  },
  {
    label: "Audit sheet",
    says: "Each formula with value, record and sources, on a new sheet.",
    run: async ({ workbook, today }) => {
      const { audit } = await loadAudit();
      const made = await audit(workbook, scope(), today());
      return [made ? `${counted(made.count, "formula")} listed on the sheet ${made.name}.` : NONE];
    },
  },
  {
    label: "Freeze to values",
    says: "Replaces formulas by their values; a new sheet keeps the formulas.",
    run: async (context) => {
      const freezing = await loadFreeze();
      const frozen = await freezing.freeze(context.workbook, scope(), context.today());
      return frozen ? undoable(context, frozen, freezing.unfreeze) : [NONE];
    },
  },
];

export const tools = (context: PaneContext): readonly HTMLElement[] => {
  const scope = el("select", { id: "pane-scope" }, ...SCOPES.map(([value, label]) => el("option", { value }, label)));
  const chosen = (): Scope => SCOPES.find(([value]) => value === scope.value)?.[0] ?? "workbook";
  return [
    el("div", { class: "field" }, el("label", { for: scope.id }, "Formulas of this add-in in"), scope),
    el("ul", { class: "tools" }, ...toolsFor(chosen).map((each) => tool(context, each))),
  ];
};
