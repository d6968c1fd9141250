import type { AlertRecord } from '../../../shared/domain/alert-record.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import { toMetric, type Metric } from './metric.ts';

/** A channel, as far as metrics show it. */
export interface ChannelState {
  readonly id: string;
  readonly isOn: boolean;
  readonly waiting: number;
  /** Null: its last attempt succeeded, or there was none. */
  readonly failure: unknown;
}

/**
 * Alerts and their channels. The history is bounded, so that it cannot be counted in a counter: alerts are those of the
 * last 24 hours.
 */
export function toAlertMetrics(
  alerts: readonly AlertRecord[],
  channels: readonly ChannelState[],
  nowMs: number,
): readonly Metric[] {
  const used = channels.filter(({ isOn }) => isOn);
  return [
    toMetric(
      'gauge',
      'fuelgauge_alerts_last_day',
      alerts
        .filter(({ raisedAtMs }) => raisedAtMs > nowMs - dayMs)
        .map(({ intent }) => [{ kind: intent.kind }, 1] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_alert_deliveries_waiting',
      used.map(({ id, waiting }) => [{ channel: id }, waiting] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_alert_channel_failing',
      used.map(({ id, failure }) => [{ channel: id }, failure === null ? 0 : 1] as const),
    ),
  ];
}
