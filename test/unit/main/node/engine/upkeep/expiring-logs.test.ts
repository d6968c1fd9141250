import { describe, expect, it } from 'vitest';
import { type ExpiryInput, warnOfExpiringLogs } from '../../../../../../main/node/engine/upkeep/expiring-logs.ts';
import { dayMs, hourMs } from '../../../../../../shared/domain/instant.ts';

const nowMs = Date.UTC(2026, 10, 21, 12);
const claude = { id: 'claude-code', label: 'Claude Code' };
const file = (path: string, daysOld: number) => ({ source: claude, path, size: 10, mtimeMs: nowMs - daysOld * dayMs });

function warn(input: Partial<ExpiryInput>): unknown {
  return (
    warnOfExpiringLogs({
      files: [],
      known: new Map(),
      retentionDays: new Map([['claude-code', 30]]),
      cause: 'paused',
      nowMs,
      ...input,
    })?.parameters ?? null
  );
}

describe('the warning about logs that will soon be deleted', () => {
  it('is shown from three days before', () => {
    expect(warn({ files: [file('a', 26.9)] })).toBeNull();
    const one = { sourceLabel: 'Claude Code', logs: 1, cause: 'paused' };
    expect(warn({ files: [file('a', 27)] })).toEqual({ ...one, deletesAtMs: nowMs + 3 * dayMs });
    expect(warn({ files: [file('a', 28.5)] })).toEqual({ ...one, deletesAtMs: nowMs + 1.5 * dayMs });
    expect(warn({ files: [{ ...file('a', 30), mtimeMs: nowMs - 30 * dayMs + hourMs }] })).toEqual({
      ...one,
      deletesAtMs: nowMs + hourMs,
    });
    // Overdue logs are deleted in the agent's next cleanup.
    expect(warn({ files: [file('a', 60), file('b', 28), file('c', 1)] })).toEqual({
      ...one,
      logs: 2,
      deletesAtMs: nowMs - 30 * dayMs,
    });
    expect(warn({ files: [file('a', 60)], cause: 'failing' })).toMatchObject({ cause: 'failing' });
  });

  it('does not change while time passes', () => {
    const files = [file('a', 28), file('b', 29)];
    expect(warn({ files, nowMs: nowMs + dayMs - 1 })).toEqual(warn({ files }));
  });

  it('does not cover logs that were read, empty logs, and agents that delete nothing', () => {
    const old = file('a', 40);
    const files = [old];
    expect(warn({ files, known: new Map([['a', { mtimeMs: old.mtimeMs, bytesRead: 4 }]]) })).toBeNull();
    expect(warn({ files, known: new Map([['a', { mtimeMs: 1, bytesRead: 10 }]]) })).toBeNull();
    expect(warn({ files, known: new Map([['a', { mtimeMs: 1, bytesRead: 4 }]]) })).not.toBeNull();
    expect(warn({ files: [{ ...old, size: 0 }] })).toBeNull();
    expect(warn({ files, retentionDays: new Map() })).toBeNull();
    expect(warn({ files, retentionDays: new Map([['claude-code', 365]]) })).toBeNull();
  });
});
