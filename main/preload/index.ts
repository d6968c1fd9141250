import { contextBridge, ipcRenderer } from 'electron';
import type { CallAnswer, Transport } from '../../shared/contract/index.ts';
import { toCallChannel, toEventChannel } from '../../shared/contract/ipc-channels.ts';

/**
 * The names of the contract's calls and events. The build puts them here (see vite.config.ts), read from the contract
 * itself: importing that would bundle every schema and the validator into this script.
 */
declare const contractNames: { readonly calls: readonly string[]; readonly events: readonly string[] };

/** All that a page sees of Electron: the transport, limited to the names of the contract. */
const transport: Transport = {
  async call(name, argument) {
    if (!contractNames.calls.includes(name)) return { ok: false, error: { kind: 'unknown-call', name } };
    return (await ipcRenderer.invoke(toCallChannel(name), argument)) as CallAnswer;
  },
  subscribe(name, listener) {
    if (!contractNames.events.includes(name)) throw new Error(`unknown event: ${name}`);
    const channel = toEventChannel(name);
    // The event object carries the sender: it stays on this side.
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => void ipcRenderer.removeListener(channel, forward);
  },
};

contextBridge.exposeInMainWorld('fuelgauge', transport);
