// The files' chunk: loaded when a file is opened or downloaded for the first time.
export { download, fileNameOf } from "./download";
export { liveBook } from "./live-from-grid";
export { bookIn } from "./open/book-in";
export { NotOpened, tooLarge } from "./open/kind";
