import type * as v from 'valibot';

/** A request that a host answers. The argument is validated against the schema before anything else happens. */
export interface CallChannel<Argument, Answer> {
  readonly kind: 'call';
  readonly argument: v.GenericSchema<unknown, Argument>;
  /** Only in the types: what the host answers with. */
  readonly answer?: Answer;
}

/** Something that a host tells its clients. */
export interface EventChannel<Payload> {
  readonly kind: 'event';
  /** Only in the types: what it tells. */
  readonly payload?: Payload;
}

/** Declares a call: `call<Answer>()(argumentSchema)`. */
export function call<Answer>() {
  return <Argument>(argument: v.GenericSchema<unknown, Argument>): CallChannel<Argument, Answer> => ({
    kind: 'call',
    argument,
  });
}

/** Declares an event. */
export function event<Payload>(): EventChannel<Payload> {
  return { kind: 'event' };
}
