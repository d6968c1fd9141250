import type { CallFailure } from '../../../shared/domain/call-failure.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';

const messages = createMessages();
const { titles, details } = messages.server.problems;

/** Why a request was not answered, by stable name. */
export type RequestProblem = keyof typeof titles;

/** The problem of a request as RFC 9457 writes it. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Why something was not done, as the call's answer has it. */
  readonly error?: unknown;
  /** The name that is not known, and those that are. */
  readonly source?: string;
  readonly known?: readonly string[];
}

/** The HTTP status of each problem. */
const statuses = {
  'not-found': 404,
  'method-not-allowed': 405,
  'foreign-host': 421,
  'foreign-origin': 403,
  'too-many-requests': 429,
  'needs-token': 401,
  'lacks-scope': 403,
  'wrong-code': 403,
  'too-large': 413,
  'unsupported-media-type': 415,
  'not-json': 400,
  'not-otlp': 400,
  'invalid-argument': 422,
  'unknown-source': 400,
  'not-done': 409,
  unavailable: 503,
  'not-kept': 503,
  failed: 500,
} as const satisfies Readonly<Record<RequestProblem, number>>;

export const problemMediaType = 'application/problem+json';

/** Describes a problem; `detail` replaces its usual sentence. */
export function toProblemDetails(problem: RequestProblem, detail: string = details[problem]): ProblemDetails {
  return { type: `urn:fuelgauge:problem:${problem}`, title: titles[problem], status: statuses[problem], detail };
}

/** Writes a problem as a response. */
export function respondProblem(details: ProblemDetails, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(details), {
    status: details.status,
    headers: { 'Content-Type': problemMediaType, 'Cache-Control': 'no-store', ...headers },
  });
}

/** The problem that a call's failure is. Internal details stay in the log. */
export function toCallProblem(failure: CallFailure): ProblemDetails {
  switch (failure.kind) {
    case 'unknown-call':
      return toProblemDetails('not-found');
    case 'invalid-argument':
      return toProblemDetails('invalid-argument', messages.failures.call(failure));
    case 'unknown-source':
      return {
        ...toProblemDetails('unknown-source', messages.failures.call(failure)),
        ...{ source: failure.source, known: failure.known },
      };
    case 'foreign-page':
      return toProblemDetails('foreign-origin');
    case 'engine-stopped':
    case 'ledger-not-written':
      return toProblemDetails('unavailable', messages.failures.call(failure));
    case 'failed':
      return toProblemDetails('failed');
  }
}
