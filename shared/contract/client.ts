import { toCallError, type CallFailure } from '../domain/call-failure.ts';
import type { Dispose } from '../lib/disposable.ts';
import type { Result } from '../lib/result.ts';
import type { AnswerOf, ArgumentList, ArgumentOf, Contract, NameOf, PayloadOf, Procedures, Remote } from './define.ts';
import { namesOf } from './define.ts';
import type { DesktopContract } from './shell-contract.ts';

/** The answer as a transport carries it. */
export type CallAnswer = Result<unknown, CallFailure>;

/** What carries messages between a client and its host: IPC, HTTP, a fake in tests. */
export interface Transport {
  /** Resolves to the answer or the failure: a thrown error would lose its data on the way to a page. */
  call(name: string, argument: unknown): Promise<CallAnswer>;
  subscribe(name: string, listener: (payload: unknown) => void): Dispose;
}

/** A host as its client sees it. */
export interface Client<Offered extends Contract> {
  /** Rejects with a `CallError` when the host refuses or fails. */
  call<Name extends NameOf<Offered['calls']>>(
    name: Name,
    ...argument: ArgumentList<ArgumentOf<Offered['calls'], Name>>
  ): Promise<AnswerOf<Offered['calls'], Name>>;
  on<Name extends NameOf<Offered['events']>>(
    name: Name,
    listener: (payload: PayloadOf<Offered['events'], Name>) => void,
  ): Dispose;
}

/** The desktop app as its pages see it. */
export type Host = Client<DesktopContract>;

/** Builds a typed client over any transport. Answers are trusted: they come from our own host. */
export function createClient<Offered extends Contract>(transport: Transport): Client<Offered> {
  return {
    async call(name, ...argument) {
      const answer = await transport.call(name, argument[0]);
      if (!answer.ok) throw toCallError(answer.error);
      return answer.value;
    },
    on: (name, listener) => transport.subscribe(name, listener),
  };
}

/** Builds a function for each procedure out of one that sends a message. */
export function createRemote<Calls extends Procedures>(
  calls: Calls,
  send: (name: NameOf<Calls>, argument: unknown) => Promise<unknown>,
): Remote<Calls> {
  const entries = namesOf(calls).map((name) => [name, (argument?: unknown) => send(name, argument)]);
  return Object.fromEntries(entries) as Remote<Calls>;
}
