import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bindCalls } from '../../../../../main/electron/ipc/binder.ts';
import { answerCall, desktopContract, type DesktopCalls, type Handlers } from '../../../../../shared/contract/index.ts';
import { CallError } from '../../../../../shared/domain/call-failure.ts';
import { silentLogger } from '../../../../../shared/ports/logger.ts';

type Listener = (event: unknown, argument: unknown) => Promise<unknown>;
const bound = vi.hoisted(() => new Map<string, Listener>());
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, listener: Listener) => bound.set(channel, listener),
    removeHandler: (channel: string) => bound.delete(channel),
  },
}));

const ownPage = { sender: { id: 1 }, senderFrame: { url: 'fuelgauge://app/popover/index.html', parent: null } };
const answered: unknown[] = [];

/** Binds the contract's calls with these handlers; returns the function that unbinds them. */
function bind(handlers: Partial<Handlers<DesktopCalls>>) {
  return bindCalls({
    calls: desktopContract.calls,
    handlers: handlers as Handlers<DesktopCalls>,
    logger: silentLogger,
    knownWebContentsIds: () => new Set([1]),
    clientOf: (id) => ({
      async answer(answering, name, argument) {
        const answer = await answerCall(answering, name, argument);
        if (answer.ok) answered.push([id, name, answer.value]);
        return answer;
      },
    }),
  });
}

const call = (name: string, argument: unknown, event: unknown = ownPage) =>
  bound.get(`fuelgauge:call:${name}`)!(event, argument);

beforeEach(() => {
  answered.length = 0;
  bound.clear();
});

describe('bindCalls', () => {
  it('answers a page of its own', async () => {
    bind({ chooseFolder: () => '/logs' });
    expect(await call('chooseFolder', undefined)).toEqual({ ok: true, value: '/logs' });
    expect(answered).toEqual([[1, 'chooseFolder', '/logs']]);
  });

  it('sends why it did not answer as data, which the page has the words for', async () => {
    bind({
      rescan: () => {
        throw new CallError({ kind: 'ledger-not-written' }, 'no space');
      },
    });
    expect(await call('rescan', undefined)).toEqual({ ok: false, error: { kind: 'ledger-not-written' } });
    expect(await call('setPaused', 'yes')).toMatchObject({ ok: false, error: { kind: 'invalid-argument' } });
    const foreign = { ...ownPage, senderFrame: { url: 'https://example.org/', parent: null } };
    expect(await call('rescan', undefined, foreign)).toEqual({ ok: false, error: { kind: 'foreign-page' } });
    expect(answered).toEqual([]);
  });

  it('answers no page whose window is gone', async () => {
    bindCalls({
      calls: desktopContract.calls,
      handlers: { quit: () => answered.push('quit') } as unknown as Handlers<DesktopCalls>,
      logger: silentLogger,
      knownWebContentsIds: () => new Set([1]),
      clientOf: () => undefined,
    });
    expect(await call('quit', undefined)).toEqual({ ok: false, error: { kind: 'foreign-page' } });
    expect(answered).toEqual([]);
  });

  it('unbinds every call', () => {
    const unbind = bind({});
    expect(bound.size).toBe(Object.keys(desktopContract.calls).length);
    unbind();
    expect(bound.size).toBe(0);
  });
});
