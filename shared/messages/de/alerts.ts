import type { AlertKind } from '../../domain/alert-intent.ts';
import type { AlertStateName, DeliveryState } from '../../domain/alert-record.ts';
import type { ChannelKind } from '../../domain/channel-kind.ts';
import type { SecretFailure, SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';
import { timeWords } from './count-words.ts';

const kinds: Readonly<Record<AlertKind, string>> = {
  threshold: 'Schwelle überschritten',
  'runs-out': 'Reicht nicht bis zum Reset',
  depleted: 'Aufgebraucht',
  restored: 'Wieder verfügbar',
  spend: 'Budget',
  burn: 'Tempo weit über dem Üblichen',
  anomaly: 'Sitzung oder Tag weit über dem Üblichen',
  allowance: 'Tarif oder Umfang hat sich geändert',
  'busy-agent': 'Agent belastet dieses Gerät stark',
  session: 'Sitzung wartet, ist fertig oder fehlgeschlagen',
  guard: 'Limit je Sitzung',
  orphan: 'Zurückgelassene Prozesse',
  'silent-source': 'Agent ist verstummt',
  'expiring-logs': 'Logs werden bald gelöscht',
  incident: 'Störung bei einem Anbieter',
  digest: 'Zusammenfassung',
};

const channelKinds: Readonly<Record<ChannelKind, string>> = {
  webhook: 'Webhook',
  slack: 'Slack',
  discord: 'Discord',
  teams: 'Microsoft Teams',
  ntfy: 'ntfy',
  telegram: 'Telegram',
  'web-push': 'Gekoppelter Browser',
  email: 'E-Mail',
  command: 'Befehl',
};

const states: Readonly<Record<AlertStateName, string>> = {
  passed: 'gemeldet',
  held: 'zurückgehalten',
  merged: 'mit einer anderen zusammengelegt',
  outdated: 'war vorbei, bevor sie gezeigt werden konnte',
};

const deliveries: Readonly<Record<DeliveryState, string>> = {
  sent: 'gesendet',
  failed: 'nicht zugestellt',
  unknown: 'vielleicht zugestellt',
  waiting: 'unterwegs',
  dropped: 'nicht gesendet, der Kanal war ausgeschaltet',
};

const places: Readonly<Record<SecretPlace, string>> = {
  keychain: 'im Schlüsselbund des Systems',
  'plain-keychain': 'in einer Datei, ohne schützenden Schlüsselbund',
  file: 'in einer Datei, die nur du lesen darfst',
  environment: 'in der Umgebung',
};

const secretFailures: Readonly<Record<SecretFailure, string>> = {
  'not-written': 'Das Geheimnis konnte nicht geschrieben werden. Prüfe den Datenordner.',
  'set-by-environment': 'Dieses Geheimnis ist durch eine Umgebungsvariable gesetzt, und die hat Vorrang.',
  'read-only': 'Geheimnisse lassen sich von hier aus nicht ändern.',
};

const alertWords = { one: 'Warnung', other: 'Warnungen' };

/** Alerts as a list, channels, and trying out rules. */
export function createAlertMessages(format: Formats) {
  const lastDays = (days: number): string =>
    days === 1 ? 'In den letzten 24 Stunden' : `In den letzten ${format.integer(days)} Tagen`;
  return {
    kinds,
    channelKinds,
    states,
    deliveries,
    places,
    secretFailures,
    test: {
      title: 'Fuelgauge: Dies ist ein Test',
      body: 'Warnungen kommen hier an.',
    },
    none: 'Noch wurde keine Warnung gemeldet.',
    delivery: (channel: string, state: DeliveryState): string => `${channel}: ${deliveries[state]}`,
    tested: (channel: string): string => `Der Test wurde über „${channel}“ zugestellt.`,
    notTested: (channel: string, reason: string): string =>
      `Der Test wurde über „${channel}“ nicht zugestellt. ${reason}`,
    noChannel: (channel: string): string => `In den Einstellungen gibt es keinen Kanal „${channel}“.`,
    wouldHave: (count: number, days: number): string =>
      `${lastDays(days)} ` +
      (count === 0
        ? 'wäre keine Warnung gemeldet worden.'
        : `${format.plural(count, { one: 'wäre', other: 'wären' })} ${format.integer(count)} ${format.plural(count, alertWords)} gemeldet worden:`),
    firedTimes: (kind: AlertKind, count: number): string =>
      `${kinds[kind]}: ${format.integer(count)} ${format.plural(count, timeWords)}`,
    untried: (names: readonly AlertKind[]): string =>
      `Nicht ausprobiert, weil nicht aufbewahrt wird, worauf sie achten: ${format.list(names.map((kind) => kinds[kind]))}. „${kinds['runs-out']}“ geht nach dem Tempo, weil frühere Prognosen nicht aufbewahrt werden.`,
  };
}
