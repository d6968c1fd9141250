import type { AlertKind } from '../../domain/alert-intent.ts';
import type { AlertStateName, DeliveryState } from '../../domain/alert-record.ts';
import type { ChannelKind } from '../../domain/channel-kind.ts';
import type { SecretFailure, SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';
import { timeWords } from './count-words.ts';

const kinds: Readonly<Record<AlertKind, string>> = {
  threshold: 'Threshold passed',
  'runs-out': 'Will run out before the reset',
  depleted: 'Used up',
  restored: 'Available again',
  spend: 'Budget',
  burn: 'Burn far above normal',
  anomaly: 'Session or day far above normal',
  allowance: 'Plan or allowance has changed',
  'busy-agent': 'Agent uses a lot of this machine',
  session: 'Session waiting, finished or failed',
  guard: 'Limit for each session',
  orphan: 'Processes left behind',
  'silent-source': 'Agent fell silent',
  'expiring-logs': 'Logs about to be deleted',
  incident: 'Incident at a provider',
  digest: 'Digest',
};

const channelKinds: Readonly<Record<ChannelKind, string>> = {
  webhook: 'Webhook',
  slack: 'Slack',
  discord: 'Discord',
  teams: 'Microsoft Teams',
  ntfy: 'ntfy',
  telegram: 'Telegram',
  'web-push': 'Paired browser',
  email: 'E-mail',
  command: 'Command',
};

const states: Readonly<Record<AlertStateName, string>> = {
  passed: 'raised',
  held: 'held back',
  merged: 'merged with another',
  outdated: 'was over before it could be shown',
};

const deliveries: Readonly<Record<DeliveryState, string>> = {
  sent: 'sent',
  failed: 'not delivered',
  unknown: 'perhaps delivered',
  waiting: 'on its way',
  dropped: 'not sent, the channel was turned off',
};

const places: Readonly<Record<SecretPlace, string>> = {
  keychain: 'in the system’s keychain',
  'plain-keychain': 'in a file, without a keychain to protect it',
  file: 'in a file that only you may read',
  environment: 'in the environment',
};

const secretFailures: Readonly<Record<SecretFailure, string>> = {
  'not-written': 'The secret could not be written. Check the data folder.',
  'set-by-environment': 'This secret is set by an environment variable, which takes precedence.',
  'read-only': 'Secrets cannot be changed from here.',
};

const alertWords = { one: 'alert', other: 'alerts' };

/** Alerts as a list, channels, and trying out rules. */
export function createAlertMessages(format: Formats) {
  const lastDays = (days: number): string =>
    days === 1 ? 'Over the last day' : `Over the last ${format.integer(days)} days`;
  return {
    kinds,
    channelKinds,
    states,
    deliveries,
    places,
    secretFailures,
    test: {
      title: 'Fuelgauge: this is a test',
      body: 'Alerts will arrive here.',
    },
    none: 'No alert has been raised yet.',
    delivery: (channel: string, state: DeliveryState): string => `${channel}: ${deliveries[state]}`,
    tested: (channel: string): string => `The test was delivered on “${channel}”.`,
    notTested: (channel: string, reason: string): string => `The test was not delivered on “${channel}”. ${reason}`,
    noChannel: (channel: string): string => `There is no channel “${channel}” in the settings.`,
    /** What rules would have raised, e.g. `Over the last 30 days, 3 alerts would have been raised.`. */
    wouldHave: (count: number, days: number): string =>
      `${lastDays(days)}, ` +
      (count === 0
        ? 'no alert would have been raised.'
        : `${format.integer(count)} ${format.plural(count, alertWords)} would have been raised:`),
    firedTimes: (kind: AlertKind, count: number): string =>
      `${kinds[kind]}: ${format.integer(count)} ${format.plural(count, timeWords)}`,
    untried: (names: readonly AlertKind[]): string =>
      `Not tried, because what they look at is not stored: ${format.list(names.map((kind) => kinds[kind].toLowerCase()))}. ‘Will run out’ goes by pace: forecasts of the past are not stored.`,
  };
}
