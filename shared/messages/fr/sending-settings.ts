import type { ExportProtocol } from '../../domain/export-protocol.ts';

/** What leaves this machine, or is asked for on another, if the person wants that. */
export function createSendingSettingsMessages() {
  return {
    title: 'Métriques, proxy et plantages',
    export: 'Envoyer des métriques par OpenTelemetry',
    exportHint:
      'Tant que le serveur tourne, au collecteur ci-dessous ou à celui d’OTEL_EXPORTER_OTLP_*. Nombres, modèles et agents.',
    endpoint: 'Collecteur',
    endpointHint: 'Par exemple https://collector.example:4318. Vide : selon l’environnement.',
    protocol: 'Protocole',
    protocols: {
      'http/protobuf': 'HTTP, protobuf',
      'http/json': 'HTTP, JSON',
      grpc: 'gRPC',
    } satisfies Readonly<Record<ExportProtocol, string>>,
    asEnvironment: 'Selon l’environnement',
    proxy: 'Proxy LiteLLM',
    proxyHint:
      'Interrogé régulièrement, à quelques minutes d’intervalle, sur son utilisation tant que le serveur tourne. Enregistrez sa clé avec « fuelgauge proxy key ». Vide : aucun proxy.',
    badAddress: 'Saisissez une adresse qui commence par https:// ou http://.',
    crashes: 'Envoyer des rapports de plantage',
    crashesHint:
      'À votre propre adresse compatible Sentry (DSN). Vide : les rapports restent dans le dossier de données.',
    badDsn: 'Saisissez un DSN comme https://key@errors.example/1. Seule cette machine peut être jointe sans TLS.',
    preview: 'Afficher ce qui est envoyé',
    sentTo: (address: string): string => `Envoyé à ${address}.`,
    sentNowhere: 'Rien n’est envoyé. Avec une adresse, ce serait ceci.',
    isExample: 'Il n’y a pas encore eu de plantage ; celui-ci est donc inventé.',
  };
}
