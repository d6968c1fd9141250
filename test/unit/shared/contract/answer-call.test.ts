import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerCall,
  desktopContract,
  namesOf,
  type DesktopCalls,
  type Handlers,
} from '../../../../shared/contract/index.ts';
import { CallError } from '../../../../shared/domain/call-failure.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { createRecordingLogger } from '../../../support/recording-logger.ts';

const { failures } = createMessages('en');
const { calls } = desktopContract;
const names = namesOf(calls);

/** Handlers that record their arguments, unless a test has its own. */
function createAnswering(own: Partial<Record<keyof DesktopCalls, (argument: never) => unknown>> = {}) {
  const seen: unknown[] = [];
  const logger = createRecordingLogger();
  const entries = names.map((name) => [name, own[name] ?? ((argument: unknown) => void seen.push(argument))]);
  return { calls, seen, logger, handlers: Object.fromEntries(entries) as Handlers<DesktopCalls> };
}

describe('answerCall', () => {
  it('passes on the validated argument and wraps the answer', async () => {
    const answering = createAnswering({ openWindow: (view) => `opened ${view as string}` });
    expect(await answerCall(answering, 'openWindow', 'overview')).toEqual({ ok: true, value: 'opened overview' });
  });

  it('fills in what a query leaves out', async () => {
    const answering = createAnswering();
    await answerCall(answering, 'report', { since: '2026-05-01' });
    const rest = { until: null, timeZone: null, source: null };
    expect(answering.seen).toEqual([{ by: 'day', split: 'none', since: '2026-05-01', ...rest }]);
  });

  it('refuses an argument that the contract does not know, without asking the handler', async () => {
    const answering = createAnswering();
    const answer = await answerCall(answering, 'updateSettings', { theme: 'dark', evil: 1 });
    expect(answer).toEqual({
      ok: false,
      error: {
        kind: 'invalid-argument',
        name: 'updateSettings',
        value: { place: 'evil', received: '"evil"', expected: 'never', rule: null },
      },
    });
    expect(answering.seen).toEqual([]);
  });

  it.each(['nope', 'toString', '__proto__', 'constructor', ''])('fails for a call named "%s"', async (name) => {
    expect(await answerCall(createAnswering(), name, undefined)).toEqual({
      ok: false,
      error: { kind: 'unknown-call', name },
    });
  });

  it('turns what a handler throws into its message, and logs it', async () => {
    const answering = createAnswering({ rescan: () => Promise.reject(new Error('The disk is gone.')) });
    expect(await answerCall(answering, 'rescan', undefined)).toEqual({
      ok: false,
      error: { kind: 'failed', name: 'rescan', about: 'action', detail: 'The disk is gone.' },
    });
    expect(answering.logger.lines).toEqual(['error the call "rescan" failed']);
  });

  it.each([
    ['an error without a message', new Error('')],
    ['what is no error', 'disk'],
    ['nothing', undefined],
  ])('has no detail for %s', async (_, thrown) => {
    const answering = createAnswering({ rescan: () => Promise.reject(thrown) });
    expect(await answerCall(answering, 'rescan', undefined)).toEqual({
      ok: false,
      error: { kind: 'failed', name: 'rescan', about: 'action', detail: null },
    });
  });

  it('passes on the failure that an error carries', async () => {
    const failure = { kind: 'engine-stopped' } as const;
    const answering = createAnswering({ rescan: () => Promise.reject(new CallError(failure, 'it has ended')) });
    expect(await answerCall(answering, 'rescan', undefined)).toEqual({ ok: false, error: failure });
  });

  it('logs no error where only the question was wrong', async () => {
    const failure = { kind: 'unknown-source', source: 'nope', known: ['codex'] } as const;
    const answering = createAnswering({
      limits: () => Promise.reject(new CallError(failure, 'no source has this id')),
    });
    expect(await answerCall(answering, 'limits', { source: 'nope' })).toEqual({ ok: false, error: failure });
    expect(answering.logger.lines).toEqual([]);
  });

  it('checks answers on request, and names the invalid place', async () => {
    const answering = { ...createAnswering({ limits: () => ({ generatedAtMs: 'now', rows: [] }) }) };
    expect(await answerCall(answering, 'limits', {})).toMatchObject({ ok: true });
    expect(await answerCall({ ...answering, checksAnswers: true }, 'limits', {})).toEqual({
      ok: false,
      error: {
        kind: 'failed',
        name: 'limits',
        about: 'limits',
        detail: expect.stringMatching(/"limits".*generatedAtMs/),
      },
    });
    const whole = { ...createAnswering({ limits: () => 'none' }), checksAnswers: true };
    expect(await answerCall(whole, 'limits', {})).toMatchObject({
      error: { detail: expect.stringMatching(/what its schema says: Invalid type/) },
    });
  });

  it('answers any input with a result', async () => {
    const answering = createAnswering();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything(), async (name, argument) => {
        const answer = await answerCall(answering, name, argument);
        expect(answer.ok ? 'value' in answer : failures.call(answer.error).length > 0).toBe(true);
      }),
    );
  });
});
