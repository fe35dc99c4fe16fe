// Says when the pane and the functions are of two versions: each is cached on its own, and an update may reach one first.

/** Undefined when both are of one version. A functions script without a version is older than any that tells it. */
export const reloadNeeded = (functions: string | undefined, pane: string): string | undefined => {
  if (functions === pane) return undefined;
  const found = functions === undefined ? "an earlier version" : `version ${functions}`;
  return `Reload needed: the pane is of version ${pane}, the functions in the cells are of ${found}. Close Excel and open it again; if this stays, clear Office’s cache.`;
};
