import { describe, expect, it } from 'vitest';
import { toProblemJson } from '../../../../../../main/node/cli/output/problem-json.ts';
import { dayMs } from '../../../../../../shared/domain/instant.ts';
import { createProblem } from '../../../../../../shared/domain/problem.ts';

describe('a problem in JSON output', () => {
  it.each([
    [3 * dayMs, 3, 'in 3 days'],
    [dayMs - 1, 0, 'within a day'],
    [0, -1, 'the next time it starts'],
  ])('counts the days until logs are deleted from now: %d ms', (leftMs, daysLeft, words) => {
    const nowMs = Date.UTC(2026, 4, 1);
    const parameters = { sourceLabel: 'Claude Code', logs: 2, cause: 'paused' } as const;
    const problem = createProblem('expiring-logs', { ...parameters, deletesAtMs: nowMs + leftMs });
    expect(toProblemJson(problem, nowMs)).toEqual({
      id: 'expiring-logs',
      severity: problem.severity,
      message: expect.stringContaining(words),
      parameters: { ...parameters, daysLeft },
    });
  });

  it('has the parameters of every other problem as they are', () => {
    const problem = createProblem('ledger-busy', { folder: '/data' });
    expect(toProblemJson(problem, 0).parameters).toEqual({ folder: '/data' });
  });
});
