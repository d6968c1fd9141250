import type { SourceId } from '../../../shared/domain/ids.ts';
import type { RunOut } from '../../../shared/domain/forecast.ts';
import { minuteMs } from '../../../shared/domain/instant.ts';
import { toLimitKey } from '../../../shared/domain/limit-id.ts';
import {
  toAgeMs,
  toHeadroomPercent,
  toLimitOutlook,
  toLimitTitle,
  type LimitAmount,
  type LimitOutlook,
  type LimitWindow,
} from '../../../shared/domain/limit-window.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { describeLimit } from '../../../shared/snapshot/describe-limit.ts';
import { findRunOut, toLimitsOutlook } from '../../../shared/snapshot/outlook.ts';
import { toLevel, type Level } from '../../../shared/domain/level.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';

const { format, limits: words } = messages;

/** What the display of limits depends on. */
export interface LimitsContext {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly thresholdsPercent: readonly number[];
  readonly labelOf: (source: SourceId) => string;
}

/** One limit window, ready to show. */
export interface LimitView {
  readonly id: string;
  /** `Weekly limit`. */
  readonly name: string;
  /** Agent and plan: `Agent · plus`. */
  readonly owner: string;
  /** The main fact in one sentence: `Weekly limit runs out Fri 14:00`. */
  readonly sentence: string;
  /** A second sentence, or null. */
  readonly detail: string | null;
  /** Null when the provider gives amounts only. */
  readonly usedPercent: number | null;
  readonly usedText: string | null;
  readonly leftText: string | null;
  /** `resets in 2h 10m`, or null when the provider does not say. */
  readonly resetText: string | null;
  readonly resetTitle: string | null;
  readonly level: Level;
  readonly provenance: LimitOutlook['provenance'];
  /** Age of the reading, when it is old. */
  readonly ageText: string | null;
  /** Share of the window's time that has passed, 0 to 100: where even use would be. Null when unknown. */
  readonly elapsedPercent: number | null;
}

/** The limits: the binding window first. */
export interface LimitsView {
  readonly binding: LimitView | null;
  readonly others: readonly LimitView[];
  /** Announced to screen readers when a limit is near; otherwise empty. */
  readonly alert: string;
}

/** Prepares the limits for display; without a binding window the fullest one comes first. */
export function toLimitsView(limits: SnapshotSections['limits'], context: LimitsContext): LimitsView {
  const outlook = toLimitsOutlook(limits, context.nowMs);
  const views = limits.windows.map((window) => toLimitView(window, context, findRunOut(limits.forecasts, window)));
  const first = outlook.binding ?? findFullest(outlook.windows);
  const binding = first === null ? null : (views[outlook.windows.indexOf(first)] ?? null);
  const others = views.filter((view) => view !== binding);
  const near = views.filter((view) => view.level !== 'normal');
  return {
    binding,
    others,
    alert: near.map((view) => words.near(view.owner, view.name, view.usedText)).join(' '),
  };
}

/** Prepares one window for display. `runOut`: what its forecast says. */
export function toLimitView(reading: LimitWindow, context: LimitsContext, runOut: RunOut | null = null): LimitView {
  const { nowMs, timeZone } = context;
  const window = toLimitOutlook(reading, nowMs, runOut);
  const name = words.windowName(toLimitTitle(window));
  const resets = window.resetsAtMs;
  const isOver = resets !== null && resets <= nowMs;
  const isStale = window.provenance === 'stale';
  return {
    id: toLimitKey(window.id),
    name,
    owner: words.owner(context.labelOf(window.source), window.planType === null ? null : cleanText(window.planType)),
    ...describeLimit(window, { messages, nowMs, timeZone }),
    usedPercent: window.usedPercent,
    usedText: toFigure(window.usedPercent, window.amount?.used ?? null, window.amount, words.used, words.amountUsed),
    leftText: toFigure(
      toHeadroomPercent(window),
      window.amount?.remaining ?? null,
      window.amount,
      words.left,
      words.amountLeft,
    ),
    resetText: resets === null ? null : isOver ? words.hasReset : words.resetsIn(resets - nowMs),
    resetTitle: resets === null ? null : words.resetsAt(format.moment(resets, nowMs, timeZone)),
    level: toLevel(window.usedPercent ?? 0, context.thresholdsPercent),
    provenance: window.provenance,
    ageText: isStale ? words.age(toAgeMs(window, nowMs)) : null,
    elapsedPercent: toElapsedPercent(window, nowMs),
  };
}

function toFigure(
  percent: number | null,
  value: number | null,
  amount: LimitAmount | null,
  ofPercent: (percent: number) => string,
  ofAmount: (value: number, unit: LimitAmount['unit']) => string,
): string | null {
  if (percent !== null) return ofPercent(percent);
  return amount === null || value === null ? null : ofAmount(value, amount.unit);
}

function toElapsedPercent(window: LimitOutlook, nowMs: number): number | null {
  if (window.resetsAtMs === null || window.resetsAtMs <= nowMs || window.windowMinutes === null) return null;
  const lengthMs = window.windowMinutes * minuteMs;
  const elapsed = 100 * (1 - (window.resetsAtMs - nowMs) / lengthMs);
  return elapsed < 0 ? null : Math.min(100, elapsed);
}

function findFullest(windows: readonly LimitOutlook[]): LimitOutlook | null {
  let fullest: LimitOutlook | null = null;
  for (const window of windows) {
    if (fullest === null || (window.usedPercent ?? 0) > (fullest.usedPercent ?? 0)) fullest = window;
  }
  return fullest;
}
