import type { DifferenceClass } from '../../domain/reconciliation.ts';
import type { Formats } from '../format/formats.ts';

const meanings: Readonly<Record<DifferenceClass, string>> = {
  duplicate: 'received more than once, counted once',
  'not-in-log': 'no log has it, so it counts as it was received',
  'only-in-log': 'the log has it beyond what was joined to it',
  'not-joined': 'nothing says which row of a log it is, so it does not count',
};

/** The accounts of logs, telemetry and proxies beside each other. */
export function createReconcileMessages(format: Formats) {
  return {
    classes: {
      duplicate: 'Twice',
      'not-in-log': 'Not in log',
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
    summary: (explained: string, open: string): string => `Tokens in differences: ${explained} explained, ${open} not.`,
    note: 'Tokens, measured. A price is what a proxy charged beyond list price, which is an estimate.',
    cut: (rows: number): string => `Only the newest ${format.integer(rows)} rows are shown; an export has all.`,
    none: 'Nothing to compare in this range',
    noneText:
      'Logs are compared with telemetry and with a proxy. “fuelgauge otel install” says how to switch telemetry on; a proxy is ' +
      'named in the settings. “fuelgauge reconcile --csv” compares an export of a provider.',
    settings: 'Settings',
  };
}
