// Charts that the add-in keeps on the rows of their tables while it runs: told by their name, in a file as in Excel.

/** Ends the names of charts that follow; the user who renames one stops it. */
const FOLLOWS = " (follows its table)";

export const followingName = (title: string): string => title + FOLLOWS;
export const isFollowing = (name: string): boolean => name.endsWith(FOLLOWS);
