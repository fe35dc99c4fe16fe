// The version that this bundle was built as. The pane compares it with its own: the two are cached separately.
import about from "../../package.json";

export const VERSION: string = about.version;
