import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSiteMatcher } from '../../../../shared/activity/match-site.ts';
import { readVisits, type Stays, type Visit } from '../../../../shared/activity/read-visits.ts';
import { sites } from '../../../../shared/activity/site-table.ts';
import { mergeActivity } from '../../../../shared/activity/slots.ts';
import { minuteMs, quarterHourMs, secondMs } from '../../../../shared/domain/instant.ts';

const match = createSiteMatcher(sites);
const startMs = Date.UTC(2026, 4, 14, 10, 0);
const visit = (minutes: number, address = 'https://claude.ai/chat/secret'): Visit => ({
  atMs: startMs + minutes * minuteMs,
  address,
});
const read = (visits: readonly Visit[], before: Stays = {}) => readVisits(visits, 'chrome', match, before);
const sum = (visits: readonly Visit[]) =>
  read(visits).rows.reduce(
    (total, { activeMs, count }) => ({ seconds: total.seconds + activeMs / secondMs, count: total.count + count }),
    { seconds: 0, count: 0 },
  );

describe('visits', () => {
  it('count a minute when they are alone', () => {
    expect(sum([visit(0)])).toEqual({ seconds: 60, count: 1 });
  });

  it('less than half an hour apart are one stay: from the first to the last, and five minutes', () => {
    expect(sum([visit(0), visit(1), visit(10)])).toEqual({ seconds: 15 * 60, count: 3 });
    expect(sum([visit(0), visit(29)])).toEqual({ seconds: 34 * 60, count: 2 });
    expect(sum([visit(0), visit(30)])).toEqual({ seconds: 120, count: 2 });
  });

  it('in the same instant are one stay, whose time counts once', () => {
    expect(sum([visit(0), visit(0)])).toEqual({ seconds: 5 * 60, count: 2 });
    expect(sum([visit(0), visit(0), visit(3)])).toEqual({ seconds: 8 * 60, count: 3 });
  });

  it('of other sites in between do not end a stay, and unlisted ones do not count', () => {
    const others = [visit(1, 'https://example.com/'), visit(2, 'https://poe.com/x')];
    expect(sum([visit(0), ...others, visit(5)])).toEqual({ seconds: 10 * 60 + 60, count: 3 });
  });

  it('are split at quarters of an hour', () => {
    const { rows } = read([visit(10), visit(20)]);
    expect(
      rows.map(({ startMs: at, activeMs, count }) => [(at - startMs) / quarterHourMs, activeMs / minuteMs, count]),
    ).toEqual([
      [0, 5, 1],
      [1, 10, 1],
    ]);
  });

  it('leave nothing of an address behind', () => {
    const secret = 'https://claude.ai/chat/secret?q=hidden#part';
    expect(JSON.stringify(read([visit(0, secret), visit(1, secret)]))).not.toMatch(/secret|hidden|part|https/);
  });

  it('give the same however often the history is read', () => {
    const visits = fc.array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 600 }),
        site: fc.constantFrom('claude.ai', 'poe.com', 'example.com'),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(visits, fc.array(fc.nat(30), { maxLength: 4 }), (list, cuts) => {
        const all = list.map(({ minutes, site }) => visit(minutes, `https://${site}/`)).sort((a, b) => a.atMs - b.atMs);
        const bounds = [0, ...cuts, all.length].sort((a, b) => a - b);
        let stays: Stays = {};
        const parts = bounds.flatMap((from, index) => {
          const next = read(all.slice(from, bounds[index + 1] ?? all.length), stays);
          stays = next.stays;
          return next.rows;
        });
        expect(mergeActivity(parts)).toEqual(read(all).rows);
      }),
    );
  });

  it('that come late count, and leave the last stay where it is', () => {
    const { stays } = read([visit(100)]);
    const late = read([visit(0)], stays);
    expect(late.rows.reduce((total, { activeMs }) => total + activeMs, 0)).toBe(minuteMs);
    expect(read([visit(105)], late.stays).rows.reduce((total, { activeMs }) => total + activeMs, 0)).toBe(9 * minuteMs);
  });
});
