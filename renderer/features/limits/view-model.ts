import type { SourceId } from '../../../shared/domain/ids.ts';
import { minuteMs } from '../../../shared/domain/instant.ts';
import { toLimitKey } from '../../../shared/domain/limit-id.ts';
import {
  toAgeMs,
  toHeadroomPercent,
  toLimitTitle,
  type LimitAmount,
  type LimitWindow,
} from '../../../shared/domain/limit-window.ts';
import { formatWindowLabel } from '../../../shared/format/window-label.ts';
import { findBinding, type SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { formatAge, formatDuration } from '../../../shared/format/durations.ts';
import { formatLimitAmount } from '../../../shared/format/limit-amount.ts';
import { formatPercent } from '../../../shared/format/numbers.ts';
import { formatMoment } from '../../ui/moment.ts';
import { toLevel, type Level } from '../../../shared/domain/level.ts';

/** What the limits are seen against. */
export interface LimitsContext {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly thresholdsPercent: readonly number[];
  readonly labelOf: (source: SourceId) => string;
}

/** One limit window in words. */
export interface LimitView {
  readonly id: string;
  /** `Weekly limit`. */
  readonly name: string;
  /** Whose: `Codex · plus`. */
  readonly owner: string;
  /** What to know in one sentence: `Weekly limit runs out Fri 14:00`. */
  readonly sentence: string;
  /** More about it, or null. */
  readonly detail: string | null;
  /** Null when the provider gives amounts only. */
  readonly usedPercent: number | null;
  readonly usedText: string | null;
  readonly leftText: string | null;
  /** `resets in 2h 10m`, or null when the provider does not say. */
  readonly resetText: string | null;
  readonly resetTitle: string | null;
  readonly level: Level;
  readonly provenance: LimitWindow['provenance'];
  /** Age of the reading, when it is old. */
  readonly ageText: string | null;
  /** Share of the window's time that has passed, 0 to 100: even use would stand there. Null when unknown. */
  readonly elapsedPercent: number | null;
}

/** The limits: the binding window first. */
export interface LimitsView {
  readonly binding: LimitView | null;
  readonly others: readonly LimitView[];
  /** Spoken when a limit is near; empty while all is well. */
  readonly alert: string;
}

/** Lays the limits section out; without a known binding window the fullest one stands first. */
export function toLimitsView(limits: SnapshotSections['limits'], context: LimitsContext): LimitsView {
  const views = limits.windows.map((window) => toLimitView(window, context));
  const first = findBinding(limits) ?? findFullest(limits.windows);
  const binding = first === null ? null : (views[limits.windows.indexOf(first)] ?? null);
  const others = views.filter((view) => view !== binding);
  const near = views.filter((view) => view.level !== 'normal');
  return {
    binding,
    others,
    alert: near.map((view) => `${view.owner}: ${view.name}, ${view.usedText}.`).join(' '),
  };
}

/** Lays one window out. */
export function toLimitView(window: LimitWindow, context: LimitsContext): LimitView {
  const { nowMs, timeZone } = context;
  const name = toWindowName(window);
  const resets = window.resetsAtMs;
  const isOver = resets !== null && resets <= nowMs;
  const isStale = window.provenance === 'stale';
  return {
    id: toLimitKey(window.id),
    name,
    owner: [context.labelOf(window.source), window.planType].filter((part) => part !== null).join(' · '),
    ...toSentence(window, name, context),
    usedPercent: window.usedPercent,
    usedText: toFigureText(window.usedPercent, window.amount?.used, window.amount, 'used'),
    leftText: toFigureText(toHeadroomPercent(window), window.amount?.remaining, window.amount, 'left'),
    resetText: resets === null ? null : isOver ? 'has reset since' : `resets in ${formatDuration(resets - nowMs)}`,
    resetTitle: resets === null ? null : `Resets ${formatMoment(resets, nowMs, timeZone)}`,
    level: toLevel(window.usedPercent ?? 0, context.thresholdsPercent),
    provenance: window.provenance,
    ageText: isStale ? formatAge(toAgeMs(window, nowMs)) : null,
    elapsedPercent: toElapsedPercent(window, nowMs),
  };
}

/** Names a window by its length, as a sentence begins: `Weekly limit`. */
export function toWindowName(window: LimitWindow): string {
  const label = formatWindowLabel(toLimitTitle(window));
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Keeps words together that belong together when the sentence wraps. */
const nb = '\u00a0';

function toFigureText(
  percent: number | null,
  value: number | null | undefined,
  amount: LimitAmount | null,
  what: 'used' | 'left',
): string | null {
  if (percent !== null) return `${formatPercent(percent)} ${what}`;
  return amount === null || value == null ? null : `${formatLimitAmount(value, amount.unit)} ${what}`;
}

function toSentence(
  window: LimitWindow,
  name: string,
  { nowMs, timeZone }: LimitsContext,
): Pick<LimitView, 'sentence' | 'detail'> {
  const resets = window.resetsAtMs;
  const resetMoment = resets === null ? null : formatMoment(resets, nowMs, timeZone);
  if (resets !== null && resets <= nowMs) {
    return { sentence: `${name} has reset`, detail: 'No new reading since; the agent tells one with its next answer.' };
  }
  if (window.usedPercent === null) {
    const left = toFigureText(null, window.amount?.remaining, window.amount, 'left');
    // Credits are called by their unit: once is enough.
    const isPlain = window.label === null && window.id.scope === window.amount?.unit;
    return { sentence: left === null ? name : isPlain ? left : `${name}: ${left}`, detail: null };
  }
  if (window.provenance === 'stale') {
    return {
      sentence: `${name}: at${nb}least ${formatPercent(window.usedPercent)}${nb}used`,
      detail: 'An old reading; the agent tells a new one with its next answer.',
    };
  }
  if (window.usedPercent >= 100) {
    return {
      sentence:
        resetMoment === null ? `${name} is${nb}used${nb}up` : `${name} is${nb}used${nb}up until${nb}${resetMoment}`,
      detail: resets === null ? null : `Starts anew in ${formatDuration(resets - nowMs)}.`,
    };
  }
  const runsOut = window.runsOutAtMs;
  if (runsOut !== null && runsOut > nowMs) {
    const early = resets === null ? '' : `, ${formatDuration(Math.max(0, resets - runsOut))} before it resets`;
    return {
      sentence: `${name} runs${nb}out ${formatMoment(runsOut, nowMs, timeZone).replaceAll(' ', nb)}`,
      detail: `In ${formatDuration(runsOut - nowMs)} at the pace so far${early}.`,
    };
  }
  return resetMoment === null
    ? { sentence: `${name}: ${formatPercent(100 - window.usedPercent)}${nb}left`, detail: null }
    : { sentence: `${name} lasts until it resets`, detail: `At the pace so far it lasts until ${resetMoment}.` };
}

function toElapsedPercent(window: LimitWindow, nowMs: number): number | null {
  if (window.resetsAtMs === null || window.resetsAtMs <= nowMs || window.windowMinutes === null) return null;
  const lengthMs = window.windowMinutes * minuteMs;
  const elapsed = 100 * (1 - (window.resetsAtMs - nowMs) / lengthMs);
  return elapsed < 0 ? null : Math.min(100, elapsed);
}

function findFullest(windows: readonly LimitWindow[]): LimitWindow | null {
  let fullest: LimitWindow | null = null;
  for (const window of windows) {
    if (fullest === null || (window.usedPercent ?? 0) > (fullest.usedPercent ?? 0)) fullest = window;
  }
  return fullest;
}
