import type { AlertSubject } from '../domain/alert-intent.ts';
import { blockMs, isBlockLength, type Block } from '../domain/block.ts';
import type { SourceId } from '../domain/ids.ts';
import { minuteMs } from '../domain/instant.ts';
import { toLimitKey } from '../domain/limit-id.ts';
import { hasReset, isStale, toLimitTitle, type LimitWindow } from '../domain/limit-window.ts';

/** How full something is at a moment that fills up in cycles: a window, or a budget. */
export interface Measured {
  /** Permanently identifies it. */
  readonly key: string;
  /** Length of the window; null when it has none. */
  readonly windowMs: number | null;
  readonly usedPercent: number;
  /** End of the window's current cycle, UTC milliseconds; null when unknown. It may drift. */
  readonly resetsAtMs: number | null;
  readonly observedAtMs: number;
  /** Its cycles are the calendar's: they cannot move with a clock that jumps. */
  readonly isCalendar?: true;
}

/** How much of a window is used at a moment. */
export interface AlertObservation extends Measured {
  readonly source: SourceId;
  readonly subject: AlertSubject;
}

/** An active block and how much of its limit is used; a subset of the snapshot's `ActiveBlock`. */
export interface LimitedBlock {
  readonly block: Block;
  readonly limit: { readonly usedPercent: number } | null;
}

/**
 * The input for alerts: active blocks that have a limit, and limit windows whose readings can still be trusted, unless
 * they have ended since: what was used before says nothing about now. A block
 * whose source has a trusted 5-hour window of its own is left out, so that the user is not alerted twice.
 */
export function toAlertObservations(
  blocks: readonly LimitedBlock[],
  windows: readonly LimitWindow[],
  nowMs: number,
): readonly AlertObservation[] {
  const official = windows.filter((window) => !isStale(window, nowMs));
  const current = official.filter((window) => !hasReset(window, nowMs));
  const isReported = ({ source }: Block): boolean =>
    official.some((window) => window.source === source && isBlockLength(window.windowMinutes));
  return [
    ...current.flatMap((window) =>
      window.usedPercent === null
        ? []
        : [
            {
              key: toLimitKey(window.id),
              source: window.source,
              subject: { kind: 'limit' as const, ...toLimitTitle(window) },
              windowMs: window.windowMinutes === null ? null : window.windowMinutes * minuteMs,
              usedPercent: window.usedPercent,
              resetsAtMs: window.resetsAtMs,
              observedAtMs: nowMs,
            },
          ],
    ),
    ...blocks.flatMap(({ block, limit }) =>
      limit === null || block.endMs <= nowMs || isReported(block)
        ? []
        : [
            {
              key: `${block.source}:block`,
              source: block.source,
              subject: { kind: 'block' as const },
              windowMs: blockMs,
              usedPercent: limit.usedPercent,
              resetsAtMs: block.endMs,
              observedAtMs: nowMs,
            },
          ],
    ),
  ];
}

/**
 * When time alone changes the observations: the first instant, UTC milliseconds, at which a 5-hour window that keeps a
 * block out is no longer trusted; null when there is none.
 */
export function toNextObservationMs(
  blocks: readonly LimitedBlock[],
  windows: readonly LimitWindow[],
  nowMs: number,
): number | null {
  const replaced = new Set(blocks.flatMap(({ block, limit }) => (limit === null ? [] : [block.source])));
  const expiriesMs = windows
    .filter((window) => !isStale(window, nowMs) && isBlockLength(window.windowMinutes) && replaced.has(window.source))
    .map(({ trustedUntilMs }) => trustedUntilMs + 1);
  return expiriesMs.length === 0 ? null : Math.min(...expiriesMs);
}
