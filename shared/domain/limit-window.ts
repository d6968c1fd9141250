import type { RunOut } from './forecast.ts';
import type { SourceId } from './ids.ts';
import { dayMs, minuteMs } from './instant.ts';
import type { LimitId } from './limit-id.ts';
import type { LimitPace } from './limit-pace.ts';
import type { Provenance } from './provenance.ts';

/**
 * Where a reading was found: in a log (also in ours, of what hooks said), in what an agent passes to its status line, in
 * another file, or by asking the API.
 */
export const limitOrigins = ['log', 'statusline', 'file', 'api'] as const;
export type LimitOrigin = (typeof limitOrigins)[number];

/** Units of a limit's amounts. */
export const limitUnits = ['credits', 'usd', 'tokens', 'requests'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** Amounts as the provider reports them; null where it does not. */
export interface LimitAmount {
  readonly unit: LimitUnit;
  readonly used: number | null;
  readonly limit: number | null;
  readonly remaining: number | null;
}

/** One observation of a provider's limit window at one moment. */
export interface LimitReading {
  readonly id: LimitId;
  /** The agent that showed it. */
  readonly source: SourceId;
  readonly origin: LimitOrigin;
  /** The provider's label, if any, e.g. a model's name. */
  readonly label: string | null;
  /** Length of the window in minutes, normalised to the nominal one (299 is 300); null when it has none (credits). */
  readonly windowMinutes: number | null;
  /** Share of the window that is used up, 0 to 100; null when the provider gives amounts only. */
  readonly usedPercent: number | null;
  readonly amount: LimitAmount | null;
  /** When the window resets, UTC milliseconds; null when it does not, or when the provider does not say. */
  readonly resetsAtMs: number | null;
  readonly planType: string | null;
  /** When the provider reported it, UTC milliseconds. */
  readonly observedAtMs: number;
}

/** Different origins report the reset of one window this close together; resets of two accounts rarely are. */
export const sameResetMs = 3 * minuteMs;

/**
 * Whether a reset is further ahead than the window is long (with 2 % for clocks that differ): such a window has not begun,
 * so the value is broken.
 */
export function isResetTooFar(resetsAtMs: number, windowMinutes: number | null, nowMs: number): boolean {
  return windowMinutes !== null && resetsAtMs - nowMs > windowMinutes * minuteMs * 1.02;
}

/** Whether a window is long enough for its reset to tell accounts apart: short ones of several accounts often begin in the same hour. */
export function isLongWindow({ windowMinutes }: Pick<LimitReading, 'windowMinutes'>): boolean {
  return windowMinutes !== null && windowMinutes * minuteMs >= dayMs;
}

/** A limit window by its newest valid reading. What follows from its age is derived: see `toLimitOutlook`. */
export interface LimitWindow extends LimitReading {
  /** The last instant at which the reading is trusted, UTC milliseconds. */
  readonly trustedUntilMs: number;
  /** When the window will be used up, by its forecast, or at its pace where there is none; null when it lasts or is unknown. */
  readonly runsOutAtMs: number | null;
  /** Its use against its time up to the reading; null while that says nothing. */
  readonly pace: LimitPace | null;
}

/** A limit window as of an instant. */
export interface LimitOutlook extends LimitWindow {
  readonly provenance: Extract<Provenance, 'official' | 'stale'>;
  /** By the forecast where there is one, else at the window's pace; null once the reading is stale, unless it is used up. */
  readonly runsOutAtMs: number | null;
  /** The probability, 0 to 1, that it is used up before the reset; null without a forecast. */
  readonly runOutProbability: number | null;
}

type Ending = Pick<LimitReading, 'resetsAtMs' | 'observedAtMs' | 'windowMinutes'>;

/**
 * When a window resets. Where the provider does not say, at the latest one window length after the reading. Infinity
 * for limits that never reset.
 */
export function endsAtMs({ resetsAtMs, observedAtMs, windowMinutes }: Ending): number {
  return resetsAtMs ?? (windowMinutes === null ? Infinity : observedAtMs + windowMinutes * minuteMs);
}

/** Whether a window has reset since its reading. */
export function hasReset(window: Ending, nowMs: number): boolean {
  return endsAtMs(window) <= nowMs;
}

/** Whether a window's reading is too old to be trusted. */
export function isStale({ trustedUntilMs }: Pick<LimitWindow, 'trustedUntilMs'>, nowMs: number): boolean {
  return nowMs > trustedUntilMs;
}

/** The provenance of any reading of a window at an instant: older readings are trusted for as long as the newest. */
export function toReadingKind(
  { observedAtMs }: Pick<LimitReading, 'observedAtMs'>,
  window: Pick<LimitWindow, 'observedAtMs' | 'trustedUntilMs'>,
  nowMs: number,
): LimitOutlook['provenance'] {
  const trustedUntilMs = observedAtMs + (window.trustedUntilMs - window.observedAtMs);
  return isStale({ trustedUntilMs }, nowMs) ? 'stale' : 'official';
}

/**
 * A limit window as of an instant: an old reading says nothing about the pace, but what is used up stays so until the
 * reset. What was used before the reset says nothing about now. A forecast replaces the pace.
 */
export function toLimitOutlook(window: LimitWindow, nowMs: number, runOut: RunOut | null = null): LimitOutlook {
  if (hasReset(window, nowMs)) return forgetUse(window);
  const isOver = isUsedUp(window);
  const runOutProbability = isOver ? 1 : isStale(window, nowMs) ? null : (runOut?.probability ?? null);
  const provenance = isStale(window, nowMs) ? 'stale' : 'official';
  if (isOver) return { ...window, provenance, runOutProbability };
  if (provenance === 'stale') return { ...window, provenance, runOutProbability, runsOutAtMs: null };
  const { runsOutAtMs } = withRunOut(window, runOut);
  // It was expected to run out by now and has not: it may at any moment, so it does not count as lasting until the
  // reset.
  const notBefore = runsOutAtMs === null ? null : Math.max(nowMs, runsOutAtMs);
  return { ...window, provenance, runOutProbability, runsOutAtMs: notBefore };
}

function forgetUse(window: LimitWindow): LimitOutlook {
  const amount = window.amount === null ? null : { ...window.amount, used: null, remaining: null };
  const unknown = { usedPercent: null, runsOutAtMs: null, runOutProbability: null, pace: null };
  return { ...window, amount, ...unknown, provenance: 'stale' };
}

/** A window with the run-out time of its forecast; unchanged without one, and when it is used up. */
export function withRunOut<Window extends LimitWindow>(window: Window, runOut: RunOut | null): Window {
  if (runOut === null || isUsedUp(window)) return window;
  return { ...window, runsOutAtMs: runOut.probability >= likelyFrom ? runOut.medianMs : null };
}

/** From this probability on, a window is said to run out. */
const likelyFrom = 0.5;

/** Whether nothing is left of a window. */
export function isUsedUp({ usedPercent }: Pick<LimitReading, 'usedPercent'>): boolean {
  return usedPercent !== null && usedPercent >= 100;
}

/** How a limit window is titled: by its length, or by what it covers if it has none. */
export interface LimitTitle {
  readonly windowMinutes: number | null;
  readonly scope: string;
  readonly label: string | null;
}

/** The title of a window. */
export function toLimitTitle({
  id,
  windowMinutes,
  label,
}: Pick<LimitReading, 'id' | 'windowMinutes' | 'label'>): LimitTitle {
  return { windowMinutes, scope: id.scope, label };
}

/** What is left of a window, 0 to 100; null when the provider gives no percentage. */
export function toHeadroomPercent({ usedPercent }: Pick<LimitReading, 'usedPercent'>): number | null {
  return usedPercent === null ? null : 100 - usedPercent;
}

/** Age of a reading, in milliseconds; 0 when its clock runs ahead of ours. */
export function toAgeMs({ observedAtMs }: Pick<LimitReading, 'observedAtMs'>, nowMs: number): number {
  return Math.max(0, nowMs - observedAtMs);
}
