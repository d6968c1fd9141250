import * as v from 'valibot';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Logger } from '../ports/logger.ts';
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
 * Answers one call as it came in at an edge: finds it, validates its argument, asks the handler. Never throws; what
 * goes wrong becomes a sentence. Only an Error's message leaves, never its stack.
 */
export async function answerCall<Calls extends Procedures>(
  { calls, handlers, logger, checksAnswers = false }: Answering<Calls>,
  name: string,
  argument: unknown,
): Promise<Result<unknown>> {
  if (!isNameOf(calls, name)) return fail(`There is no call named "${name}".`);
  const parsed = parseArgument(calls, name, argument);
  if (!parsed.ok) return parsed;
  try {
    const answer = await handlers[name](parsed.value);
    if (checksAnswers) checkAnswer(calls, name, answer);
    return ok(answer);
  } catch (error) {
    logger.error(`the call "${name}" failed`, error);
    return fail(error instanceof Error && error.message !== '' ? error.message : `"${name}" failed.`);
  }
}

/** Validates the argument of a call; fails with a sentence, also when there is no such call. */
export function parseArgument<Calls extends Procedures>(
  calls: Calls,
  name: string,
  argument: unknown,
): Result<unknown> {
  if (!isNameOf(calls, name)) return fail(`There is no call named "${name}".`);
  const parsed = v.safeParse(calls[name]!.argument, argument);
  if (parsed.success) return ok(parsed.output);
  return fail(`The argument of "${name}" is not valid: ${describeIssue(parsed.issues)}.`);
}

/** Whether there is a call of this name; names that every object has are none. */
export function isNameOf<Calls extends Procedures>(calls: Calls, name: string): name is Extract<keyof Calls, string> {
  return Object.hasOwn(calls, name);
}

/** Throws when an answer is not what its schema says, naming the place. */
export function checkAnswer<Calls extends Procedures>(calls: Calls, name: keyof Calls & string, answer: unknown): void {
  const parsed = v.safeParse(calls[name]!.answer, answer);
  if (!parsed.success)
    throw new Error(`the answer to "${name}" is not what its schema says: ${describeIssue(parsed.issues)}`);
}

function describeIssue(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues;
  if (first === undefined) return 'invalid';
  const place = v.getDotPath(first);
  return place === null ? first.message : `${place}: ${first.message}`;
}
