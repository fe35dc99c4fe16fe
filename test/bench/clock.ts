// Time of the processor, not of the wall: on a busy machine a long run is hardly ever alone, and ratios would tell of that.

/** Seconds that this process has worked until now, its helper threads included. */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
