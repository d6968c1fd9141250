import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { dayMs, hourMs } from '../../../../shared/domain/instant.ts';
import { findAnomalies, type UsagePiece } from '../../../../shared/forecast/anomalies.ts';

const calendar = createCalendar('UTC');
const firstMs = Date.UTC(2026, 0, 5);
const nowMs = firstMs + 21 * dayMs;

function makePiece(day: number, hour: number, rest: Partial<UsagePiece> = {}): UsagePiece {
  return {
    atMs: firstMs + day * dayMs + hour * hourMs,
    tokens: 1_000_000 + ((day * 7 + hour) % 5) * 200_000,
    cacheWriteTokens: 0,
    source: 'claude-code',
    sessionId: `day-${day}`,
    project: '/home/ada/shop',
    model: 'opus',
    isSidechain: false,
    ...rest,
  };
}

/** Three weeks, three hours a day in a session each. */
const usual = Array.from({ length: 20 }, (_, day) => [9, 10, 11].map((hour) => makePiece(day, hour))).flat();

describe('findAnomalies', () => {
  it('finds nothing in usual days, nor where nothing is known to be usual', () => {
    expect(findAnomalies(usual, calendar, nowMs)).toEqual([]);
    expect(findAnomalies([makePiece(0, 9), makePiece(20, 9, { tokens: 1e9 })], calendar, nowMs)).toEqual([]);
    expect(findAnomalies([], calendar, nowMs)).toEqual([]);
  });

  it('names an excess once, as narrow as it is: a session stands for its hours and its day', () => {
    const excess = makePiece(20, 14, { tokens: 60e6, sessionId: 'loop', isSidechain: true });
    expect(findAnomalies([...usual, excess], calendar, nowMs)).toEqual([
      {
        id: 'session claude-code loop',
        kind: 'session',
        startMs: excess.atMs,
        tokens: 60e6,
        usualTokens: expect.any(Number),
        cause: 'sidechain',
        causeName: null,
        causeShare: 1,
      },
    ]);
  });

  it('finds an hour that many sessions fill, and the project behind it', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      makePiece(20, 14, { tokens: 1_200_000, sessionId: `many-${index}`, project: '/home/ada/bulk' }),
    );
    expect(findAnomalies([...usual, ...many], calendar, nowMs)).toMatchObject([
      { kind: 'hour', tokens: 48e6, cause: 'project', causeName: '/home/ada/bulk', causeShare: 1 },
    ]);
  });

  it.each([
    ['a cache that was written again', { cacheWriteTokens: 50e6 }, 'cache-rebuilt'],
    ['a project', {}, 'project'],
    ['a model, where the project is not known', { project: null }, 'model'],
  ] as const)('names %s', (_, rest, cause) => {
    const excess = makePiece(20, 14, { tokens: 60e6, sessionId: 'big', ...rest });
    expect(findAnomalies([...usual, excess], calendar, nowMs)).toMatchObject([{ kind: 'session', cause }]);
  });

  it('does not tell old news', () => {
    const excess = makePiece(12, 14, { tokens: 60e6, sessionId: 'loop' });
    expect(findAnomalies([...usual, excess], calendar, nowMs)).toEqual([]);
  });
});
