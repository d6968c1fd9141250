import type { AccessScope } from '../../domain/access-scope.ts';

/** The web server of the tray app: where it is reached, and who may use it. */
export function createServerSettingsMessages() {
  return {
    title: 'Webserver',
    serve: 'Bereitstellen, solange die App läuft',
    serveHint:
      'Eine Seite für Browser und Telefone, eine API und Metriken für Prometheus. Solange er aus ist, wird nichts davon geladen.',
    servedAt: 'Erreichbar unter',
    fingerprint: 'SHA-256 seines Zertifikats',
    host: 'Erreichbar von',
    hostHint: 'Von außerhalb dieses Geräts braucht jede Anfrage ein Token, und die Verbindung ist verschlüsselt.',
    hosts: { '127.0.0.1': 'Nur diesem Gerät', '0.0.0.0': 'Deinem Netzwerk' } as Readonly<Record<string, string>>,
    port: 'Port',
    portHint: '0 wählt einen freien.',
    badPort: 'Gib eine ganze Zahl von 0 bis 65535 ein.',
    readingNeedsToken: 'Lesen braucht ein Token',
    readingNeedsTokenHint: 'Auch auf diesem Gerät. Änderungen brauchen immer eines.',
    requests: 'Anfragen pro Minute',
    requestsHint: 'Von einer Adresse. Weitere werden eine Weile abgewiesen.',
    badRequests: 'Gib eine ganze Zahl von 1 bis 10.000.000 ein.',
    body: 'Größte Anfrage, kB',
    bodyHint: 'Größere werden abgewiesen.',
    badBody: 'Gib eine ganze Zahl von 1 bis 1.048.576 ein.',
    certificate: 'Eigenes Zertifikat',
    certificateHint:
      'Zwei PEM-Dateien mit absoluten Pfaden. Ohne sie wird ein Zertifikat erstellt, wo eines nötig ist.',
    certificateFile: 'Zertifikatsdatei',
    privateKeyFile: 'Datei des privaten Schlüssels',
    tokens: 'Zugangstokens',
    tokensHint:
      'Geben Programmen und Browsern Zugang. Der Text eines Tokens wird einmal gezeigt; gespeichert wird nur sein Hash.',
    tokensUnusable: 'Die Datei der Tokens ist nicht lesbar. Verschiebe tokens.json, um neu zu beginnen.',
    tokenName: 'Name des Tokens',
    scope: 'Was es erlaubt',
    scopes: {
      read: 'Lesen',
      ingest: 'Telemetrie senden',
      admin: 'Alles',
    } satisfies Readonly<Record<AccessScope, string>>,
    create: 'Token erstellen',
    nameless: 'Gib einen Namen ein, damit du es wiedererkennst.',
    created: 'Kopiere das Token jetzt. Es wird nicht noch einmal gezeigt.',
    notCreated: 'Das Token konnte nicht in den Datenordner geschrieben werden.',
    describeToken: (scopes: readonly AccessScope[], created: string): string => `${scopes.join(', ')}, ${created}`,
    unnamed: 'Ohne Namen',
    revoke: 'Widerrufen',
    revokeOf: (name: string): string => `Token ${name} widerrufen`,
    phone: 'Telefon',
    phoneHint:
      'Zeigt einen Code, den ein Telefon innerhalb von fünf Minuten einmal nutzen kann. Es darf lesen, aber nichts ändern.',
    phoneOff:
      'Schalte den Server ein und mache ihn in deinem Netzwerk erreichbar. Dann lässt sich ein Telefon hinzufügen.',
    showCode: 'QR-Code zeigen',
    hideCode: 'Ausblenden',
    qrCode: 'QR-Code mit der Adresse für das Telefon',
  };
}
