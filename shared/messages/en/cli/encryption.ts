/** `fuelgauge encryption`. */
export function createCliEncryptionMessages() {
  return {
    names: {
      none: 'There is no ledger yet. With a key, a new one is encrypted from the start.',
      plain: 'Names are stored unencrypted.',
      sealed: 'The names of projects, branches, accounts, machines and log files are encrypted.',
      unwiped:
        'Names are encrypted, but the file may still contain the old ones: the disk was full, or another program was reading it. The next program that writes to the ledger rewrites the file.',
      locked: 'Names are encrypted, and their key is missing or wrong. Totals can be read; nothing is written.',
    },
    key: {
      environment: 'The key is FUELGAUGE_DB_KEY. Keep a copy of it: without it, names cannot be read.',
      keychain: 'The key is in the keychain.',
      'plain-keychain': 'The key is in secrets.json, without a keychain to protect it.',
      file: 'The key is in secrets.json beside the ledger, readable only by you. It protects copies of the ledger, not this folder.',
    },
    returns:
      'FUELGAUGE_DB_KEY is still set, so the next program that writes to the ledger encrypts them again. To keep them unencrypted, remove that variable.',
    setAside: (files: readonly string[]): string =>
      `Ledgers that were set aside still contain the old names. Delete them when you no longer need them: ${files.join(', ')}`,
    failures: {
      'no-old-key': 'Set FUELGAUGE_DB_KEY to the new key and FUELGAUGE_DB_KEY_OLD to the old one, then run this again.',
      waived: 'FUELGAUGE_DB_KEY is "none", so no key would be used. Remove that variable first.',
      'not-on': 'Names are not encrypted with a key that Fuelgauge made. "fuelgauge encryption on" makes one.',
      'not-written': 'The key could not be stored, so nothing was changed.',
      'set-by-environment': 'The key comes from FUELGAUGE_SECRET_LEDGER_KEY. Change it there.',
      'read-only': 'The key could not be stored, so nothing was changed.',
    },
  };
}
