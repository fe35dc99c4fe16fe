// Parts of the add-in that most openings of the pane never need are loaded when they are.
import { refusal } from "./faults";

/** `load` imports it; a failure is told as a sentence. */
export const part = async <Part>(load: () => Promise<Part>): Promise<Part> => {
  try {
    return await load();
  } catch {
    throw refusal("part");
  }
};
