// What the page is waiting for, in words and as a bar, until the workbook is there.
const STEPS = 3;

const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });

export class Progress {
  private reached = 0;
  private readonly bar: HTMLProgressElement;
  private readonly words: HTMLElement;

  constructor(private readonly root: HTMLElement) {
    this.bar = document.createElement("progress");
    this.bar.max = STEPS;
    this.bar.setAttribute("aria-label", "Opening the workbook");
    this.words = document.createElement("p");
    this.words.setAttribute("role", "status");
    root.replaceChildren(this.words, this.bar);
  }

  /** Shows the next step and waits until it can be seen: what follows may keep the page busy. */
  async step(words: string): Promise<void> {
    this.words.textContent = words;
    this.bar.value = this.reached++;
    await painted();
  }

  done(): void {
    this.root.remove();
  }

  failed(words: string): void {
    this.words.setAttribute("role", "alert");
    this.words.textContent = words;
    this.bar.remove();
  }
}
