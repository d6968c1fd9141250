import type { NameState } from '../../domain/name-encryption.ts';
import type { SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';

/** Whether the names in the ledger are encrypted, and what to know before that changes. */
export function createEncryptionSettingsMessages(format: Formats) {
  return {
    title: 'Chiffrement',
    label: 'Noms dans la base de données',
    hint: 'Les projets, branches, comptes, machines et fichiers journaux peuvent être chiffrés. Les nombres, agents et modèles restent lisibles.',
    on: 'Chiffrés',
    off: 'Non chiffrés',
    locked: 'Clé manquante',
    facts: {
      none: 'Il n’y a pas encore de base de données.',
      plain: 'Les noms sont stockés en clair. Qui lit la base ou une sauvegarde les lit aussi.',
      sealed: 'Les noms sont chiffrés. Les totaux se lisent sans la clé, pas les noms.',
      unwiped:
        'Les noms sont chiffrés. Le fichier peut encore contenir les anciens tant que le prochain programme qui y écrit n’a pas la place de le réécrire.',
      locked:
        'Les noms sont chiffrés et leur clé est absente ou incorrecte. Les totaux s’affichent et rien n’est écrit.',
    } satisfies Readonly<Record<NameState, string>>,
    keys: {
      environment: 'La clé est FUELGAUGE_DB_KEY dans l’environnement.',
      keychain: 'La clé est dans le trousseau.',
      'plain-keychain': 'La clé est dans secrets.json, sans trousseau pour la protéger.',
      file: 'La clé est dans secrets.json à côté de la base, lisible par vous seul. Elle protège les copies de la base, pas ce dossier.',
    } satisfies Readonly<Record<SecretPlace, string>>,
    howOn:
      'Pour les chiffrer, exécutez ceci dans un terminal. Une clé est créée et placée dans secrets.json à côté de la base.',
    commands: { on: 'fuelgauge encryption on', off: 'fuelgauge encryption off' },
    quitFirst:
      'Quittez d’abord Fuelgauge : les noms ne sont convertis que si rien d’autre n’a ouvert la base. Les totaux ne changent pas.',
    loss: 'Gardez une copie de la clé ailleurs. Si vous la perdez, les noms qui ne sont plus dans aucun journal sont perdus ; pas les totaux.',
    notCovered: 'Les réglages, les fichiers importés, les rapports d’un proxy et les alertes passées restent lisibles.',
    setAside: (count: number): string =>
      count === 1
        ? 'Une base mise de côté contient encore les anciens noms.'
        : `${format.integer(count)} bases mises de côté contiennent encore les anciens noms.`,
  };
}
