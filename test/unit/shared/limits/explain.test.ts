import { describe, expect, it } from 'vitest';
import { toLimitKey } from '../../../../shared/domain/limit-id.ts';
import type { LimitReading, LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { groupByWindow } from '../../../../shared/limits/accounts.ts';
import { explainReadings } from '../../../../shared/limits/explain.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const hour = 3_600_000;
const reading = (patch: ReadingPatch) =>
  makeReading({ windowMinutes: 10_080, resetsAtMs: nowMs + 2 * hour, observedAtMs: nowMs, ...patch });
/** What is explained of a window by these readings: those that are of it. */
const explain = (window: LimitWindow, readings: readonly LimitReading[]) =>
  explainReadings(window, groupByWindow(readings).get(toLimitKey(window.id)) ?? []);

describe('explainReadings', () => {
  it('shows both of two places that disagree, and that the newer one counts', () => {
    const readings = [
      reading({ account: 'ada', origin: 'file', usedPercent: 30, observedAtMs: nowMs - hour }),
      reading({ origin: 'statusline', usedPercent: 41 }),
      reading({ origin: 'statusline', usedPercent: 20, observedAtMs: nowMs - 2 * hour }),
      reading({ name: 'other', usedPercent: 99 }),
    ];
    const window = toLimitWindows(readings, nowMs).find(({ id }) => id.name === 'codex')!;
    expect(window.usedPercent).toBe(41);
    expect(
      explain(window, readings).map(({ origin, usedPercent, isUsed, givesReset }) => [
        origin,
        usedPercent,
        isUsed,
        givesReset,
      ]),
    ).toEqual([
      ['statusline', 41, true, true],
      ['file', 30, false, false],
    ]);
  });

  it('takes the later of two readings of one place and moment, and no other percentage or time for the figure shown', () => {
    const readings = [
      reading({ origin: 'statusline', usedPercent: 40 }),
      reading({ origin: 'statusline', usedPercent: 41 }),
      reading({ account: 'ada', origin: 'file', usedPercent: 41, observedAtMs: nowMs - hour }),
    ];
    const [window] = toLimitWindows(readings, nowMs);
    expect(explain({ ...window!, usedPercent: 41 }, readings).map(({ isUsed }) => isUsed)).toEqual([true, false]);
    expect(explain({ ...window!, usedPercent: 12, resetsAtMs: nowMs + hour }, readings)).toEqual(
      expect.arrayContaining([expect.objectContaining({ isUsed: false, givesReset: false })]),
    );
  });

  it('names the place of a reset that the newest one does not give', () => {
    const readings = [
      reading({ account: 'ada', origin: 'file', usedPercent: 30, observedAtMs: nowMs - hour }),
      reading({ account: 'ada', name: 'codex-history', origin: 'file', usedPercent: 33, resetsAtMs: null }),
    ];
    const [window] = toLimitWindows(readings, nowMs);
    expect(explain(window!, readings).map(({ id, isUsed, givesReset }) => [id.name, isUsed, givesReset])).toEqual([
      ['codex-history', true, false],
      ['codex', false, true],
    ]);
  });
});
