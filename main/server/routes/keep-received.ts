import type { Logger } from '../../../shared/ports/logger.ts';
import { respondProblem, toProblemDetails } from '../api/problem-details.ts';

/**
 * Keeps what was sent; null once that is done. Where the system cannot write, returns a response after which the sender
 * sends it again: by OTLP that is 503, while 500 means that it must drop it. https://opentelemetry.io/docs/specs/otlp/#failures-1
 */
export async function keepReceived(
  keep: () => Promise<unknown>,
  logger: Pick<Logger, 'error'>,
): Promise<Response | null> {
  try {
    await keep();
    return null;
  } catch (error) {
    logger.error('what was received could not be kept', error);
    return respondProblem(toProblemDetails('not-kept'));
  }
}
