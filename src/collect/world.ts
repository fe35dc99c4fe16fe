// What the command needs of the world around it. All of it is handed in, so that a test can be the world.

/** Where a person reads and answers. */
export interface Terminal {
  /** Whether a person sits there. */
  readonly isInteractive: boolean;
  /** Writes a line. */
  say(line: string): void;
  /** The next key pressed, in lower case; "q" when the input has ended. */
  key(): Promise<string>;
  /** A line of text, asked for with a few words. */
  ask(words: string): Promise<string>;
  /** Shows an address in the person's browser. */
  open(address: string): Promise<void>;
}

export interface World {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly terminal: Terminal;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  /** The folder of the record's CSV files. */
  readonly dataFolder: string;
  /** The folder, ignored by git, of answers and proposals. */
  readonly workFolder: string;
}
