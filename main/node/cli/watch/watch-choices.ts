import type { ThemeName } from '../theme/themes.ts';

/** What the live view can show. */
export const watchViews = ['realtime', 'daily', 'monthly', 'session', 'processes'] as const;
export type WatchView = (typeof watchViews)[number];

/** How `fuelgauge watch` was asked to show it. */
export interface WatchChoices {
  readonly view: WatchView;
  readonly theme: ThemeName;
  /** Seconds between two drawings without a change, 1 to 60: remaining times and ages change with the clock. */
  readonly refreshSeconds: number;
  /** Maximum drawings per second, 0.1 to 20. */
  readonly drawingsPerSecond: number;
  /** Names the terminal's window after what is left. */
  readonly hasTitle: boolean;
  /** Draws once and ends. */
  readonly isOnce: boolean;
}

/** Without any option. */
export const defaultWatchChoices: WatchChoices = {
  view: 'realtime',
  theme: 'auto',
  refreshSeconds: 10,
  drawingsPerSecond: 5,
  hasTitle: false,
  isOnce: false,
};
