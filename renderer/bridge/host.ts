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
  if (!(error instanceof CallError)) return messages.common.noAnswer;
  const { failure } = error;
  // What scripts are told, the names they may pass, helps nobody who has followed a link.
  if (failure.kind === 'unknown-source') return messages.common.unknownAgent(cleanText(failure.source));
  return cleanText(messages.failures.call(failure));
}

/** Whether the host does not have the call: what it is about belongs to the app's own windows. */
export function isUnknownCall(error: unknown): boolean {
  return error instanceof CallError && error.failure.kind === 'unknown-call';
}
