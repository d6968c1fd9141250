import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { calls, type CallHandlers, type CallName } from '../../../shared/contract/index.ts';
import { toCallChannel, type CallAnswer } from '../../../shared/contract/ipc-channels.ts';
import { createDisposableStack, type Dispose } from '../../../shared/lib/disposable.ts';
import { fail } from '../../../shared/lib/result.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import { answerCall } from './answer-call.ts';
import { refusalOf, type Sender } from './trusted-sender.ts';

/** What the binder needs from above. */
export interface BinderOptions {
  readonly handlers: CallHandlers;
  /** The webContents of windows that are open now. */
  readonly knownWebContentsIds: () => ReadonlySet<number>;
  /** A call was answered; `value` is what the page got. */
  readonly onAnswered: (webContentsId: number, name: CallName, value: unknown) => void;
  readonly logger: Logger;
}

/**
 * Binds every call of the contract to its handler. The only place that touches `ipcMain`: each message's sender and
 * argument are checked before anything else happens. Returns the unbinding.
 */
export function bindCalls(options: BinderOptions): Dispose {
  const { handlers, logger } = options;
  const bound = createDisposableStack();
  for (const name of Object.keys(calls) as CallName[]) {
    const channel = toCallChannel(name);
    ipcMain.handle(channel, async (event, argument: unknown): Promise<CallAnswer> => {
      const refusal = refusalOf(toSender(event), options.knownWebContentsIds());
      if (refusal !== null) {
        logger.warn(`refused the call "${name}": ${refusal}`);
        return fail('This page may not talk to Fuelgauge.');
      }
      const answer = await answerCall(name, argument, handlers, logger);
      if (answer.ok) options.onAnswered(event.sender.id, name, answer.value);
      return answer;
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
