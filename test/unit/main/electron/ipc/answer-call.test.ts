import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCall } from '../../../../../main/electron/ipc/answer-call.ts';
import { calls, type CallHandlers, type CallName } from '../../../../../shared/contract/index.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';

const names = Object.keys(calls) as CallName[];

/** Handlers that tell what they were called with. */
function createHandlers(overrides: Partial<Record<CallName, (argument: never) => unknown>> = {}) {
  const seen: unknown[] = [];
  const entries = names.map((name) => [name, overrides[name] ?? ((argument: unknown) => void seen.push(argument))]);
  return { seen, handlers: Object.fromEntries(entries) as CallHandlers };
}

describe('answerCall', () => {
  it('hands the validated argument on and wraps the answer', async () => {
    const { handlers } = createHandlers({ openWindow: (view) => `opened ${view as string}` });
    expect(await answerCall('openWindow', 'history', handlers, createRecordingLogger())).toEqual({
      ok: true,
      value: 'opened history',
    });
  });

  it('refuses an argument that the contract does not know, without asking the handler', async () => {
    const { seen, handlers } = createHandlers();
    const answer = await answerCall('updateSettings', { theme: 'dark', evil: 1 }, handlers, createRecordingLogger());
    expect(answer).toEqual({ ok: false, error: expect.stringContaining('evil') });
    expect(seen).toEqual([]);
  });

  it('turns what a handler throws into its message, and logs it', async () => {
    const logger = createRecordingLogger();
    const { handlers } = createHandlers({ rescan: () => Promise.reject(new Error('The disk is gone.')) });
    expect(await answerCall('rescan', undefined, handlers, logger)).toEqual({ ok: false, error: 'The disk is gone.' });
    expect(logger.lines).toEqual(['error the call "rescan" failed']);
  });

  it('answers anything at all with an envelope', async () => {
    const { handlers } = createHandlers();
    const logger = createRecordingLogger();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything(), async (name, argument) => {
        const answer = await answerCall(name, argument, handlers, logger);
        expect(answer.ok ? 'value' in answer : answer.error.length > 0).toBe(true);
      }),
    );
  });
});
