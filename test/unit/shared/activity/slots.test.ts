import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '../../../../shared/domain/activity.ts';
import {
  compareActivity,
  mergeActivity,
  spreadActive,
  toDayRow,
  toQuarterRow,
  toUndatedRow,
} from '../../../../shared/activity/slots.ts';
import { dayMs, minuteMs, quarterHourMs } from '../../../../shared/domain/instant.ts';

const slotMs = Date.UTC(2026, 4, 14, 10);
const subject = { kind: 'site', name: 'b', via: 'chrome', origin: 'history' } as const;
const row = toQuarterRow(subject, slotMs, { activeMs: 5, count: 4, inputTokens: 3, outputTokens: 2 });

describe('rows of activity', () => {
  it('belong to the quarter of an hour of an instant, to its day, or to no time', () => {
    expect(toQuarterRow(subject, slotMs + quarterHourMs - 1, {})).toMatchObject({ startMs: slotMs, grainMs: 900_000 });
    expect(toDayRow(row)).toEqual({ ...row, startMs: slotMs - 10 * 60 * minuteMs, grainMs: dayMs });
    expect(toUndatedRow(subject, { count: 2 })).toMatchObject({ startMs: 0, grainMs: 0, count: 2, activeMs: 0 });
  });

  it('split active time at quarters of an hour', () => {
    const rows = spreadActive(subject, slotMs + 14 * minuteMs, slotMs + 32 * minuteMs);
    expect(rows.map(({ startMs, activeMs }) => [(startMs - slotMs) / minuteMs, activeMs / minuteMs])).toEqual([
      [0, 1],
      [15, 15],
      [30, 2],
    ]);
    expect(spreadActive(subject, slotMs, slotMs)).toEqual([]);
  });

  it('are ordered by time, length of the slot, kind, name, way and origin, in that order', () => {
    const least: ActivityRow = { ...row, startMs: 0, grainMs: 0, kind: 'api', name: 'a', via: 'a', origin: 'focus' };
    // Each is more in one thing, and in all that count less it is the least; so each comes after those before it.
    const ordered: readonly ActivityRow[] = [
      least,
      { ...least, origin: 'history' },
      { ...least, via: 'b' },
      { ...least, name: 'b' },
      { ...least, kind: 'site' },
      { ...least, grainMs: dayMs as 86_400_000 },
      { ...least, startMs: 1 },
    ];
    for (const [index, each] of ordered.entries()) {
      for (const [place, other] of ordered.entries()) {
        expect(Math.sign(compareActivity(each, other))).toBe(Math.sign(index - place));
      }
    }
  });

  it('are added up if they have the same slot and subject', () => {
    const more = { ...row, activeMs: 1, count: 10, inputTokens: 1, outputTokens: 20 };
    const other = { ...row, name: 'a' };
    expect(mergeActivity([row, more, other])).toEqual([
      other,
      { ...row, activeMs: 6, count: 14, inputTokens: 4, outputTokens: 22 },
    ]);
  });

  it.each([
    ['time', { startMs: slotMs + quarterHourMs }],
    ['length', { grainMs: 0 }],
    ['kind', { kind: 'app' }],
    ['name', { name: 'c' }],
    ['way', { via: 'edge' }],
    ['origin', { origin: 'extension' }],
  ] as const)('of another %s stay apart', (_, change) => {
    expect(mergeActivity([row, { ...row, ...change }])).toHaveLength(2);
  });
});
