/** How use compares with time, from far below to far above even use (bands of CodexBar's `UsagePace`). */
export const paceBands = [
  'far-below',
  'below',
  'slightly-below',
  'even',
  'slightly-above',
  'above',
  'far-above',
] as const;
export type PaceBand = (typeof paceBands)[number];

/** The pace of a limit window as of its reading. */
export interface LimitPace {
  /** Share of the window's time that had passed, 0 to 100; of its work time where it lasts days. */
  readonly elapsedPercent: number;
  /** Used percent less elapsed percent: above 0, the window fills faster than its time passes. */
  readonly deltaPercent: number;
  readonly band: PaceBand;
}
