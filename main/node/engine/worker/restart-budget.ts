/** Limits how often something that dies is restarted. */
export interface RestartBudget {
  /** Counts a death and returns whether a restart is allowed. */
  allows(nowMs: number): boolean;
}

/** Builds a budget of `maxRestarts` within `windowMs`. */
export function createRestartBudget(maxRestarts: number, windowMs: number): RestartBudget {
  let deathsMs: readonly number[] = [];
  return {
    allows(nowMs) {
      deathsMs = [...deathsMs.filter((atMs) => nowMs - atMs < windowMs), nowMs];
      return deathsMs.length <= maxRestarts;
    },
  };
}
