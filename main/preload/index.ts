import { contextBridge, ipcRenderer } from 'electron';
import type { Transport } from '../../shared/contract/host.ts';
import {
  isCallName,
  isEventName,
  toCallChannel,
  toEventChannel,
  type CallAnswer,
} from '../../shared/contract/ipc-channels.ts';

/** The only thing that a page sees of Electron: the transport, limited to the names of the contract. */
const transport: Transport = {
  async call(name, argument) {
    if (!isCallName(name)) throw new Error(`There is no call named "${name}".`);
    const answer = (await ipcRenderer.invoke(toCallChannel(name), argument)) as CallAnswer;
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  },
  subscribe(name, listener) {
    if (!isEventName(name)) throw new Error(`There is no event named "${name}".`);
    const channel = toEventChannel(name);
    // The event object carries the sender: it stays on this side.
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => void ipcRenderer.removeListener(channel, forward);
  },
};

contextBridge.exposeInMainWorld('fuelgauge', transport);
