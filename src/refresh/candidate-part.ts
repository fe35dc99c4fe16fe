// Loads the part of the add-in that brings a release in: most openings of the pane never need it.
import { refusal } from "./faults";

export const loadCandidatePart = async () => {
  try {
    return await import(/* webpackChunkName: "release" */ "./candidate");
  } catch {
    throw refusal("part");
  }
};
