import {
  createClient,
  hostContract,
  type Client,
  type Handlers,
  type HostCalls,
  type HostContract,
} from '../../../../shared/contract/index.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { Clients } from './clients.ts';

/** What a local client needs. */
export interface LocalClientOptions {
  readonly host: {
    readonly handlers: Handlers<HostCalls>;
    readonly clients: Pick<Clients, 'connect' | 'noteVisibility'>;
  };
  readonly logger: Logger;
  /** Validate answers against the contract: in development and in tests. */
  readonly checksAnswers: boolean;
}

/**
 * Connects a client in the host's own process, with the same validated calls and the same events as over any transport.
 * It counts as an audience while it has subscriptions.
 */
export function createLocalClient({ host, logger, checksAnswers }: LocalClientOptions): Client<HostContract> {
  const answering = { calls: hostContract.calls, handlers: host.handlers, logger, checksAnswers };
  const events = createEmitter<{ readonly name: string; readonly payload: unknown }>();
  let subscriptions = 0;
  const connection = host.clients.connect({
    kind: 'stream',
    isSeen: () => subscriptions > 0,
    send: (name, payload) => events.emit({ name, payload }),
  });
  const count = (difference: number): void => {
    subscriptions += difference;
    host.clients.noteVisibility();
  };
  return createClient<HostContract>({
    call: (name, argument) => connection.answer(answering, name, argument),
    subscribe(name, listener) {
      const unsubscribe = events.on((event) => {
        if (event.name === name) listener(event.payload);
      });
      count(1);
      connection.catchUp();
      return () => {
        unsubscribe();
        count(-1);
      };
    },
  });
}
