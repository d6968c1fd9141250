import type { ActivityCategory } from './activity.ts';

/** Numbers about one site, app, tool or API over a span. */
export interface ActivitySum {
  /** The listed domain, the id of an app or tool, or the tool behind an API. */
  readonly name: string;
  readonly label: string;
  /** Null for tools, and for what is not listed any more. */
  readonly category: ActivityCategory | null;
  /** The browsers or shells that it was used with, or the models of an API; sorted. */
  readonly via: readonly string[];
  /** 0 where only calls are counted. */
  readonly activeMs: number;
  readonly activeKind: ActiveTimeKind;
  /** Visits, commands or requests. */
  readonly count: number;
  /** The part of these whose time is unknown. */
  readonly undatedCount: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Dollars an hour of active use, a guess; null where there is none. */
  readonly usdPerHour: number | null;
  /**
   * Millionths of a dollar, always an estimate: active time at that rate, or tokens at list prices. Null where neither
   * is known.
   */
  readonly costMicroUsd: number | null;
}

/**
 * `measured` by the extension or by the window in front; `estimated` from the visits of a history, at least in part;
 * `unknown` where only calls are counted.
 */
export const activeTimeKinds = ['measured', 'estimated', 'unknown'] as const;
export type ActiveTimeKind = (typeof activeTimeKinds)[number];

/** Why a browser's history could not be read. */
export const historyFailures = ['not-allowed', 'too-large', 'unreadable'] as const;
export type HistoryFailure = (typeof historyFailures)[number];

/** Whether it is known which window is in front: off, known, or not on this desktop. */
export const focusStates = ['off', 'known', 'unknown'] as const;
export type FocusState = (typeof focusStates)[number];

/** The use of AI sites, apps, tools and APIs over a span. */
export interface ActivityReport {
  readonly generatedAtMs: number;
  readonly timeZone: string;
  /** What the person has turned on. */
  readonly isOn: {
    readonly sites: boolean;
    readonly apps: boolean;
    readonly commands: boolean;
    readonly receiver: boolean;
  };
  readonly focus: FocusState;
  readonly failures: readonly { readonly browser: string; readonly failure: HistoryFailure }[];
  /** When the rates were last checked: `2026-11-26`. */
  readonly ratesDate: string;
  readonly sites: readonly ActivitySum[];
  readonly apps: readonly ActivitySum[];
  readonly commands: readonly ActivitySum[];
  readonly apis: readonly ActivitySum[];
}
