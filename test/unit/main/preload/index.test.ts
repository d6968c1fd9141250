import { beforeAll, describe, expect, it, vi } from 'vitest';
import { desktopContract, namesOf, type Transport } from '../../../../shared/contract/index.ts';

type Listener = (event: unknown, payload: unknown) => void;
interface FakeElectron {
  readonly exposed: Record<string, unknown>;
  readonly listeners: Map<string, Set<Listener>>;
  readonly invoked: unknown[];
  answer: unknown;
}
const electron = vi.hoisted((): FakeElectron => ({ exposed: {}, listeners: new Map(), invoked: [], answer: null }));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => (electron.exposed[name] = value) },
  ipcRenderer: {
    invoke: async (...message: unknown[]) => {
      electron.invoked.push(message);
      return electron.answer;
    },
    on: (channel: string, listener: Listener) => {
      electron.listeners.set(channel, new Set([...(electron.listeners.get(channel) ?? []), listener]));
    },
    removeListener: (channel: string, listener: Listener) => electron.listeners.get(channel)?.delete(listener),
  },
}));

let transport: Transport;
beforeAll(async () => {
  await import('../../../../main/preload/index.ts');
  transport = electron.exposed['fuelgauge'] as Transport;
});

describe('the preload', () => {
  it('exposes the transport and nothing else', () => {
    expect(Object.keys(electron.exposed)).toEqual(['fuelgauge']);
    expect(Object.keys(transport)).toEqual(['call', 'subscribe']);
  });

  it('passes answers on', async () => {
    electron.answer = { ok: true, value: 42 };
    expect(await transport.call('openWindow', 'overview')).toEqual({ ok: true, value: 42 });
    expect(electron.invoked.at(-1)).toEqual(['fuelgauge:call:openWindow', 'overview']);
  });

  it('passes a refusal on as data', async () => {
    electron.answer = { ok: false, error: { kind: 'ledger-not-written' } };
    expect(await transport.call('rescan', undefined)).toEqual({ ok: false, error: { kind: 'ledger-not-written' } });
  });

  it.each(['nope', 'toString', 'constructor', '__proto__', 'snapshotChanged'])(
    'knows no call named %s',
    async (name) => {
      const before = electron.invoked.length;
      expect(await transport.call(name, undefined)).toEqual({ ok: false, error: { kind: 'unknown-call', name } });
      expect(electron.invoked).toHaveLength(before);
    },
  );

  it('passes on payloads without the event, until unsubscribed', () => {
    const heard: unknown[][] = [];
    const unsubscribe = transport.subscribe('viewRequested', (...payload) => heard.push(payload));
    const emit = (): void =>
      electron.listeners
        .get('fuelgauge:event:viewRequested')
        ?.forEach((listener) => listener({ sender: 1 }, 'overview'));
    emit();
    unsubscribe();
    emit();
    expect(heard).toEqual([['overview']]);
    expect(() => transport.subscribe('snapshot', () => undefined)).toThrow('snapshot');
  });
});

describe('the names that the preload knows', () => {
  it.each(namesOf(desktopContract.calls))('include the call %s', async (name) => {
    electron.answer = { ok: true, value: null };
    await transport.call(name, undefined);
    expect(electron.invoked.at(-1)).toEqual([`fuelgauge:call:${name}`, undefined]);
  });

  it.each(namesOf(desktopContract.events))('include the event %s', (name) => {
    transport.subscribe(name, () => undefined)();
    expect(electron.listeners.has(`fuelgauge:event:${name}`)).toBe(true);
  });
});
