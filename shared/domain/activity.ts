/**
 * What is recorded about a person's use of AI: time on a site, time with an app in front, commands of a shell, and
 * requests to an API that a browser sent.
 */
export const activityKinds = ['site', 'app', 'command', 'api'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Where a number comes from: a browser's history, its extension, the window in front, a shell's history, or processes. */
export const activityOrigins = ['history', 'extension', 'focus', 'shell-history', 'processes'] as const;
export type ActivityOrigin = (typeof activityOrigins)[number];

/** What sites and apps are for; ai-cost-observer's words. */
export const activityCategories = ['chat', 'code', 'search', 'image', 'video', 'audio', 'api', 'local'] as const;
export type ActivityCategory = (typeof activityCategories)[number];

/** Numbers about one site, app, tool or API within one slot of time. It never says what a person did there. */
export interface ActivityRow {
  /** Start of the slot, UTC milliseconds, a multiple of its length; 0 where the time is unknown. */
  readonly startMs: number;
  /** A quarter of an hour at first, a day (UTC) later; 0 where the time is unknown. */
  readonly grainMs: 0 | 900_000 | 86_400_000;
  readonly kind: ActivityKind;
  /** The listed domain (with its path prefix), the id of an app or tool, or the tool behind an API. */
  readonly name: string;
  /** The browser, the shell, or the model of an API; empty where there is nothing to distinguish. */
  readonly via: string;
  readonly origin: ActivityOrigin;
  readonly activeMs: number;
  /** Visits, commands or requests. */
  readonly count: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}
