// What the ribbon and the shortcuts do: names and waiting are the functions' script's (functions/commands.ts). What went
// wrong is told in the pane, which opens for it: the ribbon itself can say nothing.
import { insertName, MENU, onCommand, type CommandEvent, type CommandName } from "../functions";
import type { Workbook } from "../workbook/port";
import { refresh } from "./models/repair";
import { insertTemplate, loadTemplates } from "./models/section";
import type { Pane } from "./pane";
import { sentenceOf } from "../common/words";

const insert = async (workbook: Workbook, id: string): Promise<void> => {
  const template = (await loadTemplates()).find((each) => each.id === id);
  if (template) await insertTemplate(workbook, template);
};

type Command = () => Promise<unknown>;

export const commandsOf = (pane: Pane, workbook: Workbook): Readonly<Record<CommandName, Command>> => ({
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
  ...(Object.fromEntries(MENU.map((id) => [insertName(id), () => insert(workbook, id)])) as Record<
    ReturnType<typeof insertName>,
    Command
  >),
});

export interface Started {
  readonly pane: Pane;
  readonly workbook: Workbook;
}

/** Runs commands from now on, each once the pane has started; undefined where it could not and says why. */
export const takeCommands = (started: Promise<Started | undefined>): void => {
  const done = async (name: CommandName, event: CommandEvent): Promise<void> => {
    const there = await started;
    try {
      await (there ? commandsOf(there.pane, there.workbook)[name]() : Office.addin.showAsTaskpane());
    } catch (error) {
      await Office.addin.showAsTaskpane();
      there?.pane.tell(sentenceOf(error));
    } finally {
      event?.completed();
    }
  };
  onCommand((name, event) => void done(name, event));
};
