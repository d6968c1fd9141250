import { describe, expect, it } from 'vitest';
import {
  describeDryRun,
  formatBudget,
  parseBudget,
  ruleKinds,
} from '../../../../../../renderer/features/settings/alerts/alert-rules.ts';
import type { AlertIntent } from '../../../../../../shared/domain/alert-intent.ts';
import { alertKinds } from '../../../../../../shared/alerts/intent-schema.ts';

describe('parseBudget', () => {
  it('takes dollars, and nothing for none', () => {
    expect([parseBudget(' $12.50 '), parseBudget('')]).toMatchObject([{ value: 12.5 }, { value: null }]);
    expect(parseBudget('12,5')).toMatchObject({ value: 12.5 });
    expect(['1,000', '-1', '0', 'ten', '1e3'].map((text) => parseBudget(text).ok)).not.toContain(true);
    expect([formatBudget(12.5), formatBudget(null)]).toEqual(['12.5', '']);
  });
});

describe('describeDryRun', () => {
  it('counts what would have been raised, by kind', () => {
    const parameters = { subject: { kind: 'block' }, resetsAtMs: null } as const;
    const intent: AlertIntent<'depleted'> = { kind: 'depleted', key: 'w', source: 'codex', parameters };
    const generatedAtMs = 30 * 86_400_000;
    const rows = [1, 2].map((atMs) => ({ atMs, intent }));
    expect(describeDryRun({ generatedAtMs, sinceMs: 0, rows, untried: ['busy-agent'] })).toEqual([
      'Over the last 30 days, 2 alerts would have been raised:',
      'Used up: 2 times',
      'Not tried, because what they look at is not stored: agent uses a lot of this machine. ‘Will run out’ goes by pace: forecasts of the past are not stored.',
    ]);
    expect(describeDryRun(null)).toEqual(['Fuelgauge is not responding.']);
  });
});

it('every rule has its switch', () => expect([...ruleKinds].sort()).toEqual([...alertKinds].sort()));
