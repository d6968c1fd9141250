import * as v from 'valibot';
import { CallError, type CallFailure, type InvalidValue } from '../domain/call-failure.ts';
import type { CallSubject } from '../domain/call-subject.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Logger } from '../ports/logger.ts';
import { ruleOf } from '../settings/value-rules.ts';
import type { Handlers, Procedures } from './define.ts';

/** How calls are answered. */
export interface Answering<Calls extends Procedures> {
  readonly calls: Calls;
  readonly handlers: Handlers<Calls>;
  readonly logger: Logger;
  /** Validates answers too, in tests and in development: a wrong one becomes a failure. */
  readonly checksAnswers?: boolean;
}

/**
 * Answers a call that arrived at a boundary: finds it, validates its argument, runs the handler. Never throws; failures
 * become values, for which `shared/messages` has the words. Only an Error's message leaves, never its stack.
 */
export async function answerCall<Calls extends Procedures>(
  { calls, handlers, logger, checksAnswers = false }: Answering<Calls>,
  name: string,
  argument: unknown,
): Promise<Result<unknown, CallFailure>> {
  if (!isNameOf(calls, name)) return fail({ kind: 'unknown-call', name });
  const parsed = parseArgument(calls, name, argument);
  if (!parsed.ok) return parsed;
  try {
    const answer = await handlers[name](parsed.value);
    if (checksAnswers) checkAnswer(calls, name, answer);
    return ok(answer);
  } catch (error) {
    // The caller's mistake, so there is nothing to log.
    if (error instanceof CallError && error.failure.kind === 'unknown-source') return fail(error.failure);
    logger.error(`the call "${name}" failed`, error);
    if (error instanceof CallError) return fail(error.failure);
    return fail({
      kind: 'failed',
      name,
      about: subjectOf(calls, name),
      detail: error instanceof Error && error.message !== '' ? error.message : null,
    });
  }
}

/** Validates the argument of a call; fails also when there is no such call. */
export function parseArgument<Calls extends Procedures>(
  calls: Calls,
  name: string,
  argument: unknown,
): Result<unknown, CallFailure> {
  if (!isNameOf(calls, name)) return fail({ kind: 'unknown-call', name });
  const parsed = v.safeParse(calls[name]!.argument, argument);
  if (parsed.success) return ok(parsed.output);
  return fail({ kind: 'invalid-argument', name, value: toInvalidValue(parsed.issues[0]) });
}

/** Whether there is a call of this name; inherited names such as `toString` do not count. */
export function isNameOf<Calls extends Procedures>(calls: Calls, name: string): name is Extract<keyof Calls, string> {
  return Object.hasOwn(calls, name);
}

/** What a call of this name is about. */
export function subjectOf(calls: Procedures, name: string): CallSubject {
  return (isNameOf(calls, name) ? calls[name]!.about : undefined) ?? 'action';
}

/** Throws when an answer is not what its schema says, naming the place. */
export function checkAnswer<Calls extends Procedures>(calls: Calls, name: keyof Calls & string, answer: unknown): void {
  const parsed = v.safeParse(calls[name]!.answer, answer);
  if (parsed.success) return;
  const { message } = parsed.issues[0];
  const place = v.getDotPath(parsed.issues[0]);
  throw new Error(
    `the answer to "${name}" is not what its schema says: ${place === null ? message : `${place}: ${message}`}`,
  );
}

function toInvalidValue(issue: v.BaseIssue<unknown>): InvalidValue {
  const { received, expected } = issue;
  return { place: v.getDotPath(issue), received, expected, rule: ruleOf(issue) };
}
