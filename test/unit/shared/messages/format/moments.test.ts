import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';

const { format } = createMessages();
const nowMs = Date.parse('2026-05-14T10:20:00Z');
/** Without the special spaces that some versions of the locale data use. */
const momentOf = (at: string, timeZone = 'UTC'): string =>
  format.moment(Date.parse(at), nowMs, timeZone).replace(/\s/g, ' ');

describe('format.moment', () => {
  it.each([
    ['2026-05-14T00:05:00Z', '12:05 AM'],
    ['2026-05-13T09:00:00Z', 'Wed 9:00 AM'],
    ['2026-05-19T23:00:00Z', 'Tue 11:00 PM'],
    ['2026-04-02T09:00:00Z', 'Apr 2, 9:00 AM'],
    ['2025-12-31T09:00:00Z', 'Dec 31, 2025'],
    ['2027-01-05T09:00:00Z', 'Jan 5, 2027'],
  ])('says %s as %s', (at, text) => expect(momentOf(at)).toBe(text));

  it('uses the days and years of the time zone', () => {
    expect(momentOf('2026-05-14T01:00:00Z', 'America/New_York')).toBe('Wed 9:00 PM');
    expect(momentOf('2026-01-01T02:00:00Z', 'America/New_York')).toBe('Dec 31, 2025');
  });
});

describe('format.timedMoment', () => {
  it('has the time in every year of the time zone', () => {
    const timedMomentOf = (at: string): string =>
      format.timedMoment(Date.parse(at), nowMs, 'America/New_York').replace(/\s/g, ' ');
    expect(timedMomentOf('2026-05-14T01:00:00Z')).toBe('Wed 9:00 PM');
    expect(timedMomentOf('2026-04-02T09:00:00Z')).toBe('Apr 2, 5:00 AM');
    expect(timedMomentOf('2026-01-01T02:00:00Z')).toBe('Dec 31, 2025, 9:00 PM');
  });
});

describe('format on the axis of a chart', () => {
  it('shows the year of a day only when it is another one', () => {
    expect([format.axisDay('2026-01-02', '2026-05-14'), format.axisDay('2025-12-31', '2026-05-14')]).toEqual([
      'Jan 2',
      'Dec 31, 2025',
    ]);
    expect(format.axisMonth('2025-12')).toBe('Dec 2025');
  });

  it('shows a quarter of a unit exactly', () => {
    const ticks = [1_500_000_000, 1_250_000_000, 1_000_000_000, 750_000_000];
    expect(ticks.map(format.axisCount)).toEqual(['1.5B', '1.25B', '1B', '750M']);
  });

  it('shows no decimals where an amount has none', () => {
    const euro = { code: 'EUR', perUsd: 0.5 };
    expect([format.axisMoney(1_200_000_000, euro), format.axisMoney(1_000_000, euro)]).toEqual(['€600', '€0.50']);
    expect([0, 4_000, 8_000].map((amount) => format.axisMoney(amount, euro))).toEqual(['€0', '€0.002', '€0.004']);
  });
});

describe('format.day and format.price', () => {
  it('omits the current year', () => {
    expect([format.day('2026-05-01'), format.day('2026-05-01', '2026-12-31')]).toEqual([
      'Fri, May 1, 2026',
      'Fri, May 1',
    ]);
    expect(format.day('2025-05-01', '2026-12-31')).toBe('Thu, May 1, 2025');
  });

  it('shows a price with all its digits, and whole cents', () => {
    expect([0.003625, 2, 2.5].map(format.price)).toEqual(['$0.003625', '$2', '$2.50']);
  });
});
