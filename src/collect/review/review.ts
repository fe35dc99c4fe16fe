// One proposal at a time, at a terminal. Nothing is taken without a key, and every answer is saved at once.
import { counted } from "../../common/words";
import { WrongUse } from "../failure";
import { decided, openIn, readStore, writeStore, type Decision } from "../store";
import type { Proposal } from "../proposal";
import type { World } from "../world";
import { factsOf, titleOf } from "./facts";

const KEYS = "a accept, r reject, s skip (Enter), o open the address, q quit";

/** What documents print must not steer the terminal. */
const harmless = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");

export const review = async (world: World, file: string): Promise<void> => {
  const { terminal } = world;
  if (!terminal.isInteractive) {
    throw new WrongUse("--review asks a person: run it in a terminal. Nothing was decided.");
  }
  let stored = readStore(file);
  const open = openIn(stored);
  if (open.length === 0) terminal.say("There is nothing to decide on.");
  let answers = 0;
  for (const [at, proposal] of open.entries()) {
    show(world, proposal, `${at + 1} of ${open.length}`);
    const answer = await answerOn(world, proposal);
    if (answer === "quit") break;
    if (answer === "skip") continue;
    stored = decided(stored, proposal.id, answer);
    writeStore(file, stored);
    answers++;
  }
  terminal.say(`${counted(answers, "answer")} saved. To write what was accepted: npm run data:collect -- --apply`);
};

const show = ({ terminal }: World, proposal: Proposal, place: string): void => {
  terminal.say("");
  terminal.say(`${place}  ${harmless(titleOf(proposal))}`);
  for (const { name, text } of factsOf(proposal)) terminal.say(`  ${name.padEnd(11)} ${harmless(text)}`);
};

const answerOn = async (world: World, { hash, source }: Proposal): Promise<Decision | "skip" | "quit"> => {
  const { terminal } = world;
  for (;;) {
    terminal.say(`  ${KEYS}`);
    switch (await terminal.key()) {
      case "a":
        return { kind: "accept", hash };
      case "r": {
        const reason = (await terminal.ask("  Why not? ")).trim();
        if (reason !== "") return { kind: "reject", hash, reason };
        terminal.say("  A rejection needs a reason.");
        break;
      }
      case "o":
        await terminal.open(source.url);
        break;
      case "q":
        return "quit";
      case "s":
      case "return":
      case "enter":
        return "skip";
      default:
        break;
    }
  }
};
