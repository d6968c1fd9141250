import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { namesOf, type Answering, type CallAnswer, type Procedures } from '../../../shared/contract/index.ts';
import { toCallChannel } from '../../../shared/contract/ipc-channels.ts';
import { createDisposableStack, type Dispose } from '../../../shared/lib/disposable.ts';
import { fail } from '../../../shared/lib/result.ts';
import type { HostClient } from '../../node/host/clients/clients.ts';
import { refusalOf, type Sender } from './trusted-sender.ts';

/** The binder's dependencies. */
export interface BinderOptions<Calls extends Procedures> extends Answering<Calls> {
  /** The webContents of the open windows. */
  readonly knownWebContentsIds: () => ReadonlySet<number>;
  /** The host's client for a window; undefined when the window is gone. */
  readonly clientOf: (webContentsId: number) => Pick<HostClient, 'answer'> | undefined;
}

/**
 * Binds every call of a contract to its handler. The only place that touches `ipcMain`: each message's sender and
 * argument are checked before anything else happens. Returns a function that unbinds them.
 */
export function bindCalls<Calls extends Procedures>(options: BinderOptions<Calls>): Dispose {
  const { logger } = options;
  const bound = createDisposableStack();
  for (const name of namesOf(options.calls)) {
    const channel = toCallChannel(name);
    ipcMain.handle(channel, async (event, argument: unknown): Promise<CallAnswer> => {
      const refusal = refusalOf(toSender(event), options.knownWebContentsIds());
      if (refusal !== null) {
        logger.warn(`refused the call "${name}": ${refusal}`);
        return fail({ kind: 'foreign-page' });
      }
      const client = options.clientOf(event.sender.id);
      return client === undefined ? fail({ kind: 'foreign-page' }) : client.answer(options, name, argument);
    });
    bound.add(() => ipcMain.removeHandler(channel));
  }
  return () => bound.dispose();
}

function toSender(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  return {
    webContentsId: event.sender.id,
    frame: frame === null ? null : { url: frame.url, isMainFrame: frame.parent === null },
  };
}
