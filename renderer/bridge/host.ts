import { createClient, type Host } from '../../shared/contract/index.ts';
import { CallError } from '../../shared/domain/call-failure.ts';
import { cleanText } from '../../shared/lib/clean-text.ts';
import { messages } from '../messages.ts';

/** The host of this page, over the transport that the preload script provides. Throws when there is none. */
export function connectHost(): Host {
  if (window.fuelgauge !== undefined) return createClient(window.fuelgauge);
  throw new Error(messages.windows.onlyInApp);
}

/** The sentence to show for a refused or failed call. */
export function toFailureText(error: unknown): string {
  return error instanceof CallError ? cleanText(messages.failures.call(error.failure)) : messages.common.noAnswer;
}
