import type { SettingsFailure } from '../../domain/settings-failure.ts';

/** Why settings were not changed, and what the person can do. */
export function describeSettingsFailure(failure: SettingsFailure): string {
  switch (failure.kind) {
    case 'read-only':
      return 'Les réglages ne peuvent pas être modifiés d’ici.';
    case 'command-from-page':
      return 'Le programme à exécuter ne se modifie que dans settings.json, pas d’ici.';
    case 'not-written':
      return 'settings.json ne peut pas être écrit.';
    case 'shortcut-taken':
      return 'Un autre programme ou le système utilise déjà ces touches. Choisissez-en d’autres.';
    case 'login-item-not-added':
      return 'Le système n’a pas permis à Fuelgauge de se lancer à l’ouverture de session. Ajoutez-le aux éléments d’ouverture dans les réglages du système.';
    case 'login-item-needs-approval':
      return 'macOS demande d’abord votre accord. Autorisez Fuelgauge dans Réglages Système, Général, Ouverture.';
    case 'login-item-not-removed':
      return 'Le système n’a pas retiré Fuelgauge des éléments d’ouverture. Retirez-le dans les réglages du système.';
    case 'login-item-file-not-written': {
      const code = failure.code === null ? '' : ` (${failure.code})`;
      return `Le lancement à l’ouverture de session n’a pas pu être modifié : ${failure.file} ne peut pas être écrit${code}.`;
    }
  }
}
