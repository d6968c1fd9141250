import type { ChannelFailure } from '../../domain/channel-failure.ts';

/** Why a channel did not deliver, and what the person can do: a sentence. */
export function describeChannelFailure(failure: ChannelFailure): string {
  switch (failure.kind) {
    case 'no-secret':
      return 'Son secret manque. Saisissez-le dans les réglages.';
    case 'bad-address':
      return 'Son adresse ou son gabarit n’est pas valide.';
    case 'insecure-address':
      return 'Son adresse n’est pas chiffrée. Utilisez https, ou une connexion de messagerie chiffrée.';
    case 'private-address':
      return 'Son adresse mène à un réseau privé, que ce canal n’a pas le droit d’atteindre.';
    case 'redirected':
      return 'Son serveur renvoie à une autre adresse, qui n’est pas suivie. Saisissez plutôt celle-là.';
    case 'timed-out':
      return 'Son serveur n’a pas répondu à temps.';
    case 'unanswered':
      return 'La connexion s’est terminée avant la réponse du serveur : l’alerte est peut-être arrivée.';
    case 'expired':
      return 'Il est resté injoignable un jour entier.';
    case 'unreachable':
      return `Il est injoignable (${failure.code}).`;
    case 'refused':
      return `Son serveur a refusé l’alerte (${failure.status}).`;
    case 'program':
      return `Son programme a échoué (${failure.code}).`;
  }
}
