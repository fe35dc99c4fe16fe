// Limits that more than one room goes by.

/** A report carried forward for longer is called old: a quarter and the time to publish it. */
export const OLD_AFTER_DAYS = 120;
