/** Decides whether something that died is started again: not for ever. */
export interface RestartBudget {
  /** Counts a death; whether there may be another start. */
  allows(nowMs: number): boolean;
}

/** Builds a budget of so many restarts within so many milliseconds. */
export function createRestartBudget(maxRestarts: number, windowMs: number): RestartBudget {
  let deathsMs: readonly number[] = [];
  return {
    allows(nowMs) {
      deathsMs = [...deathsMs.filter((atMs) => nowMs - atMs < windowMs), nowMs];
      return deathsMs.length <= maxRestarts;
    },
  };
}
