import type { ExportProtocol } from '../../domain/export-protocol.ts';

/** What leaves this machine, or is asked for on another, if the person wants that. */
export function createSendingSettingsMessages() {
  return {
    title: 'Metriken, Proxy und Abstürze',
    export: 'Metriken per OpenTelemetry senden',
    exportHint:
      'Solange der Server läuft, an den Collector unten oder den aus OTEL_EXPORTER_OTLP_*. Zahlen, Modelle und Agenten.',
    endpoint: 'Collector',
    endpointHint: 'Etwa https://collector.example:4318. Leer: wie in der Umgebung angegeben.',
    protocol: 'Protokoll',
    protocols: {
      'http/protobuf': 'HTTP, protobuf',
      'http/json': 'HTTP, JSON',
      grpc: 'gRPC',
    } satisfies Readonly<Record<ExportProtocol, string>>,
    asEnvironment: 'Wie in der Umgebung angegeben',
    proxy: 'LiteLLM-Proxy',
    proxyHint:
      'Wird alle paar Minuten nach seinem Verbrauch gefragt, solange der Server läuft. Den Schlüssel dafür speicherst du mit „fuelgauge proxy key“. Leer: kein Proxy.',
    badAddress: 'Gib eine Adresse ein, die mit https:// oder http:// beginnt.',
    crashes: 'Absturzberichte senden',
    crashesHint: 'An eine eigene Sentry-kompatible Adresse (DSN). Leer: Berichte bleiben im Datenordner.',
    badDsn: 'Gib eine DSN wie https://key@errors.example/1 ein. Nur dieses Gerät darf ohne TLS erreicht werden.',
    preview: 'Zeigen, was gesendet wird',
    sentTo: (address: string): string => `Gesendet an ${address}.`,
    sentNowhere: 'Nichts wird gesendet. Mit einer Adresse wäre es dies.',
    isExample: 'Es gab noch keinen Absturz, daher ist dieser erfunden.',
  };
}
