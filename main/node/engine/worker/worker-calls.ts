import type { MessagePort, Worker } from 'node:worker_threads';
import { answerCall, subjectOf, type Answering, type Procedures } from '../../../../shared/contract/index.ts';
import { CallError, toCallError, type CallFailure } from '../../../../shared/domain/call-failure.ts';
import { fail, type Result } from '../../../../shared/lib/result.ts';
import type { WorkerEvents, WorkerListeners } from './worker-contract.ts';

/** Remote procedure calls over a worker's message port: a name and one argument, with numbered answers. */
interface Request {
  readonly type: 'call';
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}
interface Answer {
  readonly type: 'answer';
  readonly id: number;
  readonly result: Result<unknown, CallFailure>;
}
interface Event<Name extends keyof WorkerEvents> {
  readonly type: 'event';
  readonly name: Name;
  readonly payload: WorkerEvents[Name];
}

/** Sends an event to the calling side. */
export function sendEvent<Name extends keyof WorkerEvents>(
  port: MessagePort,
  name: Name,
  payload: WorkerEvents[Name],
): void {
  port.postMessage({ type: 'event', name, payload } satisfies Event<Name>);
}

/**
 * Answers calls that arrive on the port. An unknown name, an invalid argument and a handler's error are reported to the
 * caller.
 */
export function serveCalls<Calls extends Procedures>(port: MessagePort, answering: Answering<Calls>): void {
  const reply = (id: number, result: Result<unknown, CallFailure>): void =>
    port.postMessage({ type: 'answer', id, result } satisfies Answer);
  port.on('message', ({ id, name, argument }: Request) => {
    answerCall(answering, name, argument)
      .then((result) => reply(id, result))
      // The answer cannot be cloned to another thread.
      .catch((error: unknown) => {
        reply(id, fail({ kind: 'failed', name, about: subjectOf(answering.calls, name), detail: String(error) }));
      });
  });
}

/** Sends a call; rejects with a `CallError` when the other side fails, or when the worker ends. */
export type SendCall = (name: string, argument?: unknown) => Promise<unknown>;

/** Builds the calling side; the listeners receive the worker's events. */
export function createSender(worker: Pick<Worker, 'on' | 'postMessage'>, listeners: WorkerListeners): SendCall {
  const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  const receive = <Name extends keyof WorkerEvents>({ name, payload }: Event<Name>): void => listeners[name](payload);
  worker.on('message', (message: Answer | Event<keyof WorkerEvents>) => {
    if (message.type === 'event') return receive(message);
    const waiting = open.get(message.id);
    open.delete(message.id);
    if (message.result.ok) waiting?.resolve(message.result.value);
    else waiting?.reject(toCallError(message.result.error));
  });
  worker.on('exit', () => {
    const stopped = new CallError({ kind: 'engine-stopped' }, 'the engine has stopped');
    for (const waiting of open.values()) waiting.reject(stopped);
    open.clear();
  });
  return (name, argument) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      open.set(id, { resolve, reject });
      worker.postMessage({ type: 'call', id, name, argument } satisfies Request);
    });
}
