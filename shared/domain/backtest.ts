/** The quantities that a replay of the history forecasts. */
export const backtestQuantities = ['block-total', 'day-total', 'week-total', 'run-out'] as const;
export type BacktestQuantity = (typeof backtestQuantities)[number];

/** How well one method forecast one quantity. Null: it does not apply, or there was nothing to judge. */
export interface BacktestRow {
  readonly quantity: BacktestQuantity;
  readonly method: string;
  /** The share of the window that had passed; null: all moments together. */
  readonly elapsedShare: number | null;
  /** Forecasts made with at least this many days of history, and fewer than in the next such row; null: all of them. */
  readonly historyDays: number | null;
  readonly forecasts: number;
  /** The median absolute error of the median, in shares of the total. */
  readonly medianApe: number | null;
  /** The mean pinball loss over the mean total. */
  readonly pinball: number | null;
  /** The share of totals within the 80 % interval. */
  readonly coverage80: number | null;
  /** Windows with an alarm that did not run out, and windows that did without an alarm before. */
  readonly falseAlarms: number | null;
  readonly missed: number | null;
  /** The mean squared error of the probability; and how much lower it is than with the person's own base rate. */
  readonly brier: number | null;
  readonly brierSkill: number | null;
  /** Minutes from the alarm to running out, in the median. */
  readonly leadMinutes: number | null;
}
