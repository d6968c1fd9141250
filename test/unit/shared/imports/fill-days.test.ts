import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { fillDays, joinUses, type KnownUsage } from '../../../../shared/imports/fill-days.ts';
import { toSumUse } from '../../../../shared/imports/history-import.ts';
import { createOverlap, toSumSpan } from '../../../../shared/imports/sum-span.ts';
import {
  parseHistoryUse,
  toHistoryLine,
  type HistoryUse,
} from '../../../../shared/sources/lib/imported-uses/history-use.ts';

const sumOf = (day: string, timeZone: string, model = 'gpt-5'): HistoryUse =>
  toSumUse({ agent: 'codex', day, model, usage: emptyUsage, costUsd: null }, createCalendar(timeZone));
const request: HistoryUse = { ...sumOf('2026-05-02', 'UTC'), key: 'codex:1', id: 'codex:1' };
const nothing: KnownUsage = { isCounted: () => false, isImported: () => false, firstCountedMs: () => null };

describe('the day of a sum', () => {
  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-05-01', 24],
  ])('is as long as the clock makes it, also after it was stored: %s', (day, hours) => {
    const calendar = createCalendar('Europe/Berlin');
    const sum = sumOf(day, 'Europe/Berlin');
    const read = parseHistoryUse(JSON.parse(toHistoryLine(sum)) as Record<string, unknown>);
    if (typeof read === 'string') throw new Error(read);
    const { fromMs, toMs } = toSumSpan(read);
    expect(fromMs).toBe(calendar.startOf(day));
    expect(toMs - fromMs).toBe(hours * 3_600_000);
    expect(calendar.dayOf(toMs - 1)).toBe(day);
  });

  it('ignores a length that no day has', () => {
    const record = JSON.parse(toHistoryLine(sumOf('2026-05-01', 'UTC'))) as Record<string, unknown>;
    for (const hours of [0, -1, 1e9, '25', null]) {
      expect(parseHistoryUse({ ...record, hours })).not.toHaveProperty('hours');
    }
  });

  it('overlaps the two days of another zone that have a part of it, and no more', () => {
    const overlaps = createOverlap([sumOf('2026-05-02', 'America/Los_Angeles')]);
    const found = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04'].filter((day) =>
      overlaps(sumOf(day, 'Asia/Tokyo')),
    );
    expect(found).toEqual(['2026-05-02', '2026-05-03']);
    expect(overlaps({ ...sumOf('2026-05-02', 'UTC'), agent: 'claude-code' })).toBe(false);
  });
});

describe('what is imported again', () => {
  it('replaces the same days, keeps those that the tool has forgotten, and the models of a day', () => {
    const old = ['2026-05-01', '2026-05-02'].map((day) => sumOf(day, 'UTC'));
    const other = sumOf('2026-05-02', 'UTC', 'gpt-5-mini');
    expect(joinUses([...old, other], [sumOf('2026-05-02', 'UTC')])).toHaveLength(3);
  });

  it('replaces days of another time zone, since the usage is the same', () => {
    const old = ['2026-04-20', '2026-05-01', '2026-05-02'].map((day) => sumOf(day, 'America/Los_Angeles'));
    const fresh = ['2026-05-02', '2026-05-03'].map((day) => sumOf(day, 'Asia/Tokyo', 'gpt-5-mini'));
    expect(joinUses([...old, request], fresh)).toEqual([old[0], request, ...fresh]);
  });
});

describe('days that may be filled', () => {
  it('are those that are known from nowhere else; requests are merged by name', () => {
    const sum = sumOf('2026-05-02', 'UTC');
    expect(fillDays([sum], 'gaps', nothing)).toEqual({ uses: [sum], skips: {} });
    const known = { ...nothing, isCounted: () => true, isImported: () => true };
    expect(fillDays([sum, request], 'gaps', known)).toEqual({ uses: [request], skips: { 'day-counted': 1 } });
    expect(fillDays([sum], 'gaps', { ...nothing, isImported: () => true }).skips).toEqual({ 'day-imported': 1 });
  });

  it('come before the first log where a tool is too rough for more', () => {
    const sums = ['2026-05-01', '2026-05-03'].map((day) => sumOf(day, 'UTC'));
    const known = { ...nothing, firstCountedMs: () => Date.UTC(2026, 4, 2, 23) };
    const filled = fillDays(sums, 'before-first', known);
    expect(filled).toEqual({ uses: [sums[0]], skips: { 'after-first-log': 1 } });
    expect(fillDays(sums, 'gaps', known).uses).toHaveLength(2);
  });
});
