import type { ExportProtocol } from '../../domain/export-protocol.ts';

/** What leaves this machine, or is asked for on another, if the person wants that. */
export function createSendingSettingsMessages() {
  return {
    title: 'Métricas, proxy y fallos',
    export: 'Enviar métricas por OpenTelemetry',
    exportHint:
      'Mientras el servidor está en marcha, al colector de abajo o al de OTEL_EXPORTER_OTLP_*. Números, modelos y agentes.',
    endpoint: 'Colector',
    endpointHint: 'Por ejemplo, https://collector.example:4318. Vacío: según el entorno.',
    protocol: 'Protocolo',
    protocols: {
      'http/protobuf': 'HTTP, protobuf',
      'http/json': 'HTTP, JSON',
      grpc: 'gRPC',
    } satisfies Readonly<Record<ExportProtocol, string>>,
    asEnvironment: 'Según el entorno',
    proxy: 'Proxy LiteLLM',
    proxyHint:
      'Se le pregunta por su uso cada pocos minutos mientras el servidor está en marcha. Guarda su clave con «fuelgauge proxy key». Vacío: ningún proxy.',
    badAddress: 'Escribe una dirección que empiece por https:// o http://.',
    crashes: 'Enviar informes de fallos',
    crashesHint:
      'A una dirección propia compatible con Sentry (DSN). Vacío: los informes se quedan en la carpeta de datos.',
    badDsn: 'Escribe un DSN como https://key@errors.example/1. Solo se puede acceder sin TLS a este equipo.',
    preview: 'Mostrar lo que se envía',
    sentTo: (address: string): string => `Enviado a ${address}.`,
    sentNowhere: 'No se envía nada. Con una dirección, sería esto.',
    isExample: 'Aún no ha habido ningún fallo, así que este es inventado.',
  };
}
