import type { AlertIntent } from '../../../shared/domain/alert-intent.ts';
import type { Delivery } from '../../../shared/domain/alert-record.ts';
import type { ExportRecord } from '../../state/save-records.ts';

/** An alert that was raised, or one that the rules would have raised. */
interface Shown {
  readonly atMs: number;
  readonly intent: AlertIntent;
  /** Null for an alert that was only tried. */
  readonly state: string | null;
  readonly deliveries: readonly Delivery[];
}

/** Alerts with their words, and what was sent where. Times are UTC. */
export function toAlertRecords(
  alerts: readonly Shown[],
  describe: (intent: AlertIntent) => { readonly title: string; readonly body: string },
): readonly ExportRecord[] {
  return alerts.map(({ atMs, intent, state, deliveries }) => ({
    at: new Date(atMs).toISOString(),
    kind: intent.kind,
    source: intent.source,
    ...describe(intent),
    state,
    deliveries: deliveries.map(({ channel, state: became }) => `${channel}: ${became}`).join('; '),
  }));
}
