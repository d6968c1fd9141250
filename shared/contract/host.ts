import type { Dispose } from '../lib/disposable.ts';
import type { CallChannel, EventChannel } from './channels.ts';
import { commands, type events, queries } from './contract.ts';

/** All calls by name. Names are unique over queries and commands. */
export const calls = { ...queries, ...commands } as const;

export type CallName = keyof typeof calls;
export type EventName = keyof typeof events;

export type ArgumentOf<Name extends CallName> =
  (typeof calls)[Name] extends CallChannel<infer Argument, unknown> ? Argument : never;
export type AnswerOf<Name extends CallName> = (typeof calls)[Name] extends
  CallChannel<never, infer Answer> | CallChannel<infer _, infer Answer>
  ? Answer
  : never;
export type PayloadOf<Name extends EventName> =
  (typeof events)[Name] extends EventChannel<infer Payload> ? Payload : never;

/** What carries messages between a client and its host: IPC, later HTTP, a fake in tests. */
export interface Transport {
  /** Rejects with an Error whose message is fit for people when the host refuses or fails. */
  call(name: string, argument: unknown): Promise<unknown>;
  subscribe(name: string, listener: (payload: unknown) => void): Dispose;
}

/** The host as a client sees it. */
export interface Host {
  call<Name extends CallName>(name: Name, ...argument: OptionalIfUndefined<ArgumentOf<Name>>): Promise<AnswerOf<Name>>;
  on<Name extends EventName>(name: Name, listener: (payload: PayloadOf<Name>) => void): Dispose;
}

/** What a host must implement. */
export type CallHandlers = {
  readonly [Name in CallName]: (argument: ArgumentOf<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>>;
};

type OptionalIfUndefined<Argument> = [Argument] extends [undefined] ? [] : [argument: Argument];

/** Builds the typed host over any transport. */
export function createHost(transport: Transport): Host {
  return {
    call: (name, ...argument) => transport.call(name, argument[0]) as Promise<never>,
    on: (name, listener) => transport.subscribe(name, listener as (payload: unknown) => void),
  };
}
