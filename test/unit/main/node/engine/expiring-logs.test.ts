import { describe, expect, it } from 'vitest';
import { type ExpiryInput, warnOfExpiringLogs } from '../../../../../main/node/engine/expiring-logs.ts';
import { dayMs, hourMs } from '../../../../../shared/domain/instant.ts';
import { toOffset } from '../../../../support/ledger-samples.ts';

const nowMs = Date.UTC(2026, 10, 21, 12);
const claude = { id: 'claude-code', label: 'Claude Code' };
const file = (path: string, daysOld: number) => ({ source: claude, path, size: 10, mtimeMs: nowMs - daysOld * dayMs });

function warn(input: Partial<ExpiryInput>): string | null {
  return (
    warnOfExpiringLogs({
      files: [],
      cursors: new Map(),
      retentionDays: new Map([['claude-code', 30]]),
      cause: 'paused',
      nowMs,
      ...input,
    })?.message ?? null
  );
}

describe('the warning of logs that are about to be deleted', () => {
  it('is given from three days before, and says what to do', () => {
    expect(warn({ files: [file('a', 26.9)] })).toBeNull();
    expect(warn({ files: [file('a', 27)] })).toBe(
      'Claude Code will delete a log that is not read yet, in 3 days. Let Fuelgauge go on (it is paused), and they stay counted.',
    );
    expect(warn({ files: [file('a', 28.5)] })).toContain('in 1 day.');
    expect(warn({ files: [{ ...file('a', 30), mtimeMs: nowMs - 30 * dayMs + hourMs }] })).toContain('within a day.');
    // Overdue ones go with the agent's next sweep.
    expect(warn({ files: [file('a', 60), file('b', 28), file('c', 1)] })).toContain(
      'will delete 2 logs that are not read yet, as soon as it is started.',
    );
    expect(warn({ files: [file('a', 60)], cause: 'failing' })).toContain('Cure what keeps Fuelgauge from writing');
    expect(warn({ files: [file('a', 60)], cause: 'unreadable' })).toContain('Make them readable');
  });

  it('does not concern what was read, what holds nothing, and agents that delete nothing', () => {
    const old = file('a', 40);
    const files = [old];
    expect(warn({ files, cursors: new Map([['a', { mtimeMs: old.mtimeMs, position: toOffset(4) }]]) })).toBeNull();
    expect(warn({ files, cursors: new Map([['a', { mtimeMs: 1, position: toOffset(10) }]]) })).toBeNull();
    expect(warn({ files, cursors: new Map([['a', { mtimeMs: 1, position: toOffset(4) }]]) })).not.toBeNull();
    expect(warn({ files: [{ ...old, size: 0 }] })).toBeNull();
    expect(warn({ files, retentionDays: new Map() })).toBeNull();
    expect(warn({ files, retentionDays: new Map([['claude-code', 365]]) })).toBeNull();
  });
});
