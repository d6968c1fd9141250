import { describe, expect, it } from 'vitest';
import { withClock } from '../../../../shared/domain/clock-choice.ts';
import { createFormats } from '../../../../shared/messages/format/formats.ts';

const atMs = Date.UTC(2026, 4, 1, 15, 5);
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

describe('withClock', () => {
  it('writes every time of a language with 12 or 24 hours, and leaves the language as it is', () => {
    const american24 = createFormats(withClock('en-US', '24'));
    expect(american24.clockTime(atMs, 'UTC')).toBe('15:05');
    expect(american24.dateTime(atMs, 'UTC')).toBe('May 1, 2026, 15:05');
    expect(american24.moment(atMs, atMs, 'UTC')).toBe('15:05');
    expect(american24.integer(1_234)).toBe('1,234');
    expect(plain(createFormats(withClock('de-AT', '12')).clockTime(atMs, 'UTC'))).toBe('3:05 PM');
    expect(withClock('fr', 'system')).toBe('fr');
  });
});
