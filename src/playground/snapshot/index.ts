// The files' chunk: loaded when a file is opened or downloaded for the first time.
export { download, fileNameOf } from "./download";
export { snapshotOf } from "./snapshot-from-grid";
export { bookIn } from "../../xlsx/read/book-in";
export { NotOpened, tooLarge } from "../../xlsx/read/kind";
