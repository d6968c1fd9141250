import type { AlertKind } from '../../domain/alert-intent.ts';
import type { AlertStateName, DeliveryState } from '../../domain/alert-record.ts';
import type { ChannelKind } from '../../domain/channel-kind.ts';
import type { SecretFailure, SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';
import { timeWords } from './count-words.ts';

const kinds: Readonly<Record<AlertKind, string>> = {
  threshold: 'Seuil dépassé',
  'runs-out': 'Épuisement avant la réinitialisation',
  depleted: 'Épuisée',
  restored: 'De nouveau disponible',
  spend: 'Budget',
  burn: 'Rythme bien au-dessus de la normale',
  anomaly: 'Session ou jour bien au-dessus de la normale',
  allowance: 'Forfait ou quota modifié',
  'busy-agent': 'Un agent sollicite fortement cette machine',
  session: 'Session en attente, terminée ou en échec',
  guard: 'Limite par session',
  orphan: 'Processus abandonnés',
  'silent-source': 'Agent devenu muet',
  'expiring-logs': 'Journaux bientôt supprimés',
  incident: 'Incident chez un fournisseur',
  digest: 'Récapitulatif',
};

const channelKinds: Readonly<Record<ChannelKind, string>> = {
  webhook: 'Webhook',
  slack: 'Slack',
  discord: 'Discord',
  teams: 'Microsoft Teams',
  ntfy: 'ntfy',
  telegram: 'Telegram',
  'web-push': 'Navigateur associé',
  email: 'E-mail',
  command: 'Commande',
};

const states: Readonly<Record<AlertStateName, string>> = {
  passed: 'signalée',
  held: 'retenue',
  merged: 'fusionnée avec une autre',
  outdated: 'caduque avant d’avoir pu être affichée',
};

const deliveries: Readonly<Record<DeliveryState, string>> = {
  sent: 'envoyée',
  failed: 'non remise',
  unknown: 'peut-être remise',
  waiting: 'en route',
  dropped: 'non envoyée, le canal était désactivé',
};

const places: Readonly<Record<SecretPlace, string>> = {
  keychain: 'dans le trousseau du système',
  'plain-keychain': 'dans un fichier, sans trousseau pour le protéger',
  file: 'dans un fichier que vous seul pouvez lire',
  environment: 'dans l’environnement',
};

const secretFailures: Readonly<Record<SecretFailure, string>> = {
  'not-written': 'Le secret n’a pas pu être écrit. Vérifiez le dossier de données.',
  'set-by-environment': 'Ce secret est fixé par une variable d’environnement, qui prime.',
  'read-only': 'Les secrets ne peuvent pas être modifiés d’ici.',
};

const alertWords = { one: 'alerte', other: 'alertes' };

/** Alerts as a list, channels, and trying out rules. */
export function createAlertMessages(format: Formats) {
  const lastDays = (days: number): string =>
    days === 1 ? 'Sur les dernières 24 heures' : `Sur les ${format.integer(days)} derniers jours`;
  return {
    kinds,
    channelKinds,
    states,
    deliveries,
    places,
    secretFailures,
    test: {
      title: 'Fuelgauge : ceci est un test',
      body: 'Les alertes arriveront ici.',
    },
    none: 'Aucune alerte n’a encore été signalée.',
    delivery: (channel: string, state: DeliveryState): string => `${channel} : ${deliveries[state]}`,
    tested: (channel: string): string => `Le test est arrivé sur « ${channel} ».`,
    notTested: (channel: string, reason: string): string => `Le test n’est pas arrivé sur « ${channel} ». ${reason}`,
    noChannel: (channel: string): string => `Il n’y a pas de canal « ${channel} » dans les réglages.`,
    wouldHave: (count: number, days: number): string =>
      `${lastDays(days)}, ` +
      (count === 0
        ? 'aucune alerte n’aurait été signalée.'
        : `il y aurait eu ${format.integer(count)} ${format.plural(count, alertWords)} :`),
    firedTimes: (kind: AlertKind, count: number): string =>
      `${kinds[kind]} : ${format.integer(count)} ${format.plural(count, timeWords)}`,
    untried: (names: readonly AlertKind[]): string =>
      `Non essayées, car ce qu’elles observent n’est pas conservé : ${format.list(names.map((kind) => kinds[kind].toLowerCase()))}. « Épuisement avant la réinitialisation » se fonde sur le rythme : les prévisions passées ne sont pas conservées.`,
  };
}
