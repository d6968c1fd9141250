import type { CallFailure, InvalidValue, ValueRule } from '../../domain/call-failure.ts';
import type { SettingComplaint } from '../../domain/problem.ts';
import type { CallSubject } from '../../domain/call-subject.ts';

/** How a value breaks a rule, as a clause. */
const rules: Readonly<Record<ValueRule, (name: string, received: string) => string>> = {
  day: (name, received) => `${name} is ${received}, which is not a day such as 2026-05-01`,
  'day-order': () => 'its last day is before its first',
  'time-zone': (name, received) => `${name} is ${received}, which is not a time zone that this system knows`,
  'currency-code': (name, received) => `${name} is ${received}, which is not a currency code such as EUR`,
  'dollar-rate': (name) => `${name} must have the rate 1 for USD`,
  'same-id': (name) => `${name} has the same id twice`,
};

/** What could not be loaded or done: a sentence without its end. */
const failed: Readonly<Record<CallSubject, string>> = {
  state: 'The current state could not be loaded',
  usage: 'The usage could not be loaded',
  session: 'The session could not be loaded',
  comparison: 'The comparison could not be loaded',
  limits: 'The limits could not be loaded',
  processes: 'The processes could not be loaded',
  apps: 'The apps and sites could not be loaded',
  prices: 'The prices could not be loaded',
  alerts: 'The alerts could not be loaded',
  settings: 'The settings could not be loaded',
  statusline: 'The status line could not be loaded',
  action: 'That did not work',
};

/** Why a call was not answered, for the person or the program that made it. */
export function describeCallFailure(failure: CallFailure): string {
  switch (failure.kind) {
    case 'unknown-call':
      return `There is no call named "${failure.name}".`;
    case 'invalid-argument':
      return `The argument of "${failure.name}" is not valid: ${describeValue(failure.value)}.`;
    case 'unknown-source':
      return `There is no source named "${failure.source}". Known are: ${failure.known.join(', ')}.`;
    case 'failed':
      return `${failed[failure.about]}${failure.detail === null ? '' : `: ${failure.detail.replace(/\.$/, '')}`}.`;
    case 'foreign-page':
      return 'This page is not allowed to use Fuelgauge.';
    case 'engine-stopped':
      return 'Fuelgauge is not reading the logs at the moment. Restart it if that does not change within five minutes.';
    case 'ledger-not-written':
      return 'The ledger cannot be written. Check that its disk has free space and that you may write there.';
  }
}

function describeValue({ place, received, expected, rule }: InvalidValue): string {
  const name = place ?? 'it';
  if (rule !== null) return rules[rule](name, received);
  if (expected === 'never') return `${name} is not known here`;
  if (received === 'undefined') return `${name} is missing`;
  return `${name} is ${received}${expected === null ? '' : ` (expected ${expected})`}`;
}

/** What is wrong with a setting of a file, without a full stop. For one that is missing, `expected` is what to add. */
export function describeStoredValue(where: string, { received, expected }: StoredValue): string {
  const example = received === 'undefined' && expected !== null ? ` (add ${expected}, for example)` : '';
  return `${describeValue({ place: where, received, expected, rule: null })}${example}`;
}

type StoredValue = Pick<SettingComplaint, 'received' | 'expected'>;
