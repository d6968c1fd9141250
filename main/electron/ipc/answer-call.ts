import * as v from 'valibot';
import { calls, type CallHandlers, type CallName } from '../../../shared/contract/index.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Logger } from '../../../shared/ports/logger.ts';

/**
 * Answers one call: validates the argument against the contract, then asks the handler. Never throws; what goes
 * wrong becomes a sentence. Only an Error's message crosses to the page, never its stack.
 */
export async function answerCall(
  name: CallName,
  argument: unknown,
  handlers: CallHandlers,
  logger: Logger,
): Promise<Result<unknown>> {
  const parsed = v.safeParse(calls[name].argument, argument);
  if (!parsed.success) return fail(`"${name}" was called with something unusable: ${toSentence(parsed.issues)}`);
  try {
    const handler = handlers[name] as (value: unknown) => unknown;
    return ok(await handler(parsed.output));
  } catch (error) {
    logger.error(`the call "${name}" failed`, error);
    return fail(error instanceof Error && error.message !== '' ? error.message : `"${name}" failed.`);
  }
}

function toSentence(issues: readonly v.BaseIssue<unknown>[]): string {
  const first = issues[0];
  const where = first?.path?.map((part) => String(part.key)).join('.');
  return `${where ? `${where}: ` : ''}${first?.message ?? 'invalid'}`;
}
