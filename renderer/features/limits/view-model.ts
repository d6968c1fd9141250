import type { SourceId } from '../../../shared/domain/ids.ts';
import { minuteMs } from '../../../shared/domain/instant.ts';
import { toAgeMs, toHeadroomPercent, type LimitWindow } from '../../../shared/domain/limit-window.ts';
import { formatWindowLabel } from '../../../shared/format/window-label.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { formatAge, formatDuration } from '../../../shared/format/durations.ts';
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
  readonly usedPercent: number;
  readonly usedText: string;
  readonly leftText: string;
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
  const first = limits.binding ?? indexOfFullest(limits.windows);
  const binding = first === null ? null : (views[first] ?? null);
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
    id: `${window.source}/${window.limitId}/${window.windowMinutes}`,
    name,
    owner: [context.labelOf(window.source), window.planType].filter((part) => part !== null).join(' · '),
    ...toSentence(window, name, context),
    usedPercent: window.usedPercent,
    usedText: `${formatPercent(window.usedPercent)} used`,
    leftText: `${formatPercent(toHeadroomPercent(window))} left`,
    resetText: resets === null ? null : isOver ? 'has reset since' : `resets in ${formatDuration(resets - nowMs)}`,
    resetTitle: resets === null ? null : `Resets ${formatMoment(resets, nowMs, timeZone)}`,
    level: toLevel(window.usedPercent, context.thresholdsPercent),
    provenance: window.provenance,
    ageText: isStale ? formatAge(toAgeMs(window, nowMs)) : null,
    elapsedPercent: toElapsedPercent(window, nowMs),
  };
}

/** Names a window by its length, as a sentence begins: `Weekly limit`. */
export function toWindowName(window: Pick<LimitWindow, 'windowMinutes' | 'limitName'>): string {
  const label = formatWindowLabel(window.windowMinutes, window.limitName);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Keeps words together that belong together when the sentence wraps. */
const nb = '\u00a0';

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
    ? { sentence: `${name}: ${formatPercent(toHeadroomPercent(window))}${nb}left`, detail: null }
    : { sentence: `${name} lasts until it resets`, detail: `At the pace so far it lasts until ${resetMoment}.` };
}

function toElapsedPercent(window: LimitWindow, nowMs: number): number | null {
  if (window.resetsAtMs === null || window.resetsAtMs <= nowMs) return null;
  const lengthMs = window.windowMinutes * minuteMs;
  const elapsed = 100 * (1 - (window.resetsAtMs - nowMs) / lengthMs);
  return elapsed < 0 ? null : Math.min(100, elapsed);
}

function indexOfFullest(windows: readonly LimitWindow[]): number | null {
  let fullest: number | null = null;
  windows.forEach((window, index) => {
    if (fullest === null || window.usedPercent > (windows[fullest]?.usedPercent ?? 0)) fullest = index;
  });
  return fullest;
}
