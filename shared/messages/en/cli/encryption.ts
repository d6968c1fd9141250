/** `fuelgauge encryption`. */
export function createCliEncryptionMessages() {
  return {
    names: {
      none: 'There is no ledger yet. With a key, a new one is encrypted from the start.',
      plain: 'Names are stored unencrypted.',
      sealed: 'The names of projects, branches, accounts, machines and log files are encrypted.',
      unwiped:
        'Names are encrypted, but the file may still hold them as they were: the disk was full, or somebody was reading. The next program that writes the ledger rewrites the file.',
      locked: 'Names are encrypted, and the key is not here or another one. Totals can be read; nothing is written.',
    },
    key: {
      environment: 'The key is FUELGAUGE_DB_KEY. Keep it elsewhere, too: without it, names cannot be read.',
      keychain: 'The key is in the keychain.',
      'plain-keychain': 'The key is in secrets.json, without a keychain to protect it.',
      file: 'The key is in secrets.json beside the ledger, for you alone: it protects copies of the ledger, not this folder.',
    },
    setAside: (files: readonly string[]): string =>
      `Ledgers that were set aside keep their names as they were. Delete them when you do not need them: ${files.join(', ')}`,
    failures: {
      'no-old-key':
        'Set FUELGAUGE_DB_KEY to the new key and FUELGAUGE_DB_KEY_OLD to the one before it, then run this again.',
      'not-on': 'Names are not encrypted by a key of Fuelgauge. "fuelgauge encryption on" makes one.',
      'not-written': 'The key could not be stored, so nothing was changed.',
      'set-by-environment': 'The key comes from FUELGAUGE_SECRET_LEDGER_KEY, so it is changed there.',
      'read-only': 'The key could not be stored, so nothing was changed.',
    },
  };
}
