import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile, type ReceivedResponse } from '../../../../shared/analytics/reconcile.ts';
import type { UnderstatedResponse } from '../../../../shared/analytics/understated.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { hourMs } from '../../../../shared/domain/instant.ts';
import type { DifferenceClass, ReconciledRow, ResponseCount } from '../../../../shared/domain/reconciliation.ts';
import { toSessionKey } from '../../../../shared/domain/session.ts';
import { emptyUsage, totalTokens } from '../../../../shared/domain/token-usage.ts';
import { createMemoryLedger } from '../../../fakes/memory-ledger.ts';
import { batchOf, eventOf } from '../../../support/ledger-samples.ts';

const calendar = createCalendar('UTC');
const firstMs = Date.parse('2026-05-01T22:00:00Z');

/** A response: when it was, and what each account knows of it. */
const response = fc.record({
  hour: fc.nat({ max: 8 }),
  model: fc.constantFrom('a', 'b'),
  logged: fc.option(fc.integer({ min: 1, max: 9 })),
  reported: fc.option(fc.integer({ min: 1, max: 9 })),
  isNamed: fc.boolean(),
  again: fc.nat({ max: 2 }),
  sessionId: fc.constantFrom('', 's', 't'),
});

const dayOf = (hour: number): string => calendar.dayOf(firstMs + hour * hourMs);

type Response = typeof response extends fc.Arbitrary<infer Value> ? Value : never;

/** A ledger that read the logs and the journals, and the journals themselves. */
function live(responses: readonly Response[]) {
  const ledger = createMemoryLedger();
  const understated: UnderstatedResponse[] = [];
  const sessions = new Set<string>();
  const received: ReceivedResponse[] = [];
  responses.forEach(({ hour, model, logged, reported, isNamed, again, sessionId }, id) => {
    const atMs = firstMs + hour * hourMs;
    const event = (origin: 'log' | 'telemetry', outputTokens: number) =>
      eventOf({
        ...{ key: `${origin} ${id}`, aliases: [`name ${id}`], replay: null, atMs },
        ...{ source: 'agent', provider: 'p', model, sessionId, origin },
        usage: { ...emptyUsage, outputTokens },
      });
    if (logged !== null) {
      ledger.apply([batchOf([{ kind: 'event', event: event('log', logged) }])]);
      sessions.add(toSessionKey({ source: 'agent', sessionId }));
      const tokens = isNamed && reported !== null ? Math.max(0, reported - logged) : 0;
      if (tokens > 0) understated.push({ source: 'agent', model, atMs, tokens });
    }
    if (reported === null) return;
    const usage = { ...emptyUsage, outputTokens: reported };
    if (isNamed) ledger.apply([batchOf([{ kind: 'event', event: event('telemetry', reported) }])]);
    const one = { source: 'agent', model, atMs, usage };
    received.push({ ...one, fate: isNamed ? 'named' : 'not-joined' });
    for (let time = 0; time < again; time++) received.push({ ...one, fate: 'duplicate' });
  });
  return { cells: ledger.cells({ grainMs: 1 }), received, facts: { sessions, understated } };
}

const sum = (counts: readonly ResponseCount[]): ResponseCount => ({
  responses: counts.reduce((total, { responses }) => total + responses, 0),
  tokens: counts.reduce((total, { tokens }) => total + tokens, 0),
});
const negate = ({ responses, tokens }: ResponseCount): ResponseCount => ({
  responses: 0 - responses,
  tokens: 0 - tokens,
});

function close({ received, differences }: ReconciledRow): ResponseCount {
  const { 'only-in-log': onlyInLog, understated, ...others } = differences;
  // Both accounts have the responses that are understated.
  const missing = { responses: 0, tokens: understated.tokens };
  return sum([received, ...[...Object.values(others), missing].map(negate), onlyInLog]);
}

describe('reconciling logs and telemetry', () => {
  it('explains every response and token', () => {
    fc.assert(
      fc.property(fc.array(response, { maxLength: 20 }), (responses) => {
        const { cells, received, facts } = live(responses);
        const rows = reconcile(cells, received, calendar, facts);
        for (const row of rows) expect(close(row)).toEqual(row.logged);
        expect(sum(rows.map((row) => row.received))).toEqual({
          responses: received.length,
          tokens: received.reduce((total, { usage }) => total + totalTokens(usage), 0),
        });
        const missing = responses.filter((each) => each.logged === null && each.reported !== null && each.isNamed);
        const isElsewhere = ({ sessionId }: Response): boolean =>
          sessionId !== '' && !facts.sessions.has(toSessionKey({ source: 'agent', sessionId }));
        const toCount = (each: readonly Response[]): ResponseCount => ({
          responses: each.length,
          tokens: each.reduce((total, { reported }) => total + (reported ?? 0), 0),
        });
        const sumOf = (kind: DifferenceClass) => sum(rows.map(({ differences }) => differences[kind]));
        expect(sumOf('not-in-log')).toEqual(toCount(missing.filter((each) => !isElsewhere(each))));
        expect(sumOf('other-root')).toEqual(toCount(missing.filter(isElsewhere)));
        expect(sumOf('understated')).toEqual({
          responses: facts.understated.length,
          tokens: facts.understated.reduce((total, { tokens }) => total + tokens, 0),
        });
        // What remains for the logs is what they say themselves.
        expect(sum(rows.map(({ logged }) => logged)).tokens).toBe(
          responses
            .filter(({ hour, model }) => rows.some((row) => row.model === model && row.day === dayOf(hour)))
            .reduce((total, { logged }) => total + (logged ?? 0), 0),
        );
      }),
    );
  });

  it('separates days and models, and leaves out what telemetry says nothing of', () => {
    const base = { logged: 5, reported: 7, isNamed: true, again: 0, sessionId: 's' as const };
    const { cells, received, facts } = live([
      { ...base, hour: 0, model: 'a' },
      { ...base, hour: 4, model: 'a', logged: null },
      { ...base, hour: 4, model: 'b', isNamed: false, again: 1 },
      { ...base, hour: 8, model: 'b', reported: null },
    ]);
    const rows = reconcile(cells, received, calendar, facts);
    expect(rows.map(({ day, model }) => `${day} ${model}`)).toEqual(['2026-05-01 a', '2026-05-02 a', '2026-05-02 b']);
    // The ledger has the larger output: telemetry has corrected the log.
    expect(rows[0]).toMatchObject({
      logged: { responses: 1, tokens: 5 },
      differences: { understated: { responses: 1, tokens: 2 }, 'only-in-log': { responses: 0, tokens: 0 } },
    });
    expect(rows[1]?.differences['not-in-log']).toEqual({ responses: 1, tokens: 7 });
    expect(rows[2]?.differences).toMatchObject({
      duplicate: { responses: 1, tokens: 7 },
      'not-joined': { responses: 1, tokens: 7 },
      'only-in-log': { responses: 2, tokens: 10 },
    });
  });
});
