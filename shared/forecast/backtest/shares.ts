/** The shares of a window at which methods are compared, and the ages of a history, in days from which on. */
export const comparedShares = [0.25, 0.5, 0.75] as const;
export const historyAges = [0, 7, 14, 28] as const;
