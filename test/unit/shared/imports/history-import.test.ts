import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import {
  createSkips,
  parseHistoryDay,
  parseRowLines,
  toRowLines,
  toSumUse,
} from '../../../../shared/imports/history-import.ts';

describe('a day of another tool', () => {
  it.each(['2026-05-01', '2000-01-01', '2099-12-31', '2028-02-29'])('is %s', (day) =>
    expect(parseHistoryDay(day)).toBe(day),
  );

  it.each([
    ...['2026-02-30', '2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31'],
    ...['1999-12-31', '2100-01-01', '2026-5-1', '20260501', '2026-05-01T00:00', ' 2026-05-01', '', 20260501, null],
  ])('is not %j', (value) => expect(parseHistoryDay(value)).toBeNull());
});

describe('the sum of a day', () => {
  it.each(['UTC', 'Asia/Tokyo', 'America/New_York'])('stands at noon of it, in %s', (zone) => {
    const calendar = createCalendar(zone);
    const sum = { agent: 'codex', day: '2026-05-01', model: 'gpt-5', usage: emptyUsage, costUsd: 1 };
    const use = toSumUse(sum, calendar);
    expect(use).toMatchObject({ id: '2026-05-01:codex:gpt-5', key: null, agent: 'codex', model: 'gpt-5', costUsd: 1 });
    expect(calendar.dayOf(use.atMs)).toBe('2026-05-01');
    expect(calendar.dayOf(use.atMs - 12 * 3_600_000 - 1)).toBe('2026-04-30');
    expect(calendar.dayOf(use.atMs + 12 * 3_600_000)).toBe('2026-05-02');
  });
});

describe('rows of a database as lines', () => {
  const read = (text: string, tool = 'loom') => {
    const skips = createSkips();
    return { rows: parseRowLines(text, tool, skips.add), skips: skips.counts };
  };

  it('are read back by the tool that wrote them, and by no other', () => {
    const rows = [{ id: 1 }, { id: null, name: 'a\nb' }];
    const text = [...toRowLines('loom', rows)].join('');
    expect(read(text)).toEqual({ rows, skips: {} });
    expect(read(text, 'other').rows).toBeNull();
    expect([read('').rows, read('{"id":1}').rows, read('x').rows]).toEqual([null, null, null]);
  });

  it('are left out and counted where they are no JSON', () => {
    const [head] = [...toRowLines('loom', [])];
    expect(read(`${head}x\n{"id":1}\n\n[1]\n`)).toEqual({ rows: [{ id: 1 }], skips: { 'not-json': 2 } });
  });
});
