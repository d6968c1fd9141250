import { describe, expect, it } from 'vitest';
import { reconcileProxies, toBareModel, type ProxiedResponse } from '../../../../shared/analytics/reconcile-proxies.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { makeCell } from '../../../support/make-cell.ts';

const calendar = createCalendar('UTC');
const atMs = Date.parse('2026-05-01T09:00:00Z');
const response = (fate: ProxiedResponse['fate'], outputTokens = 10, change: Partial<ProxiedResponse> = {}) => ({
  ...{ source: 'litellm', model: 'anthropic/claude-opus-4-8', atMs, costUsd: 0.1, fate },
  usage: { ...emptyUsage, outputTokens },
  ...change,
});
const cell = (source: string, origin: 'log' | 'telemetry', events: number, outputTokens: number) =>
  makeCell({
    source,
    model: 'claude-opus-4-8',
    firstAtMs: atMs,
    lastAtMs: atMs,
    origin,
    events,
    usage: { ...emptyUsage, outputTokens },
  });

describe('a proxy beside the logs', () => {
  it('says of every response what became of it', () => {
    const responses = [
      response('named'),
      response('named'),
      response('not-joined'),
      response('duplicate'),
      response('counted'),
    ];
    const cells = [cell('claude-code', 'log', 7, 70), cell('litellm', 'telemetry', 2, 20)];
    expect(reconcileProxies(cells, responses, calendar)).toEqual([
      {
        ...{ day: '2026-05-01', source: 'litellm', model: 'claude-opus-4-8', chargedMicroUsd: 400_000 },
        received: { responses: 5, tokens: 50 },
        joined: { responses: 1, tokens: 10 },
        notInLog: { responses: 2, tokens: 20 },
        notJoined: { responses: 1, tokens: 10 },
        duplicate: { responses: 1, tokens: 10 },
        logged: { responses: 7, tokens: 70 },
      },
    ]);
  });

  it('does not know what was charged where nothing says so', () => {
    const responses = [response('not-joined', 10, { costUsd: null })];
    expect(reconcileProxies([], responses, calendar)).toMatchObject([
      { chargedMicroUsd: null, logged: { responses: 0 } },
    ]);
  });

  it('shows nothing without a proxy', () => {
    expect(reconcileProxies([cell('claude-code', 'log', 7, 70)], [], calendar)).toEqual([]);
  });

  it.each([
    ['openrouter/anthropic/claude-x', 'claude-x'],
    ['gpt-5.5', 'gpt-5.5'],
    ['odd/', 'odd/'],
  ])('takes the provider off %s', (model, bare) => expect(toBareModel(model)).toBe(bare));
});
