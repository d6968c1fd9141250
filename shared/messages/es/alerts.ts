import type { AlertKind } from '../../domain/alert-intent.ts';
import type { AlertStateName, DeliveryState } from '../../domain/alert-record.ts';
import type { ChannelKind } from '../../domain/channel-kind.ts';
import type { SecretFailure, SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';
import { timeWords } from './count-words.ts';

const kinds: Readonly<Record<AlertKind, string>> = {
  threshold: 'Umbral superado',
  'runs-out': 'Se agotará antes de restablecerse',
  depleted: 'Agotado',
  restored: 'Disponible de nuevo',
  spend: 'Presupuesto',
  burn: 'Ritmo muy por encima de lo habitual',
  anomaly: 'Sesión o día muy por encima de lo habitual',
  allowance: 'El plan o su cuota ha cambiado',
  'busy-agent': 'Un agente usa mucho este equipo',
  session: 'La sesión espera, terminó o falló',
  guard: 'Límite por sesión',
  orphan: 'Procesos abandonados',
  'silent-source': 'Un agente dejó de informar',
  'expiring-logs': 'Registros a punto de eliminarse',
  incident: 'Incidencia en un proveedor',
  digest: 'Resumen periódico',
};

const channelKinds: Readonly<Record<ChannelKind, string>> = {
  webhook: 'Webhook',
  slack: 'Slack',
  discord: 'Discord',
  teams: 'Microsoft Teams',
  ntfy: 'ntfy',
  telegram: 'Telegram',
  'web-push': 'Navegador vinculado',
  email: 'Correo electrónico',
  command: 'Comando',
};

const states: Readonly<Record<AlertStateName, string>> = {
  passed: 'emitida',
  held: 'retenida',
  merged: 'unida a otra',
  outdated: 'caducó antes de poder mostrarse',
};

const deliveries: Readonly<Record<DeliveryState, string>> = {
  sent: 'enviada',
  failed: 'no entregada',
  unknown: 'quizá entregada',
  waiting: 'en camino',
  dropped: 'no enviada, el canal estaba desactivado',
};

const places: Readonly<Record<SecretPlace, string>> = {
  keychain: 'en el llavero del sistema',
  'plain-keychain': 'en un archivo, sin llavero que lo proteja',
  file: 'en un archivo que solo tú puedes leer',
  environment: 'en el entorno',
};

const secretFailures: Readonly<Record<SecretFailure, string>> = {
  'not-written': 'No se pudo escribir el secreto. Revisa la carpeta de datos.',
  'set-by-environment': 'Este secreto lo fija una variable de entorno, que tiene prioridad.',
  'read-only': 'Los secretos no se pueden cambiar desde aquí.',
};

const alertWords = { one: 'alerta', other: 'alertas' };

/** Alerts as a list, channels, and trying out rules. */
export function createAlertMessages(format: Formats) {
  const lastDays = (days: number): string =>
    days === 1 ? 'En las últimas 24 horas' : `En los últimos ${format.integer(days)} días`;
  return {
    kinds,
    channelKinds,
    states,
    deliveries,
    places,
    secretFailures,
    test: {
      title: 'Fuelgauge: esto es una prueba',
      body: 'Las alertas llegarán aquí.',
    },
    none: 'Aún no ha habido ninguna alerta.',
    delivery: (channel: string, state: DeliveryState): string => `${channel}: ${deliveries[state]}`,
    tested: (channel: string): string => `La prueba llegó por «${channel}».`,
    notTested: (channel: string, reason: string): string => `La prueba no llegó por «${channel}». ${reason}`,
    noChannel: (channel: string): string => `No hay ningún canal «${channel}» en los ajustes.`,
    wouldHave: (count: number, days: number): string =>
      `${lastDays(days)} ` +
      (count === 0
        ? 'no habría habido ninguna alerta.'
        : `habría habido ${format.integer(count)} ${format.plural(count, alertWords)}:`),
    firedTimes: (kind: AlertKind, count: number): string =>
      `${kinds[kind]}: ${format.integer(count)} ${format.plural(count, timeWords)}`,
    untried: (names: readonly AlertKind[]): string =>
      `No se probaron, porque no se guarda lo que observan: ${format.list(names.map((kind) => kinds[kind].toLowerCase()))}. «Se agotará antes de restablecerse» se basa en el ritmo: las previsiones pasadas no se guardan.`,
  };
}
