// Keys for what one does most, without the mouse. From here come the file that the manifest names, and what the pane
// says of them. Excel reads that file from version 2102 on (Mac 16.55), and older ones pass over it:
// https://learn.microsoft.com/office/dev/add-ins/design/keyboard-shortcuts

interface Shortcut {
  /** As in commands.ts. */
  readonly command: string;
  /** Named where Excel has to ask which of two add-ins a key is meant for. */
  readonly name: string;
  readonly letter: string;
}

/**
 * All three modifiers, as Microsoft asks of add-ins: Excel's own keys of that kind are function keys and arrows. Letters
 * that give no character with AltGr and Shift on common keyboards, as E (É, Ę) and X (Ź) do.
 */
const SHORTCUTS: readonly Shortcut[] = [
  { command: "showPane", name: "Show pane", letter: "M" },
  { command: "refresh", name: "Refresh formulas", letter: "R" },
  { command: "explain", name: "Explain the active cell", letter: "H" },
];

const keyOf = (letter: string): string => `Ctrl+Alt+Shift+${letter}`;
/** Control and Option together are VoiceOver's. */
const macKeyOf = (letter: string): string => `Command+Alt+Shift+${letter}`;

/** The file behind ExtendedOverrides in the manifest. */
export const shortcutsJson = {
  actions: SHORTCUTS.map(({ command, name }) => ({ id: command, type: "ExecuteFunction", name })),
  shortcuts: SHORTCUTS.map(({ command, letter }) => ({
    action: command,
    key: { default: keyOf(letter), mac: macKeyOf(letter) },
  })),
};

/** What each does and its keys, as they are called on this computer. */
export const shortcutTexts = (isMac: boolean): readonly (readonly [string, string])[] =>
  SHORTCUTS.map(({ name, letter }) => [name, isMac ? `⌘⌥⇧${letter}` : keyOf(letter)]);
