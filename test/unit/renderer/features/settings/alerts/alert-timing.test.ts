import { describe, expect, it } from 'vitest';
import {
  formatHours,
  parseHours,
  parseTokens,
  toSnoozeChoice,
  toSnoozedUntil,
} from '../../../../../../renderer/features/settings/alerts/alert-timing.ts';

describe('quiet hours', () => {
  it.each([
    ['22:00-07:30', { fromMinute: 1_320, toMinute: 450 }],
    ['9 – 17', { fromMinute: 540, toMinute: 1_020 }],
    ['٢٢:٠٠-٠٧:٣٠', { fromMinute: 1_320, toMinute: 450 }],
    ['', null],
  ])('reads "%s"', (text, value) => {
    expect(parseHours(text)).toEqual({ ok: true, value });
    expect(parseHours(formatHours(value))).toEqual({ ok: true, value });
  });

  it.each(['24:00-7:00', '22:00', '22:61-7:00', '7:00-7:00', 'night'])('refuses "%s"', (text) =>
    expect(parseHours(text).ok).toBe(false),
  );
});

describe('snooze', () => {
  it('shows what is left of it', () => {
    const untilMs = toSnoozedUntil(4, 1_000);
    expect(untilMs).toBe(14_401_000);
    expect([1_000, 11_000_000, 14_401_000].map((nowMs) => toSnoozeChoice(untilMs, nowMs))).toEqual([4, 1, 0]);
    expect(toSnoozeChoice(toSnoozedUntil(0, 1_000), 1_000)).toBe(0);
  });
});

describe('tokens', () => {
  it('reads whole numbers', () => {
    expect(parseTokens('1,500,000')).toEqual({ ok: true, value: 1_500_000 });
    expect(parseTokens('1.500.000')).toEqual({ ok: true, value: 1_500_000 });
    // Not fifteen.
    expect(parseTokens('1.5').ok).toBe(false);
    expect(parseTokens('')).toEqual({ ok: true, value: null });
    expect([parseTokens('0').ok, parseTokens('-1').ok, parseTokens('a').ok]).toEqual([false, false, false]);
  });
});
