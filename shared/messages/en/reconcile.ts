import type { DifferenceClass } from '../../domain/reconciliation.ts';
import type { Formats } from '../format/formats.ts';

const meanings: Readonly<Record<DifferenceClass, string>> = {
  duplicate: 'received more than once, counted once',
  'not-in-log': 'no log has it, so it counts as received',
  'only-in-log': 'the log has more than was joined to it',
  'other-root':
    'no log read here has the session: its log is in another folder or on another machine, or there is none; it counts as received',
  understated: 'a log has these responses with fewer tokens, so the larger numbers count',
  'not-joined': 'cannot be matched to a log entry, so it does not count',
};

/** The accounts of logs, telemetry and proxies beside each other. */
export function createReconcileMessages(format: Formats) {
  return {
    classes: {
      duplicate: 'Twice',
      'not-in-log': 'Not in log',
      'other-root': 'Log elsewhere',
      understated: 'Understated',
      'only-in-log': 'Only in log',
      'not-joined': 'Not joined',
    } satisfies Readonly<Record<DifferenceClass, string>>,
    meaning: (name: string, kind: DifferenceClass): string => `${name}: ${meanings[kind]}.`,
    label: 'Accounts by day and model',
    day: 'Day',
    model: 'Model',
    received: 'Received',
    logged: 'Logs',
    difference: 'Difference',
    same: 'none',
    /** `tokens` is written out already. */
    part: (name: string, responses: number, tokens: string): string =>
      `${name} ${tokens} (${format.integer(responses)} ${format.plural(Math.abs(responses), { one: 'response', other: 'responses' })})`,
    price: (amount: string): string => `Price ${amount}`,
    summary: (explained: string, open: string): string => `Tokens that differ: ${explained} explained, ${open} not.`,
    note: 'Tokens, measured. A price is what a proxy charged beyond list price, which is an estimate.',
    cut: (rows: number): string => `Only the newest ${format.integer(rows)} rows are shown; an export has all.`,
    none: 'Nothing to compare in this range',
    noneText:
      'Logs are compared with telemetry and with a proxy. “fuelgauge otel install” shows how to turn on telemetry; a proxy is ' +
      'entered in the settings. “fuelgauge reconcile --csv” compares a provider’s export.',
    settings: 'Settings',
  };
}
