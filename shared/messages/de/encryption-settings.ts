import type { NameState } from '../../domain/name-encryption.ts';
import type { SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';

/** Whether the names in the ledger are encrypted, and what to know before that changes. */
export function createEncryptionSettingsMessages(format: Formats) {
  return {
    title: 'Verschlüsselung',
    label: 'Namen in der Datenbank',
    hint: 'Projekte, Branches, Konten, Geräte und Logdateien können verschlüsselt werden. Zahlen, Agenten und Modelle bleiben lesbar.',
    on: 'Verschlüsselt',
    off: 'Nicht verschlüsselt',
    locked: 'Schlüssel fehlt',
    facts: {
      none: 'Es gibt noch keine Datenbank.',
      plain:
        'Namen sind im Klartext gespeichert. Wer die Datenbank oder eine Sicherung davon lesen kann, kann auch sie lesen.',
      sealed: 'Namen sind verschlüsselt. Summen sind ohne den Schlüssel lesbar, Namen nicht.',
      unwiped:
        'Namen sind verschlüsselt. Die Datei kann die alten noch enthalten, bis das nächste schreibende Programm Platz hat, sie neu zu schreiben.',
      locked:
        'Namen sind verschlüsselt, und ihr Schlüssel fehlt oder ist falsch. Summen werden angezeigt, geschrieben wird nichts.',
    } satisfies Readonly<Record<NameState, string>>,
    keys: {
      environment: 'Der Schlüssel ist FUELGAUGE_DB_KEY in der Umgebung.',
      keychain: 'Der Schlüssel liegt im Schlüsselbund.',
      'plain-keychain': 'Der Schlüssel liegt in secrets.json, ohne Schutz durch einen Schlüsselbund.',
      file: 'Der Schlüssel liegt in secrets.json neben der Datenbank, nur für dich lesbar. Er schützt Kopien der Datenbank, nicht diesen Ordner.',
    } satisfies Readonly<Record<SecretPlace, string>>,
    howOn:
      'Führe zum Verschlüsseln diesen Befehl in einem Terminal aus. Er erzeugt einen Schlüssel und legt ihn in secrets.json neben der Datenbank ab.',
    commands: { on: 'fuelgauge encryption on', off: 'fuelgauge encryption off' },
    quitFirst:
      'Beende Fuelgauge vorher: Namen werden nur umgewandelt, solange kein anderes Programm die Datenbank geöffnet hat. Summen bleiben gleich.',
    loss: 'Bewahre eine Kopie des Schlüssels an einem anderen Ort auf. Geht er verloren, sind Namen verloren, die in keinem Log mehr stehen; Summen nicht.',
    notCovered: 'Einstellungen, importierte Dateien, Berichte eines Proxys und frühere Warnungen bleiben lesbar.',
    setAside: (count: number): string =>
      count === 1
        ? 'Eine beiseitegelegte Datenbank enthält noch die alten Namen.'
        : `${format.integer(count)} beiseitegelegte Datenbanken enthalten noch die alten Namen.`,
  };
}
