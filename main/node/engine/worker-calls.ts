import type { MessagePort, Worker } from 'node:worker_threads';

/** Calls over a worker's message port: named functions with one argument, answered by number. */
type Handlers = { readonly [name: string]: (argument: never) => unknown };

type Request = { readonly type: 'call'; readonly id: number; readonly name: string; readonly argument: unknown };
type Answer =
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly message: string };
type Event = { readonly type: 'event'; readonly name: string; readonly payload: unknown };

/** Sends an event to the calling side. */
export function tellEvent(port: MessagePort, name: string, payload: unknown): void {
  port.postMessage({ type: 'event', name, payload } satisfies Event);
}

/** Answers calls that arrive on the port. A call without a handler, and a handler's error, reach the caller as a rejection. */
export function serveCalls(port: MessagePort, handlers: Handlers): void {
  const handlerOf = (name: string): Handlers[string] => {
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (handler === undefined) throw new Error(`the engine has no call named "${name}"`);
    return handler;
  };
  port.on('message', (request: Request) => {
    void Promise.resolve()
      .then(() => handlerOf(request.name)(request.argument as never))
      .then(
        (value): Answer => ({ type: 'answer', id: request.id, ok: true, value }),
        (error: unknown): Answer => ({ type: 'answer', id: request.id, ok: false, message: toMessage(error) }),
      )
      .then((answer) => port.postMessage(answer));
  });
}

/** The calling side. Calls still open when the worker ends are rejected. */
export function createCaller(worker: Worker, onEvent: (name: string, payload: unknown) => void) {
  const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  worker.on('message', (message: Answer | Event) => {
    if (message.type === 'event') return onEvent(message.name, message.payload);
    const waiting = open.get(message.id);
    open.delete(message.id);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  });
  worker.on('exit', () => {
    for (const waiting of open.values()) waiting.reject(new Error('the engine has stopped'));
    open.clear();
  });
  return (name: string, argument?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      open.set(id, { resolve, reject });
      worker.postMessage({ type: 'call', id, name, argument } satisfies Request);
    });
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
