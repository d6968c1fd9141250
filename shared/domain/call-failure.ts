import type { CallSubject } from './call-subject.ts';
import type { SourceId } from './ids.ts';

/** A rule that a schema checks with a function, so the validator's library has no message for it. */
export type ValueRule = 'day' | 'day-order' | 'time-zone' | 'currency-code' | 'dollar-rate' | 'same-id';

/**
 * A value that a schema refuses: its path (`modelAliases.2.model`; null for the whole value), what it is,
 * and what was expected, as code or as a rule.
 */
export interface InvalidValue {
  readonly place: string | null;
  readonly received: string;
  readonly expected: string | null;
  readonly rule: ValueRule | null;
}

/**
 * Why a call was not answered. `detail` is the message of the error that was thrown, for debugging; null where it had
 * none.
 */
export type CallFailure =
  | { readonly kind: 'unknown-call'; readonly name: string }
  | { readonly kind: 'invalid-argument'; readonly name: string; readonly value: InvalidValue }
  | { readonly kind: 'unknown-source'; readonly source: string; readonly known: readonly SourceId[] }
  | { readonly kind: 'failed'; readonly name: string; readonly about: CallSubject; readonly detail: string | null }
  | { readonly kind: 'engine-stopped' | 'ledger-not-written' | 'foreign-page' };

/** Carries the reason to the code that answers the call. The message is for the log. */
export class CallError extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/** Turns a failure that arrived as data back into an error, where a function has to throw. */
export function toCallError(failure: CallFailure): CallError {
  const detail = failure.kind === 'failed' ? failure.detail : null;
  return new CallError(failure, detail ?? `the call failed: ${failure.kind}`);
}
