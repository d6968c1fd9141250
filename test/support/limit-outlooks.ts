import { toLimitOutlook, type LimitReading } from '../../shared/domain/limit-window.ts';
import { toLimitWindows } from '../../shared/limits/windows.ts';
import { makeReading, type ReadingPatch } from './make-reading.ts';

export const nowMs = Date.parse('2026-05-01T12:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;

/** A reading of Codex's 5-hour window, a minute old. */
export function reading(patch: ReadingPatch = {}): LimitReading {
  return makeReading({
    source: 'codex',
    name: 'codex',
    label: null,
    windowMinutes: 300,
    usedPercent: 40,
    resetsAtMs: nowMs + 2 * hour,
    planType: 'plus',
    observedAtMs: nowMs - minute,
    ...patch,
  });
}

/** What makes it one of the weekly window. */
export const weekly = { windowMinutes: 10_080, resetsAtMs: nowMs + 72 * hour };
/** The windows of readings as of an instant. */
export const toOutlooks = (readings: readonly LimitReading[], atMs = nowMs) =>
  toLimitWindows(readings, atMs).map((window) => toLimitOutlook(window, atMs));
