// What went wrong, in a sentence that says what to do. Some failures end a run, others only one filing.

export class Failure extends Error {
  constructor(
    sentence: string,
    readonly endsRun = false,
  ) {
    super(sentence);
  }
}

/** Wrong use of the command: exit code 2. */
export class WrongUse extends Error {}

export const changed = (address: string, key: string): Failure =>
  new Failure(
    `The answer of ${address} has changed: ${key} is missing. Nothing was proposed from it; report it to the maintainers.`,
  );
