import { describe, expect, it } from 'vitest';
import { createClient, type HostContract } from '../../../../shared/contract/index.ts';
import { fail, ok } from '../../../../shared/lib/result.ts';
import { toCallChannel, toEventChannel } from '../../../../shared/contract/ipc-channels.ts';

describe('createClient', () => {
  it('passes calls and subscriptions on to its transport, and returns what that returns', async () => {
    const seen: unknown[] = [];
    const listeners = new Map<string, (payload: unknown) => void>();
    const client = createClient<HostContract>({
      call: (name, argument) => {
        seen.push([name, argument]);
        return Promise.resolve(ok('answer'));
      },
      subscribe: (name, listener) => {
        listeners.set(name, listener);
        return () => listeners.delete(name);
      },
    });
    expect(await client.call('snapshot')).toBe('answer');
    await client.call('setPaused', true);
    expect(seen).toEqual([
      ['snapshot', undefined],
      ['setPaused', true],
    ]);
    const payloads: unknown[] = [];
    const stop = client.on('snapshotChanged', (payload) => payloads.push(payload));
    listeners.get('snapshotChanged')?.('change');
    expect(payloads).toEqual(['change']);
    stop();
    expect(listeners.size).toBe(0);
  });
});

describe('createClient on a host that refuses', () => {
  it('rejects with the reason as data', async () => {
    const failure = { kind: 'ledger-not-written' } as const;
    const client = createClient<HostContract>({
      call: () => Promise.resolve(fail(failure)),
      subscribe: () => () => undefined,
    });
    await expect(client.call('rescan')).rejects.toMatchObject({ failure });
  });
});

describe('the IPC channels', () => {
  it('keep calls, events and the channels of others apart', () => {
    expect(toCallChannel('report')).toBe('fuelgauge:call:report');
    expect(toEventChannel('report')).toBe('fuelgauge:event:report');
  });
});
