import { describe, expect, it } from 'vitest';
import { expiringLogsRule } from '../../../../../shared/alerts/rules/expiring-logs.ts';
import { playRule } from '../../../../support/play-rule.ts';

const hourMs = 3_600_000;
const startMs = Date.parse('2026-05-01T00:00:00Z');

describe('expiring-logs', () => {
  it('alerts once in three days for an agent', () => {
    const play = playRule(expiringLogsRule);
    const expiring = { sourceLabel: 'Claude Code', logs: 3, deletesAtMs: startMs + 48 * hourMs };
    const at = (hours: number) => play.see({ nowMs: startMs + hours * hourMs, expiring }).length;
    expect([at(0), at(1)]).toEqual([1, 0]);
    play.restart();
    expect([at(71), at(72)]).toEqual([0, 1]);
  });
});
