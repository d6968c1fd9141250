import { expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { isStopped } from '../../../../shared/limits/is-stopped.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-06T12:30:00Z');
const block = { source: 'codex' as const, endMs: nowMs + 2 * hourMs, lastAtMs: nowMs - 10 * minuteMs };
const stops = (patch: ReadingPatch, changed: Partial<typeof block> = {}) => {
  const reading = makeReading({
    ...{ usedPercent: 100, resetsAtMs: block.endMs, observedAtMs: nowMs - 9 * minuteMs },
    ...patch,
  });
  return isStopped({ ...block, ...changed }, toLimitWindows([reading], nowMs));
};

it('keeps a block from growing where its own or a longer window is used up', () => {
  expect(stops({})).toBe(true);
  expect(stops({ windowMinutes: 10_080, resetsAtMs: nowMs + 50 * hourMs })).toBe(true);
});

it('does not where something is left, or opens before the block ends, or covers only a part', () => {
  expect(stops({ usedPercent: 99 })).toBe(false);
  expect(stops({ resetsAtMs: block.endMs - 1 })).toBe(false);
  expect(stops({ label: 'opus' })).toBe(false);
  expect(stops({ windowMinutes: null })).toBe(false);
  expect(stops({ source: 'claude-code' })).toBe(false);
});

it('does not where the person goes on nevertheless, beyond responses that were running', () => {
  expect(stops({}, { lastAtMs: nowMs - 8 * minuteMs })).toBe(true);
  expect(stops({}, { lastAtMs: nowMs - minuteMs })).toBe(false);
});
