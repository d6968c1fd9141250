import type { ChannelFailure } from '../../domain/channel-failure.ts';

/** Why a channel did not deliver, and what the person can do: a sentence. */
export function describeChannelFailure(failure: ChannelFailure): string {
  switch (failure.kind) {
    case 'no-secret':
      return 'Sein Geheimnis fehlt. Gib es in den Einstellungen ein.';
    case 'bad-address':
      return 'Seine Adresse oder seine Vorlage ist ungültig.';
    case 'insecure-address':
      return 'Seine Adresse ist nicht verschlüsselt. Verwende https oder eine verschlüsselte Mail-Verbindung.';
    case 'private-address':
      return 'Seine Adresse führt in ein privates Netzwerk, das dieser Kanal nicht erreichen darf.';
    case 'redirected':
      return 'Sein Server verweist auf eine andere Adresse, der nicht gefolgt wird. Gib stattdessen diese ein.';
    case 'timed-out':
      return 'Sein Server hat nicht rechtzeitig geantwortet.';
    case 'unanswered':
      return 'Die Verbindung endete, bevor sein Server antwortete: Die Warnung ist möglicherweise angekommen.';
    case 'expired':
      return 'Er war einen Tag lang nicht erreichbar.';
    case 'unreachable':
      return `Er ist nicht erreichbar (${failure.code}).`;
    case 'refused':
      return `Sein Server hat die Warnung abgelehnt (${failure.status}).`;
    case 'program':
      return `Sein Programm ist fehlgeschlagen (${failure.code}).`;
  }
}
