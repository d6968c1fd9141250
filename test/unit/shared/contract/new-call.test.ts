import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { MessageChannel, type Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bindCalls } from '../../../../main/electron/ipc/binder.ts';
import { createCallCommand, listQueries } from '../../../../main/node/cli/commands/call.ts';
import { createSender, serveCalls } from '../../../../main/node/engine/worker/worker-calls.ts';
import {
  answerCall,
  call,
  createClient,
  createRemote,
  type AnswerOf,
  type Contract,
  type Handlers,
  type HostContract,
} from '../../../../shared/contract/index.ts';
import { createContractHost } from '../../../fakes/contract-host.ts';
import { ignoreEvents } from '../../../support/ignore-events.ts';
import { createRecordingLogger } from '../../../support/recording-logger.ts';

// A call that the product does not have: one contract entry and one handler. Everything else must follow.

const contract = {
  calls: {
    forecast: call({
      method: 'GET',
      about: 'usage',
      path: '/forecast',
      argument: v.strictObject({ hours: v.optional(v.pipe(v.number(), v.minValue(1)), 24) }),
      answer: v.strictObject({ tokens: v.number(), isCertain: v.boolean() }),
    }),
  },
  events: {},
} as const satisfies Contract;

type Calls = typeof contract.calls;

const handlers: Handlers<Calls> = { forecast: ({ hours }) => ({ tokens: hours * 1_000, isCertain: false }) };
const answer: AnswerOf<Calls, 'forecast'> = { tokens: 2_000, isCertain: false };
const logger = createRecordingLogger();
const answering = { calls: contract.calls, handlers, logger, checksAnswers: true };

type Listener = (event: unknown, argument: unknown) => Promise<unknown>;
const ipc = vi.hoisted(() => ({ channels: new Map<string, Listener>() }));
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, listener: Listener) => ipc.channels.set(channel, listener),
    removeHandler: (channel: string) => ipc.channels.delete(channel),
  },
}));

describe('a new call, which is one entry and one handler', () => {
  beforeEach(() => ipc.channels.clear());

  it('can be made to a worker', async () => {
    const { port1, port2 } = new MessageChannel();
    serveCalls(port1, answering);
    const remote = createRemote(contract.calls, createSender(port2 as unknown as Worker, ignoreEvents));
    expect(await remote.forecast({ hours: 2 })).toEqual(answer);
    await expect(remote.forecast({ hours: 0 })).rejects.toMatchObject({
      failure: { name: 'forecast', value: { place: 'hours' } },
    });
    port1.close();
  });

  it('has an IPC channel, where sender and argument are checked', async () => {
    const answered: unknown[] = [];
    const unbind = bindCalls({
      ...answering,
      knownWebContentsIds: () => new Set([7]),
      clientOf: (id) => ({
        answer(all, name, argument) {
          answered.push([id, name]);
          return answerCall(all, name, argument);
        },
      }),
    });
    const frame = { url: 'fuelgauge://app/popover/index.html', parent: null };
    const ask = (sender: number, argument: unknown) =>
      ipc.channels.get('fuelgauge:call:forecast')!({ sender: { id: sender }, senderFrame: frame }, argument);
    expect(await ask(7, { hours: 2 })).toEqual({ ok: true, value: answer });
    expect(await ask(7, { hours: 'many' })).toMatchObject({ ok: false });
    expect(await ask(8, { hours: 2 })).toMatchObject({ ok: false });
    expect(answered).toEqual([
      [7, 'forecast'],
      [7, 'forecast'],
    ]);
    unbind();
    expect(ipc.channels.size).toBe(0);
  });

  it('can be faked', async () => {
    const fake = createContractHost(contract, handlers);
    const client = createClient<typeof contract>(fake.transport);
    expect(await client.call('forecast', { hours: 2 })).toEqual(answer);
    expect(fake.host.calls).toEqual([{ name: 'forecast', argument: { hours: 2 } }]);
    expect(() => fake.host.answer('forecast', { tokens: 'many' })).toThrow('"forecast" is not what its schema says');
  });

  it('can be made on the command line, with its answer as JSON', async () => {
    expect(listQueries(contract.calls)).toEqual(['forecast']);
    const { transport } = createContractHost(contract, handlers);
    const command = createCallCommand('forecast', '{"hours":2}', contract.calls);
    if (!command.ok) throw new Error(command.error);
    const context = { options: {} as never, timeZone: 'UTC', calendar: createCalendar('UTC'), nowMs: 0, sources: [] };
    const shown = await command.value.ask(createClient<HostContract>(transport), context);
    expect(shown.json(2)).toEqual({ schema: 'fuelgauge.forecast.v1', ...answer });
    expect(createCallCommand('forecast', '{"hours":0}', contract.calls)).toMatchObject({ ok: false });
  });
});
