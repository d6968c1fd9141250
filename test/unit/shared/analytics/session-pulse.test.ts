import { describe, expect, it } from 'vitest';
import { toSessionPulse } from '../../../../shared/analytics/session-pulse.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { makeCell } from '../../../support/make-cell.ts';

const startMs = Date.parse('2026-05-04T09:00:00Z');
const cell = (minute: number, prompt: number, patch: Parameters<typeof makeCell>[0] = {}) =>
  makeCell({
    at: new Date(startMs + minute * minuteMs).toISOString(),
    usage: { ...emptyUsage, inputTokens: 100, cacheReadTokens: prompt - 100, outputTokens: 50 },
    ...patch,
  });

describe('the context of a session', () => {
  it('is as full as its newest prompt', () => {
    expect(toSessionPulse([cell(3, 90_000), cell(1, 40_000)]).contextTokens).toBe(90_000);
  });

  it('shrinks when it was compacted', () => {
    expect(toSessionPulse([cell(1, 190_000), cell(2, 31_000)]).contextTokens).toBe(31_000);
  });

  it('is not that of a subagent, nor of a side request in the same minute', () => {
    const cells = [
      cell(1, 90_000),
      cell(1, 600, { model: 'claude-haiku-4-5' }),
      cell(2, 15_000, { isSidechain: true }),
    ];
    expect(toSessionPulse(cells).contextTokens).toBe(90_000);
  });

  it('is the mean of several responses of a minute', () => {
    expect(toSessionPulse([cell(1, 90_000, { events: 3 })]).contextTokens).toBe(30_000);
  });

  it('is unknown of a session of subagents', () => {
    expect(toSessionPulse([cell(1, 90_000, { isSidechain: true })]).contextTokens).toBeNull();
    expect(toSessionPulse([])).toEqual({
      contextTokens: null,
      minutes: [],
      subagents: { parentId: null, named: 0, hasUnnamed: false },
    });
  });
});

it('what a session used lately is known by minute, for a quarter of an hour', () => {
  const cells = [cell(20, 1_000), cell(20, 500, { isSidechain: true }), cell(6, 2_000), cell(5, 4_000)];
  expect(toSessionPulse(cells).minutes).toEqual([
    { startMs: startMs + 6 * minuteMs, tokens: 2_050 },
    { startMs: startMs + 20 * minuteMs, tokens: 1_600 },
  ]);
});
