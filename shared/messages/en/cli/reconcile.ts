import type { DifferenceClass } from '../../../domain/reconciliation.ts';
import type { Formats } from '../../format/formats.ts';

const classes: Readonly<Record<DifferenceClass, string>> = {
  duplicate: 'Twice',
  'not-joined': 'Not joined',
  'not-in-log': 'Not in log',
  'only-in-log': 'Only in log',
};

/** `fuelgauge reconcile`: what logs say beside what telemetry said. */
export function createCliReconcileMessages(format: Formats) {
  return {
    classes,
    received: 'Telemetry',
    logged: 'Logs',
    count: (responses: number, tokens: number): string => `${format.integer(responses)} / ${format.integer(tokens)}`,
    proxy: {
      heads: {
        received: 'Proxy',
        joined: 'Joined',
        notInLog: 'Not in log',
        notJoined: 'Not joined',
        duplicate: 'Twice',
        logged: 'All logs',
        charged: 'Charged',
        priced: 'List price',
        price: 'Price',
      },
      charged: (microUsd: number | null): string => (microUsd === null ? '-' : `$${(microUsd / 1e6).toFixed(4)}`),
      difference: (chargedMicroUsd: number | null, pricedMicroUsd: number | null): string => {
        if (chargedMicroUsd === null || pricedMicroUsd === null) return '-';
        const microUsd = chargedMicroUsd - pricedMicroUsd;
        return `${microUsd < 0 ? '-' : '+'}$${(Math.abs(microUsd) / 1e6).toFixed(4)}`;
      },
      explanation:
        'Proxy = joined + not in log + not joined + twice. What is joined is in a log, too, and counts once. What is not ' +
        'joined does not count: nothing says whether it is among what all logs have of the model on that day. ' +
        'Price is what was charged beyond the same responses at list price, which is an estimate.',
    },
    nothing:
      'No telemetry was received in this time, so there is nothing to compare. "fuelgauge otel install" says how to turn it on.',
    explanation:
      'Responses / tokens, measured. Telemetry - twice - not joined - not in log + only in log = logs. What is not in a ' +
      'log counts, by telemetry. What is not joined has no request id, so it does not count.',
  };
}
