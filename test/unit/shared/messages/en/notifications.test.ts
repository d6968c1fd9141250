import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';

const { passedThreshold } = createMessages().notifications;
const weekly = {
  sourceLabel: 'Codex',
  subject: { kind: 'limit', windowMinutes: 10_080, scope: '7d', label: null },
  thresholdPercent: 75,
  usedPercent: 78.4,
  resetsInMs: 133 * 60_000,
} as const;

describe('the notification for a crossed threshold', () => {
  it('says what was crossed, and when it resets', () => {
    expect(passedThreshold(weekly)).toEqual({
      title: 'Codex: weekly limit at 78%',
      body: 'Passed 75%. Resets in 2 h 13 min.',
    });
    expect(passedThreshold({ ...weekly, subject: { kind: 'block' } }).title).toBe('Codex: 5-hour block at 78%');
  });

  it('says that a limit is used up, and no reset that is unknown or past', () => {
    expect(passedThreshold({ ...weekly, usedPercent: 100, resetsInMs: null })).toEqual({
      title: 'Codex: weekly limit at 100%',
      body: 'Used up.',
    });
    expect(passedThreshold({ ...weekly, resetsInMs: 0 }).body).toBe('Passed 75%.');
  });

  it('shows a label of the provider without marks that reorder the text', () => {
    const subject = { ...weekly.subject, label: 'Spark\u202e\u0007' };
    expect(passedThreshold({ ...weekly, subject }).title).toBe('Codex: Spark weekly limit at 78%');
  });
});
