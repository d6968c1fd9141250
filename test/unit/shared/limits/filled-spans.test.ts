import { expect, it } from 'vitest';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import { listFilledSpans } from '../../../../shared/limits/filled-spans.ts';
import { makeReading } from '../../../support/make-reading.ts';

const startMs = Date.parse('2026-05-04T09:00:00Z');
const reading = (minute: number, usedPercent: number | null) =>
  makeReading({ observedAtMs: startMs + minute * minuteMs, usedPercent, resetsAtMs: startMs + 300 * minuteMs });
const list = (...readings: readonly ReturnType<typeof reading>[]) =>
  listFilledSpans(readings, 5).map(({ fromMs, toMs, percent }) => [
    (fromMs - startMs) / minuteMs,
    (toMs - startMs) / minuteMs,
    percent,
  ]);

it('lists where a window filled by enough, one span after the other', () => {
  expect(list(reading(0, 10), reading(5, 13), reading(9, 16), reading(12, 30))).toEqual([
    [0, 9, 6],
    [9, 12, 14],
  ]);
});

it('leaves out what ends at 100, and readings without a share', () => {
  expect(list(reading(0, 80), reading(4, null), reading(5, 90), reading(9, 100))).toEqual([[0, 5, 10]]);
});

it('lists nothing across a reset', () => {
  const next = { ...reading(310, 20), resetsAtMs: startMs + 600 * minuteMs };
  expect(list(reading(0, 10), reading(200, 14), next)).toEqual([]);
});
