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

/** Two thousandths of a dollar a token; nothing is known of responses without any. */
const priceOf = ({ usage }: ProxiedResponse): number | null =>
  usage.outputTokens === 0 ? null : usage.outputTokens * 2_000;

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
    expect(reconcileProxies(cells, responses, calendar, priceOf, [])).toEqual([
      {
        ...{ day: '2026-05-01', source: 'litellm', model: 'claude-opus-4-8', chargedMicroUsd: 400_000 },
        pricedMicroUsd: 80_000,
        received: { responses: 5, tokens: 50 },
        joined: { responses: 1, tokens: 10 },
        understated: { responses: 0, tokens: 0 },
        notInLog: { responses: 1, tokens: 10 },
        otherRoot: { responses: 1, tokens: 10 },
        notJoined: { responses: 1, tokens: 10 },
        duplicate: { responses: 1, tokens: 10 },
        logged: { responses: 7, tokens: 70 },
      },
    ]);
  });

  it('tells a difference in price from one in tokens, as far as every price is known', () => {
    const responses = [response('named'), response('counted', 20), response('duplicate', 20)];
    expect(reconcileProxies([], responses, calendar, priceOf, [])).toMatchObject([
      { chargedMicroUsd: 200_000, pricedMicroUsd: 60_000 },
    ]);
    const unknown = [...responses, response('named', 0)];
    expect(reconcileProxies([], unknown, calendar, priceOf, [])).toMatchObject([{ pricedMicroUsd: null }]);
  });

  it('shows by how much a log understates what was joined', () => {
    const understated = [{ source: 'litellm', model: 'anthropic/claude-opus-4-8', atMs, tokens: 7 }];
    const cells = [cell('claude-code', 'log', 1, 10)];
    expect(reconcileProxies(cells, [response('named')], calendar, priceOf, understated)).toMatchObject([
      { joined: { responses: 1, tokens: 10 }, understated: { responses: 1, tokens: 7 }, otherRoot: { responses: 0 } },
    ]);
  });

  it('does not know what was charged where nothing says so', () => {
    const responses = [response('not-joined', 10, { costUsd: null })];
    expect(reconcileProxies([], responses, calendar, priceOf, [])).toMatchObject([
      { chargedMicroUsd: null, pricedMicroUsd: null, logged: { responses: 0 } },
    ]);
  });

  it('shows nothing without a proxy', () => {
    expect(reconcileProxies([cell('claude-code', 'log', 7, 70)], [], calendar, priceOf, [])).toEqual([]);
  });

  it.each([
    ['openrouter/anthropic/claude-x', 'claude-x'],
    ['gpt-5.5', 'gpt-5.5'],
    ['odd/', 'odd/'],
  ])('takes the provider off %s', (model, bare) => expect(toBareModel(model)).toBe(bare));
});
