import type * as v from 'valibot';
import type { CallSubject } from '../domain/call-subject.ts';

/** A request with one argument and one answer, both of which can be validated. */
export interface Procedure<Argument, Answer> {
  readonly argument: v.GenericSchema<unknown, Argument>;
  readonly answer: v.GenericSchema<unknown, Answer>;
  /** What it loads, for the sentence when that fails; omitted for calls that change something. */
  readonly about?: CallSubject;
}

/** A procedure that a host offers to its clients, with its place in an HTTP API. */
export interface CallBase<Argument, Answer> extends Procedure<Argument, Answer> {
  readonly path: `/${string}`;
  /** Version of its answer's JSON, 1 where it is left out. A change of meaning, or of a name, is a new version. */
  readonly version?: number;
}

/** `GET` answers and changes nothing; its argument fits into the address. */
export type Call<Argument, Answer> = CallBase<Argument, Answer> &
  ({ readonly method: 'GET'; readonly about: Exclude<CallSubject, 'action'> } | { readonly method: 'POST' | 'PATCH' });

/** Procedures by name. */
export type Procedures = Readonly<Record<string, Procedure<unknown, unknown>>>;

/** What a host publishes without being asked, by name. */
export type Events = Readonly<Record<string, v.GenericSchema>>;

/** Everything that a client can ask of a host and hear from it. */
export interface Contract {
  readonly calls: Readonly<Record<string, Call<unknown, unknown>>>;
  readonly events: Events;
}

export type NameOf<Members> = Extract<keyof Members, string>;
export type ArgumentOf<Calls extends Procedures, Name extends keyof Calls> = v.InferOutput<Calls[Name]['argument']>;
export type AnswerOf<Calls extends Procedures, Name extends keyof Calls> = v.InferOutput<Calls[Name]['answer']>;
export type PayloadOf<Published extends Events, Name extends keyof Published> = v.InferOutput<Published[Name]>;

/** The implementation of procedures: one handler each. A handler throws when it fails. */
export type Handlers<Calls extends Procedures> = {
  readonly [Name in keyof Calls]: (
    argument: ArgumentOf<Calls, Name>,
  ) => AnswerOf<Calls, Name> | Promise<AnswerOf<Calls, Name>>;
};

/** Procedures as their remote side sees them: every answer is a promise. */
export type Remote<Calls extends Procedures> = {
  readonly [Name in keyof Calls]: (
    ...argument: ArgumentList<ArgumentOf<Calls, Name>>
  ) => Promise<AnswerOf<Calls, Name>>;
};

/** The arguments of a function that takes one, or none where the only argument is `undefined`. */
export type ArgumentList<Argument> = [Argument] extends [undefined] ? [] : [argument: Argument];

/** Declares a call; its types follow from its schemas. */
export function call<Argument, Answer>(definition: Call<Argument, Answer>): Call<Argument, Answer> {
  return definition;
}

/** Lists the names of a contract's calls or events. */
export function namesOf<Members extends object>(members: Members): readonly NameOf<Members>[] {
  return Object.keys(members) as NameOf<Members>[];
}

/** Names the schema that a call's answer has as JSON, e.g. `fuelgauge.report.v2`. */
export function schemaNameOf(calls: Readonly<Record<string, { readonly version?: number }>>, name: string): string {
  return `fuelgauge.${name}.v${calls[name]?.version ?? 1}`;
}
