// The door to Excel's ribbon and keys. Excel drops a command whose name nobody has associated when office.js says that
// it is ready (office-js issues 5176, 3378 and 2744; "First hour in Excel", checks 8 and 9): every name is known while
// this script loads, and what is asked for waits until the pane's code can do it.

/** Ids of the templates in the ribbon's menu. */
export const MENU = ["comps", "overhang", "scenario", "sensitivity", "valuation", "thesis", "skill"] as const;

type InsertName = `insert${Capitalize<(typeof MENU)[number]>}`;
/** "comps" is insertComps. */
export const insertName = (id: (typeof MENU)[number]): InsertName =>
  `insert${id.charAt(0).toUpperCase()}${id.slice(1)}` as InsertName;

/** As in the manifest and in shortcuts.ts. */
export type CommandName = "showPane" | "explain" | "refresh" | InsertName;
export const COMMANDS: readonly CommandName[] = ["showPane", "explain", "refresh", ...MENU.map(insertName)];

/** Of a key Excel gives no event. */
export type CommandEvent = Office.AddinCommands.Event | null;
type Run = (name: CommandName, event: CommandEvent) => void;

const waiting: Parameters<Run>[] = [];
let run: Run = (...asked) => {
  waiting.push(asked);
};

/** From now on `next` runs every command, those first that were asked for before. */
export const onCommand = (next: Run): void => {
  run = next;
  for (const asked of waiting.splice(0)) next(...asked);
};

/** The page is there and its own code is not: the pane then says what to do, and no button stays pressed. */
const showWhatIsWrong: Run = (_name, event) => {
  void Office.addin.showAsTaskpane().finally(() => event?.completed());
};

/** While the script loads, before Office is ready. */
export const associateCommands = (): void => {
  for (const name of COMMANDS) {
    Office.actions.associate(name, (event: CommandEvent) => {
      run(name, event);
    });
  }
  const untaken = run;
  globalThis.addEventListener("load", () => {
    if (run === untaken) onCommand(showWhatIsWrong);
  });
};
