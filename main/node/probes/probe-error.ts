import type { ProbeFailure } from '../../../shared/domain/failures.ts';

/** Thrown by every probe that cannot list processes. */
export class ProbeError extends Error {
  readonly failure: ProbeFailure;

  constructor(failure: ProbeFailure) {
    super(JSON.stringify(failure));
    this.failure = failure;
  }
}

/** Why a probe failed, from whatever it threw. */
export function toProbeFailure(error: unknown): ProbeFailure {
  if (error instanceof ProbeError) return error.failure;
  return { kind: 'other', detail: error instanceof Error ? error.message : String(error) };
}
