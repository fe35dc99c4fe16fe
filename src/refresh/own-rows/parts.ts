// Long work in parts: after each the page may paint, scroll and take keys.

/** What a part may take; a page answers at once up to a tenth of a second. */
const PART_MS = 40;

/** Resolves once the page has had its turn. */
export const eachPart = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Runs to the end at once. */
export const atOnce = <Result>(steps: Generator<number, Result>): Result => {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};

/** Runs in parts; `told` hears what each part came to. */
export const inParts = async <Result>(
  steps: Generator<number, Result>,
  told: (done: number) => void,
): Promise<Result> => {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < PART_MS) continue;
    told(step.value);
    await eachPart();
    since = performance.now();
  }
};
