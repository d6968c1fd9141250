import type { ExportProtocol } from '../../domain/export-protocol.ts';

/** What leaves this machine, or is asked for on another, if the person wants that. */
export function createSendingSettingsMessages() {
  return {
    title: 'Metrics, proxy and crashes',
    export: 'Push metrics with OpenTelemetry',
    exportHint:
      'While the server runs, to the collector below or to that of OTEL_EXPORTER_OTLP_*. Numbers, models and agents.',
    endpoint: 'Collector',
    endpointHint: 'Such as https://collector.example:4318. Leave this empty to take it from the environment.',
    protocol: 'Protocol',
    protocols: {
      'http/protobuf': 'HTTP, protobuf',
      'http/json': 'HTTP, JSON',
      grpc: 'gRPC',
    } satisfies Readonly<Record<ExportProtocol, string>>,
    asEnvironment: 'From the environment',
    proxy: 'LiteLLM proxy',
    proxyHint:
      'Polled for its usage every few minutes while the server runs. Store its key with “fuelgauge proxy key”. Leave this empty for none.',
    badAddress: 'Enter an address that begins with https:// or http://.',
    crashes: 'Send crash reports',
    crashesHint:
      'To a Sentry-compatible address (DSN) of your own. Leave this empty to keep reports in the data folder.',
    badDsn: 'Enter a DSN such as https://key@errors.example/1. Only this machine may be reached without TLS.',
    preview: 'Show what is sent',
    sentTo: (address: string): string => `Posted to ${address}.`,
    sentNowhere: 'Nothing is sent. With an address, this is what would be sent.',
    isExample: 'There has been no crash yet, so this one is made up.',
  };
}
