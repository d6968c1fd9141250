import { MessageChannel, type Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { unattended } from '../../../../../../main/node/engine/attention.ts';
import { createSender, sendEvent } from '../../../../../../main/node/engine/worker/worker-calls.ts';
import { workerCalls } from '../../../../../../main/node/engine/worker/worker-contract.ts';
import { createProblem, type Problem } from '../../../../../../shared/domain/problem.ts';
import { ignoreEvents } from '../../../../../support/ignore-events.ts';

describe('the events of the engine’s worker', () => {
  it('reach the listener of their name, with the payload that belongs to it', async () => {
    const { port1, port2 } = new MessageChannel();
    const problem = createProblem('ledger-busy', { folder: '/data' });
    const received = new Promise((resolve) => {
      const heard: unknown[] = [];
      createSender(port2 as unknown as Worker, {
        ...ignoreEvents,
        cannotStart: (payload) => heard.push(payload),
        log: ({ level, message }) => resolve([...heard, level, message]),
      });
    });
    sendEvent(port1, 'cannotStart', problem);
    sendEvent(port1, 'log', { level: 'warn', message: 'slow' });
    expect(await received).toEqual([problem, 'warn', 'slow']);
    port1.close();
  });

  it('have no other names and payloads', () => {
    expectTypeOf<Parameters<typeof sendEvent>[1]>().toEqualTypeOf<'snapshotChanged' | 'cannotStart' | 'log'>();
    expectTypeOf(sendEvent<'cannotStart'>)
      .parameter(2)
      .toEqualTypeOf<Problem>();
  });
});

describe('the argument of setAttention', () => {
  const { argument } = workerCalls.setAttention;

  it('is that of the engine, whole', () => {
    expect(v.is(argument, unattended)).toBe(true);
    const { glance: _glance, ...others } = unattended.audience;
    expect(v.is(argument, { ...unattended, audience: others })).toBe(false);
    expect(v.is(argument, { ...unattended, isIdle: true })).toBe(false);
  });
});
