import { describe, expect, it } from 'vitest';
import { toLimitOutlook } from '../../../../shared/domain/limit-window.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { describeLimit } from '../../../../shared/snapshot/describe-limit.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const hour = 3_600_000;

function sentenceOf(patch: ReadingPatch, atMs = nowMs): string {
  const reading = makeReading({ resetsAtMs: nowMs + 2 * hour, observedAtMs: nowMs, ...patch });
  const [window] = toLimitWindows([reading], nowMs);
  const words = { messages: createMessages(), nowMs: atMs, timeZone: 'UTC' };
  return describeLimit(toLimitOutlook(window!, atMs), words).sentence.replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('describeLimit', () => {
  it('says when a window runs out, or that it lasts', () => {
    expect(sentenceOf({ usedPercent: 90 })).toBe('5-hour limit runs out 12:20 PM');
    expect(sentenceOf({ usedPercent: 10 })).toBe('5-hour limit lasts until it resets');
  });

  it('does not say that one lasts which was to run out by now', () => {
    const minute = hour / 60;
    expect(sentenceOf({ usedPercent: 97 })).toBe('5-hour limit runs out 12:05 PM');
    expect(sentenceOf({ usedPercent: 97 }, nowMs + 8 * minute)).toBe('5-hour limit runs out 12:08 PM');
    const [window] = toLimitWindows(
      [makeReading({ resetsAtMs: nowMs + 2 * hour, observedAtMs: nowMs, usedPercent: 97 })],
      nowMs,
    );
    const runOut = { probability: 0.9, earlyMs: nowMs, medianMs: nowMs, lateMs: nowMs + hour };
    const words = { messages: createMessages(), nowMs, timeZone: 'UTC' };
    expect(describeLimit(toLimitOutlook(window!, nowMs, runOut), words).sentence).toMatch(/runs.out/);
  });

  it('says until when one is used up, however old its reading is', () => {
    expect(sentenceOf({ usedPercent: 100 })).toBe('5-hour limit is used up until 2:00 PM');
    expect(sentenceOf({ usedPercent: 100 }, nowMs + hour)).toBe('5-hour limit is used up until 2:00 PM');
  });

  it('says no more than a stale reading does, and that a window has reset since', () => {
    expect(sentenceOf({ usedPercent: 90 }, nowMs + hour)).toBe('5-hour limit: at least 90% used');
    expect(sentenceOf({ usedPercent: 90 }, nowMs + 2 * hour)).toBe('5-hour limit has reset');
  });
});
