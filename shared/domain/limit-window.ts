import type { SourceId } from './ids.ts';
import type { Provenance } from './provenance.ts';

/** One observation of a limit window of the provider, as it stood in a log at a moment. */
export interface LimitReading {
  readonly source: SourceId;
  /** The provider's own name of the limit, e.g. `codex`. Windows of one limit differ in length. */
  readonly limitId: string;
  /** A label that the provider gave to it, if any, e.g. a model's name. */
  readonly limitName: string | null;
  /** Length of the window in minutes, normalised to the nominal one (299 is 300). Identifies the window. */
  readonly windowMinutes: number;
  /** Share of the window that is used up, 0 to 100. */
  readonly usedPercent: number;
  /** When the window starts anew, UTC milliseconds; null when the provider does not say. */
  readonly resetsAtMs: number | null;
  readonly planType: string | null;
  /** When the provider said so, UTC milliseconds. */
  readonly observedAtMs: number;
}

/** A limit window as we know it now: its newest valid reading, and how far it can be trusted. */
export interface LimitWindow extends LimitReading {
  readonly provenance: Extract<Provenance, 'official' | 'stale'>;
  /** When the window would be used up if it went on as in the window so far; null when it lasts or is unknown. */
  readonly runsOutAtMs: number | null;
}

/** What is left of a window, 0 to 100. */
export function toHeadroomPercent({ usedPercent }: Pick<LimitReading, 'usedPercent'>): number {
  return 100 - usedPercent;
}

/** How old a reading is, in milliseconds; 0 when its clock runs ahead of ours. */
export function toAgeMs({ observedAtMs }: Pick<LimitReading, 'observedAtMs'>, nowMs: number): number {
  return Math.max(0, nowMs - observedAtMs);
}
