import type { DifferenceClass } from '../../../domain/reconciliation.ts';
import type { Formats } from '../../format/formats.ts';

const classes: Readonly<Record<DifferenceClass, string>> = {
  duplicate: 'Twice',
  'not-joined': 'Not joined',
  'not-in-log': 'Not in log',
  'other-root': 'Elsewhere',
  understated: 'Understated',
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
        understated: 'Understated',
        notInLog: 'Not in log',
        otherRoot: 'Elsewhere',
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
        'Proxy = joined + not in log + elsewhere + not joined + twice. What is joined is in a log, too, and counts once; ' +
        'understated is how much more the proxy has of it, which counts. Elsewhere is what you said is in no log read here. ' +
        'What is not joined does not count: nothing says whether it is among what all logs have of the model on that day. ' +
        'Price is what was charged beyond the same responses at list price, which is an estimate.',
    },
    nothing:
      'No telemetry was received in this time, so there is nothing to compare. "fuelgauge otel install" says how to turn it on.',
    explanation:
      'Responses / tokens, measured. Telemetry - twice - not joined - not in log - elsewhere - understated + only in log = ' +
      'logs; both have the responses that are understated, so only their tokens differ. What is not in a log counts, by ' +
      'telemetry. Elsewhere: no log read here has the session, so its log is in another folder or on another machine, or ' +
      'there is none. Understated: a log has fewer tokens of a response, so the larger numbers count. What is not joined ' +
      'has no request id, so it does not count.',
  };
}
