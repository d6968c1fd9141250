import { describe, expect, it } from 'vitest';
import { toNowView } from '../../../../renderer/features/burn/view-model.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import { usDollar } from '../../../../shared/domain/money.ts';
import { createFakeBurn } from '../../../fakes/fake-sections.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const context = { currency: usDollar, nowMs, phase: 'watching' } as const;

describe('what burns now', () => {
  it('is the rate of the last 15 minutes', () => {
    expect(toNowView(createFakeBurn(nowMs), context)).toMatchObject({
      tokens: '121.8K',
      cost: '$5.91 per hour',
    });
  });

  it('shows a cost that is partly unknown as a minimum', () => {
    const { minutes, coverageFromMs } = createFakeBurn(nowMs);
    const partly = minutes.map((minute) => ({ ...minute, isCostPartial: true }));
    expect(toNowView({ minutes: partly, coverageFromMs }, context).cost).toBe('$5.91+ per hour');
  });

  it('has a value for every full minute of the last hour', () => {
    const { minutes, lineText } = toNowView(createFakeBurn(nowMs), context);
    expect(minutes).toHaveLength(60);
    expect([minutes[0], minutes[50], minutes[59]]).toEqual([45_067, 90_550, 184_300]);
    expect(lineText).toBe('Last hour: 3.9M tokens, at most 184.3K in a minute');
  });

  it('adds up the agents of a minute, and knows nothing of the time before the logs', () => {
    const minute = {
      source: 'a',
      atMs: nowMs - 90_000,
      tokens: 5,
      freshTokens: 1,
      costMicroUsd: null,
      isCostPartial: true,
    };
    const burn = { minutes: [minute, { ...minute, source: 'b' }], coverageFromMs: nowMs - 3 * minuteMs };
    expect(toNowView(burn, context).minutes.slice(55)).toEqual([null, null, 0, 10, 0]);
  });

  it('without a price is no idleness', () => {
    const minute = {
      source: 'a',
      atMs: nowMs - 90_000,
      tokens: 5,
      freshTokens: 1,
      costMicroUsd: null,
      isCostPartial: true,
    };
    const view = toNowView({ minutes: [minute], coverageFromMs: 0 }, context);
    expect(view).toMatchObject({ tokens: '3', cost: 'No cost is known' });
  });

  it.each([
    ['scanning', 'Reading logs'],
    ['paused', 'Paused'],
    ['failed', 'Not reading'],
  ] as const)('is unknown while the logs are not known (%s), and says why', (phase, why) => {
    const view = toNowView({ ...createFakeBurn(nowMs), coverageFromMs: null }, { ...context, phase });
    expect(view).toMatchObject({ tokens: null, cost: why });
    expect(view.minutes.every((minute) => minute === null)).toBe(true);
  });
});
