import { describe, expect, it } from 'vitest';
import { toQuarterRow, toUndatedRow } from '../../../../shared/activity/slots.ts';
import { summarizeActivity } from '../../../../shared/activity/summarize-activity.ts';
import { hourMs, minuteMs } from '../../../../shared/domain/instant.ts';

const atMs = Date.UTC(2026, 4, 14, 10);
const site = (rest: { readonly name?: string; readonly via?: string; readonly origin?: 'history' | 'extension' }) =>
  ({ kind: 'site', name: 'claude.ai', via: 'chrome', origin: 'history', ...rest }) as const;
const entry = { label: 'Claude', category: 'chat', usdPerHour: 0.6 } as const;

describe('the sums of activity', () => {
  it('are by name, the longest first, with a guess of the cost where there is a rate', () => {
    const rows = [
      toQuarterRow(site({ name: 'poe.com' }), atMs, { activeMs: 5 * minuteMs, count: 9 }),
      toQuarterRow(site({}), atMs, { activeMs: hourMs / 4, count: 2 }),
      toQuarterRow(site({ via: 'firefox' }), atMs + hourMs, { activeMs: hourMs / 4, count: 1 }),
    ];
    const sums = summarizeActivity(rows, 'site', (name) => (name === 'claude.ai' ? entry : null));
    expect(sums).toMatchObject([
      {
        name: 'claude.ai',
        label: 'Claude',
        via: ['chrome', 'firefox'],
        activeMs: hourMs / 2,
        count: 3,
        costMicroUsd: 300_000,
      },
      { name: 'poe.com', label: 'poe.com', category: null, costMicroUsd: null, activeKind: 'estimated' },
    ]);
  });

  it('take what the extension measured, and the history only where it has nothing', () => {
    const rows = [
      toQuarterRow(site({}), atMs, { activeMs: 10 * minuteMs, count: 5 }),
      toQuarterRow(site({ origin: 'extension' }), atMs, { activeMs: 3 * minuteMs, count: 1 }),
    ];
    const measured = { activeMs: 3 * minuteMs, count: 1, activeKind: 'measured' };
    expect(summarizeActivity(rows, 'site', () => entry)).toMatchObject([measured]);
    const later = toQuarterRow(site({}), atMs + hourMs, { activeMs: minuteMs, count: 1 });
    expect(summarizeActivity([...rows, later], 'site', () => entry)).toMatchObject([
      { activeMs: 4 * minuteMs, count: 2, activeKind: 'estimated' },
    ]);
    // Another browser has no extension.
    const other = toQuarterRow(site({ via: 'firefox' }), atMs, { activeMs: minuteMs, count: 1 });
    expect(summarizeActivity([...rows, other], 'site', () => entry)).toMatchObject([{ count: 2 }]);
  });

  it('say that time is unknown where only calls are counted, and how many are undated', () => {
    const command = { kind: 'command', name: 'x', via: 'bash', origin: 'shell-history' } as const;
    const rows = [toUndatedRow(command, { count: 2 }), toQuarterRow(command, atMs, { count: 1 })];
    expect(summarizeActivity(rows, 'command', () => null)).toMatchObject([
      { count: 3, undatedCount: 2, activeKind: 'unknown', costMicroUsd: null },
    ]);
  });

  it('guess the cost of tokens, and of nothing where none were seen', () => {
    const api = { kind: 'api', name: 'claude-web', via: '', origin: 'extension' } as const;
    const sumOf = (numbers: object) => summarizeActivity([toQuarterRow(api, atMs, numbers)], 'api', () => null)[0];
    expect(sumOf({ count: 1, inputTokens: 1_000_000, outputTokens: 100_000 })?.costMicroUsd).toBe(4_500_000);
    expect(sumOf({ count: 1 })?.costMicroUsd).toBeNull();
  });

  it('are ordered by name where time and count are the same, and by count where time is', () => {
    const rows = [
      toQuarterRow(site({ name: 'b.example' }), atMs, { count: 1 }),
      toQuarterRow(site({ name: 'a.example' }), atMs, { count: 1 }),
      toQuarterRow(site({ name: 'c.example' }), atMs, { count: 2 }),
      toQuarterRow(site({ name: 'd.example' }), atMs, { activeMs: 1 }),
    ];
    const names = (given: typeof rows) => summarizeActivity(given, 'site', () => null).map(({ name }) => name);
    for (const given of [rows, rows.toReversed()]) {
      expect(names(given)).toEqual(['d.example', 'c.example', 'a.example', 'b.example']);
    }
  });

  it('have the rows of their kind only, each browser once in order, and the tokens', () => {
    const app = { kind: 'app', name: 'claude.ai', via: '', origin: 'focus' } as const;
    const rows = [
      toQuarterRow(site({ via: 'firefox' }), atMs, { count: 1, inputTokens: 5 }),
      toQuarterRow(site({ via: 'brave' }), atMs, { count: 1, outputTokens: 7 }),
      toQuarterRow(site({ via: 'firefox' }), atMs + hourMs, { count: 1, inputTokens: 6 }),
      toQuarterRow(site({ via: '' }), atMs, { count: 1 }),
      toQuarterRow(app, atMs, { activeMs: hourMs, count: 100 }),
    ];
    expect(summarizeActivity(rows, 'site', () => entry)).toMatchObject([
      { via: ['brave', 'firefox'], count: 4, activeMs: 0, inputTokens: 11, outputTokens: 7 },
    ]);
  });

  it('tell no time of commands and requests, whose time nobody measures, and none of sites where there was none', () => {
    const kindOf = (kind: 'site' | 'app' | 'command' | 'api', activeMs = 0) =>
      summarizeActivity(
        [
          toQuarterRow({ kind, name: 'x', via: '', origin: 'extension' }, atMs, { count: 1 }),
          toQuarterRow({ kind, name: 'x', via: 'y', origin: 'extension' }, atMs, { count: 1, activeMs }),
        ],
        kind,
        () => entry,
      )[0];
    expect(['site', 'app', 'command', 'api'].map((kind) => kindOf(kind as 'site')?.activeKind)).toEqual([
      ...['measured', 'measured', 'unknown', 'unknown'],
    ]);
    expect(kindOf('command')?.costMicroUsd).toBeNull();
    expect(kindOf('site')?.costMicroUsd).toBe(0);
    expect(kindOf('command', hourMs)).toMatchObject({ activeKind: 'measured', costMicroUsd: 600_000 });
  });
});
