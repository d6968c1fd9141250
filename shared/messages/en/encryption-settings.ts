import type { NameState } from '../../domain/name-encryption.ts';
import type { SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';

/** Whether the names in the ledger are encrypted, and what to know before that changes. */
export function createEncryptionSettingsMessages(format: Formats) {
  return {
    title: 'Encryption',
    label: 'Names in the ledger',
    hint: 'Projects, branches, accounts, machines and log files can be encrypted. Numbers, agents and models stay readable.',
    on: 'Encrypted',
    off: 'Not encrypted',
    locked: 'Key missing',
    facts: {
      none: 'There is no ledger yet.',
      plain: 'Names are stored as they are. Anyone who can read the ledger or a backup of it can read them.',
      sealed: 'Names are encrypted. Totals can be read without the key, names cannot.',
      unwiped:
        'Names are encrypted. The file may still contain the old ones until the next program that writes to it has room to rewrite it.',
      locked: 'Names are encrypted, and their key is missing or wrong. Totals are shown, and nothing is written.',
    } satisfies Readonly<Record<NameState, string>>,
    keys: {
      environment: 'The key is FUELGAUGE_DB_KEY in the environment.',
      keychain: 'The key is in the keychain.',
      'plain-keychain': 'The key is in secrets.json, without a keychain to protect it.',
      file: 'The key is in secrets.json beside the ledger, readable only by you. It protects copies of the ledger, not this folder.',
    } satisfies Readonly<Record<SecretPlace, string>>,
    howOn: 'To encrypt them, run this in a terminal. It makes a key and puts it in secrets.json beside the ledger.',
    commands: { on: 'fuelgauge encryption on', off: 'fuelgauge encryption off' },
    quitFirst:
      'Quit Fuelgauge first: names are converted only while nothing else has the ledger open. Totals stay the same.',
    loss: 'Keep a copy of the key somewhere else. If you lose it, names that are no longer in any log are lost; totals are not.',
    notCovered: 'The settings, imported files, proxy reports and past alerts stay readable.',
    setAside: (count: number): string =>
      count === 1
        ? 'A ledger that was set aside still contains the old names.'
        : `${format.integer(count)} ledgers that were set aside still contain the old names.`,
  };
}
