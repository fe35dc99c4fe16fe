// Everything that is given random input.
import { FILES } from "./files";
import { FUNCTIONS } from "./functions";
import type { Subject } from "./subject";

export const SUBJECTS: readonly Subject[] = [...FUNCTIONS, ...FILES];
