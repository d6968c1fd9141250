/** How metrics are sent. https://opentelemetry.io/docs/specs/otlp/ */
export const exportProtocols = ['http/protobuf', 'http/json', 'grpc'] as const;
export type ExportProtocol = (typeof exportProtocols)[number];
