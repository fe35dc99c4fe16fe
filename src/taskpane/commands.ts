// What the ribbon and the shortcuts call: names as in the manifest and in shortcuts.ts, and what each does. What went
// wrong is told in the pane, which opens for it: the ribbon itself can say nothing.
import type { Workbook } from "../workbook/port";
import { refresh } from "./models/repair";
import { insertTemplate, loadTemplates } from "./models/section";
import type { Pane } from "./pane";
import { sentenceOf } from "../common/words";

/** Ids of the templates in the ribbon's menu. */
export const MENU = ["comps", "overhang", "scenario", "sensitivity", "thesis"] as const;

/** "comps" is insertComps. */
const insertName = (id: string): string => `insert${id.charAt(0).toUpperCase()}${id.slice(1)}`;

const insert = async (workbook: Workbook, id: string): Promise<void> => {
  const template = (await loadTemplates()).find((each) => each.id === id);
  if (template) await insertTemplate(workbook, template);
};

type Command = () => Promise<unknown>;

export const commandsOf = (pane: Pane, workbook: Workbook): Readonly<Record<string, Command>> => ({
  // The ribbon's own button needs no command for it.
  showPane: () => Office.addin.showAsTaskpane(),
  explain: async () => {
    await Office.addin.showAsTaskpane();
    pane.open("explain");
  },
  refresh: async () => {
    const { found } = await refresh(workbook, "workbook");
    if (found > 0) await pane.calculated("workbook");
  },
  ...Object.fromEntries(MENU.map((id) => [insertName(id), () => insert(workbook, id)])),
});

/** Only inside Excel, after Office.onReady. */
export const associateCommands = (pane: Pane, workbook: Workbook): void => {
  /** Of a shortcut, Excel gives no event. */
  const run = async (command: Command, event: Office.AddinCommands.Event | null): Promise<void> => {
    try {
      await command();
    } catch (error) {
      await Office.addin.showAsTaskpane();
      pane.tell(sentenceOf(error));
    } finally {
      event?.completed();
    }
  };
  for (const [name, command] of Object.entries(commandsOf(pane, workbook))) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event | null) => void run(command, event));
  }
};
