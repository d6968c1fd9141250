import { describe, expect, it } from 'vitest';
import type { AlertParameters } from '../../../../../shared/domain/alert-intent.ts';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';
import { describeAlert } from '../../../../../shared/messages/describe-alert.ts';
import type { Notice } from '../../../../../shared/ports/alert-channel.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const messages = createMessages();
const weekly: AlertParameters['threshold'] = {
  subject: { kind: 'limit', windowMinutes: 10_080, scope: '7d', label: null },
  thresholdPercent: 75,
  usedPercent: 78.4,
  resetsAtMs: nowMs + 133 * 60_000,
};
const passedThreshold = (parameters: AlertParameters['threshold']): Notice =>
  describeAlert(
    { kind: 'threshold', key: 'k', source: 'codex', parameters },
    { sourceLabel: 'Codex', nowMs },
    messages,
  );

describe('the notification for a crossed threshold', () => {
  it('says what was crossed, and when it resets', () => {
    expect(passedThreshold(weekly)).toEqual({
      title: 'Codex: weekly limit at 78%',
      body: 'Passed 75%. Resets in 2 h 13 min.',
    });
    expect(passedThreshold({ ...weekly, subject: { kind: 'block' } }).title).toBe('Codex: 5-hour block at 78%');
  });

  it('says that a limit is used up, and no reset that is unknown or past', () => {
    expect(passedThreshold({ ...weekly, usedPercent: 100, resetsAtMs: null })).toEqual({
      title: 'Codex: weekly limit at 100%',
      body: 'Used up.',
    });
    expect(passedThreshold({ ...weekly, resetsAtMs: nowMs }).body).toBe('Passed 75%.');
  });

  it('shows a label of the provider without marks that reorder the text', () => {
    const subject = { kind: 'limit', windowMinutes: 10_080, scope: '7d', label: 'Spark\u202e\u0007' } as const;
    expect(passedThreshold({ ...weekly, subject }).title).toBe('Codex: Spark weekly limit at 78%');
  });
});

describe('the notifications about a day, week or month', () => {
  const titleAt = (period: 'day' | 'week' | 'month', atMs: number, bounds: object): string => {
    const parameters = { period, costMicroUsd: 9, budgetMicroUsd: 10, thresholdPercent: 80, ...bounds };
    const context = { sourceLabel: '', nowMs: atMs };
    return describeAlert({ kind: 'spend', key: 'k', source: null, parameters }, context, messages).title;
  };

  it('say its date to who reads them when it is over', () => {
    const bounds = { since: '2026-04-27', endsAtMs: nowMs };
    const titles = (['day', 'week', 'month'] as const).map((period) => titleAt(period, nowMs, bounds));
    expect(titles).toEqual([
      'Mon, Apr 27, 2026: 90% of the budget',
      'Week of Mon, Apr 27, 2026: 90% of the budget',
      'April 2026: 90% of the budget',
    ]);
    expect(titleAt('day', nowMs - 1, bounds)).toBe('Today: 90% of the budget');
    // An earlier version stored no dates.
    expect(titleAt('week', nowMs, {})).toBe('This week: 90% of the budget');
    const facts = { period: 'day', tokens: 1, responses: 1, costMicroUsd: null, ...bounds } as const;
    const titleOf = (parameters: AlertParameters['digest'], atMs = nowMs): string =>
      describeAlert({ kind: 'digest', key: 'k', source: null, parameters }, { sourceLabel: '', nowMs: atMs }, messages)
        .title;
    // It holds the day up to its hour, not all of it.
    const upTo = { day: '2026-04-27', minute: 18 * 60 + 5 };
    expect(titleOf({ ...facts, upTo })).toBe('Mon, Apr 27, 2026, up to 6:05 PM');
    expect(titleOf({ ...facts, upTo }, nowMs - 1)).toBe('Today so far');
    const week = { ...facts, period: 'week', upTo: { ...upTo, day: '2026-05-03' } } as const;
    expect(titleOf(week)).toBe('Week of Mon, Apr 27, 2026, up to May 3, 2026, 6:05 PM');
    expect(titleOf(facts)).toBe('Mon, Apr 27, 2026');
  });
});

it('shows a cost that is partly unknown as a minimum', () => {
  const context = { sourceLabel: 'Codex', nowMs };
  const sums = { costMicroUsd: 9_000_000, isCostPartial: true };
  const budget = { budgetMicroUsd: 10_000_000 };
  const spend = { period: 'day', ...sums, ...budget, thresholdPercent: 80 } as const;
  const digest = { period: 'day', ...sums, tokens: 5, responses: 1 } as const;
  const guard = {
    ...sums,
    ...budget,
    sessionId: 's',
    project: null,
    level: 'soft',
    action: 'warn',
    tokens: null,
  } as const;
  const bodies = [
    describeAlert({ kind: 'spend', key: 'k', source: null, parameters: spend }, context, messages).body,
    describeAlert({ kind: 'digest', key: 'k', source: null, parameters: digest }, context, messages).body,
    describeAlert({ kind: 'guard', key: 'k', source: 'codex', parameters: guard }, context, messages).body,
  ];
  expect(bodies.map((body) => /\$9\.00\S*/.exec(body)?.[0])).toEqual(['$9.00+', '$9.00+', '$9.00+']);
});

describe('the notification for a changed allowance', () => {
  const changed: AlertParameters['allowance'] = {
    ...{ change: 'allowance', fromPlan: null, toPlan: null, sinceMs: nowMs },
    ...{ subject: weekly.subject, ratio: 0.6, pairsBefore: 40, pairsAfter: 30 },
  };
  const describeChange = (parameters: AlertParameters['allowance']): Notice =>
    describeAlert(
      { kind: 'allowance', key: 'k', source: 'codex', parameters },
      { sourceLabel: 'Codex', nowMs },
      messages,
    );

  it('says how much, on what evidence, and that use elsewhere looks the same: for less and for more', () => {
    expect(describeChange(changed)).toEqual({
      title: 'Codex: weekly limit allows less than before',
      body:
        'A percent of it lasts for 40% less usage, estimated from 40 pairs of readings before and 30 since. ' +
        'Use of the same account elsewhere looks the same.',
    });
    expect(describeChange({ ...changed, ratio: 1.5 })).toEqual({
      title: 'Codex: weekly limit allows more than before',
      body:
        'A percent of it lasts for 50% more usage, estimated from 40 pairs of readings before and 30 since. ' +
        'The end of use of the same account elsewhere looks the same.',
    });
  });

  it('names plans without marks that reorder the text', () => {
    const plans = { change: 'plan', fromPlan: 'plus', toPlan: 'pro\u202e', subject: null, ratio: null } as const;
    expect(describeChange({ ...changed, ...plans })).toEqual({
      title: 'Codex: your plan has changed',
      body: 'The provider’s own readings go from plus to pro.',
    });
  });
});
