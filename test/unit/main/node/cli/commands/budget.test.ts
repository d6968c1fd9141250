import { describe, expect, it } from 'vitest';
import { createFakeEngine, makeTotals, noTotals, runWith } from '../../../../../fakes/cli-host.ts';

const costing = (usd: number, unpricedModels: readonly string[] = []) =>
  createFakeEngine({ totals: makeTotals({ costMicroUsd: usd * 1_000_000, unpricedModels }) });

describe('budget', () => {
  it.each([
    [costing(5), ['--day', '10'], 0],
    [costing(8.5), ['--day', '10'], 10],
    [costing(8.5), ['--day', '10', '--min-remaining', '15'], 0],
    [costing(10), ['--day', '10'], 11],
    [costing(5, ['mystery-9']), ['--day', '10'], 20],
    [costing(5, ['mystery-9']), ['--day', '10', '--fail-open'], 0],
    [costing(5), [], 30],
    [costing(5), ['--fail-open'], 0],
    // The worst of them counts.
    [costing(5), ['--day', '5', '--month', '500'], 11],
    [createFakeEngine({ totals: noTotals }), ['--week', '10'], 0],
  ])('--check tells by the exit code (%#)', async (engine, args, code) => {
    expect((await runWith(engine, ['budget', '--check', ...args])).exitCode).toBe(code);
  });

  it('tells without --check in words only', async () => {
    const { exitCode, stdout } = await runWith(costing(12), ['budget', '--day', '10', '--month', '100']);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      'Today: used up, $12.00 API-equivalent of $10.00, 0% left\n' +
        'This month: enough left, $12.00 API-equivalent of $100.00, 88% left\n',
    );
  });

  it('asks for the days of each period, of one agent if wanted', async () => {
    const engine = costing(1);
    await runWith(engine, ['budget', '--day', '9', '--week', '9', '--month', '9', '--source', 'codex']);
    const queries = engine.calls.filter((each) => each.startsWith('report ')).map((each) => each.slice(7));
    expect(queries.map((each) => JSON.parse(each) as unknown)).toMatchObject([
      { since: '2026-05-01', until: '2026-05-01', source: 'codex' },
      { since: '2026-04-27', until: '2026-05-01', source: 'codex' },
      { since: '2026-05-01', until: '2026-05-01', source: 'codex' },
    ]);
  });

  it('prints JSON, where what is not known is null', async () => {
    const engine = createFakeEngine({ totals: makeTotals({ costMicroUsd: null, unpricedModels: ['mystery-9'] }) });
    const { stdout, exitCode } = await runWith(engine, ['budget', '--check', '--week', '20', '--json']);
    expect(exitCode).toBe(20);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'fuelgauge.budget.v1',
      verdict: 'unknown',
      budgets: [
        { period: 'week', budgetUsd: 20, costUsd: null, remainingPercent: null, unpricedModels: ['mystery-9'] },
      ],
    });
  });

  it.each(['0', '-1', 'ten', ''])('refuses %j dollars', async (usd) => {
    expect((await runWith(costing(1), ['budget', '--day', usd])).exitCode).toBe(2);
  });
});
