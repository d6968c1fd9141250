import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { dayMs, hourMs } from '../../../../shared/domain/instant.ts';
import { findAnomalies, isFarAbove, type UsagePiece } from '../../../../shared/forecast/anomalies.ts';

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

  it('names what accounts for most of it, wherever it stands, and nothing that accounts for half', () => {
    const hour = (projects: readonly string[]) =>
      projects.map((project, index) =>
        makePiece(20, 14, { tokens: 1_200_000, sessionId: `many-${index}`, project, model: project }),
      );
    const many = (count: number, project: string) => Array.from({ length: count }, () => project);
    const most = hour([...many(5, 'small'), ...many(35, 'large'), 'small']);
    expect(findAnomalies([...usual, ...most], calendar, nowMs)).toMatchObject([
      { kind: 'hour', cause: 'project', causeName: 'large', causeShare: expect.closeTo(35 / 41) },
    ]);
    const half = hour([...many(20, 'one'), ...many(20, 'other')]);
    expect(findAnomalies([...usual, ...half], calendar, nowMs)).toMatchObject([
      { kind: 'hour', cause: 'unknown', causeName: null },
    ]);
  });

  it('finds the same in whatever order usage is listed', () => {
    const pieces = [
      ...usual,
      makePiece(18, 14, { tokens: 60e6, sessionId: 'first' }),
      makePiece(20, 14, { tokens: 400e6, sessionId: 'second' }),
    ];
    const found = findAnomalies(pieces, calendar, nowMs);
    expect(found.map(({ id }) => id)).toEqual(['session claude-code second', 'session claude-code first']);
    expect(findAnomalies(pieces.toReversed(), calendar, nowMs)).toEqual(found);
  });

  it('does not tell old news', () => {
    const excess = makePiece(12, 14, { tokens: 60e6, sessionId: 'loop' });
    expect(findAnomalies([...usual, excess], calendar, nowMs)).toEqual([]);
  });
});

describe('isFarAbove', () => {
  it('asks for three times what is usual of somebody who is even', () => {
    const even = Array.from({ length: 10 }, () => 100);
    expect([290, 300, 301].map((tokens) => isFarAbove(tokens, even))).toEqual([false, false, true]);
  });

  it('asks for much more of somebody whose usage is spread over orders of magnitude', () => {
    const spread = [1, 10, 100, 1_000, 10_000];
    // Three and a half of 1.4826 times ln 10 above ln 100.
    expect([20_000, 1.5e7, 1.6e7].map((tokens) => isFarAbove(tokens, spread))).toEqual([false, false, true]);
  });
});

describe('what must be known before an excess is named', () => {
  /** So many days with three hours in a session each, then an excess on the day after. */
  const after = (days: number, ...others: readonly UsagePiece[]) =>
    findAnomalies(
      [
        ...usual.filter(({ atMs }) => atMs < firstMs + days * dayMs),
        ...others,
        makePiece(days, 14, { tokens: 60e6, sessionId: 'big' }),
      ],
      calendar,
      firstMs + (days + 1) * dayMs,
    ).map(({ kind, cause, causeName, causeShare }) => [kind, cause, causeName, causeShare]);

  it('is ten sessions, or twenty hours', () => {
    expect(after(10)).toEqual([['session', 'project', '/home/ada/shop', 1]]);
    expect(after(9)).toEqual([['hour', 'session', 'big', 1]]);
    expect(after(6)).toEqual([]);
  });

  it('does not count what used nothing', () => {
    const nothing = Array.from({ length: 12 }, (_, index) =>
      makePiece(0, index, { tokens: index % 2 === 0 ? 0 : -5, sessionId: `nothing-${index}` }),
    );
    expect(after(9, ...nothing)).toEqual([['hour', 'session', 'big', 1]]);
  });

  it('is seven days, which begin at midnight', () => {
    const once = (days: number) => [
      ...Array.from({ length: days }, (_, day) => makePiece(day, 9)),
      makePiece(days, 14, { tokens: 60e6, sessionId: '' }),
    ];
    const at = (days: number) => findAnomalies(once(days), calendar, firstMs + (days + 1) * dayMs);
    expect(at(6)).toEqual([]);
    expect(at(7)).toMatchObject([{ kind: 'day', startMs: firstMs + 7 * dayMs, cause: 'project', tokens: 60e6 }]);
  });

  it('is no older than a week, to the moment', () => {
    const excess = makePiece(14, 0, { tokens: 60e6, sessionId: 'loop' });
    expect(findAnomalies([...usual, excess], calendar, nowMs)).toMatchObject([{ startMs: nowMs - 7 * dayMs }]);
    expect(findAnomalies([...usual, excess], calendar, nowMs + 1)).toEqual([]);
  });
});

describe('several excesses', () => {
  it('are named newest first', () => {
    const pieces = [16, 20, 18].map((day) => makePiece(day, 15, { tokens: 60e6, sessionId: `loop-${day}` }));
    expect(findAnomalies([...usual, ...pieces], calendar, nowMs).map(({ id }) => id)).toEqual(
      [20, 18, 16].map((day) => `session claude-code loop-${day}`),
    );
  });

  it('are each named where neither explains most of the hour', () => {
    const two = ['one', 'two'].map((sessionId) => makePiece(20, 14, { tokens: 60e6, sessionId }));
    expect(
      findAnomalies([...usual, ...two], calendar, nowMs)
        .map(({ kind, cause }) => [kind, cause])
        .sort(),
    ).toEqual([
      ['hour', 'project'],
      ['session', 'project'],
      ['session', 'project'],
    ]);
  });

  it('have no cause where nothing accounts for most of them', () => {
    const mixed = Array.from({ length: 40 }, (_, index) =>
      makePiece(20, 14, {
        ...{ tokens: 1_200_000, sessionId: `many-${index}`, cacheWriteTokens: 600_000, isSidechain: index % 2 === 0 },
        ...{ project: index % 2 === 0 ? '/a' : '/b', model: index % 2 === 0 ? 'opus' : 'sonnet' },
      }),
    );
    expect(findAnomalies([...usual, ...mixed], calendar, nowMs)).toMatchObject([
      { kind: 'hour', cause: 'unknown', causeName: null, causeShare: 0 },
    ]);
    const most = mixed.map((piece, index) => ({ ...piece, model: index < 25 ? 'opus' : 'sonnet' }));
    expect(findAnomalies([...usual, ...most], calendar, nowMs)).toMatchObject([
      { kind: 'hour', cause: 'model', causeName: 'opus', causeShare: expect.closeTo(0.625) as number },
    ]);
  });
});
