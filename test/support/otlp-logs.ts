import { toMessage } from './protobuf.ts';

/** A log record of OpenTelemetry in short. */
export interface LogInShort {
  readonly service: string;
  readonly event: string;
  readonly atMs: number;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

/** The request in JSON that carries these records. */
export function toJsonLogs(logs: readonly LogInShort[]): string {
  const toAttributes = (values: LogInShort['attributes']) =>
    Object.entries(values).map(([key, value]) => {
      if (typeof value === 'boolean') return { key, value: { boolValue: value } };
      if (typeof value === 'string') return { key, value: { stringValue: value } };
      return { key, value: Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value } };
    });
  const resourceLogs = logs.map(({ service, event, atMs, attributes }) => ({
    resource: { attributes: toAttributes({ 'service.name': service }) },
    scopeLogs: [
      {
        logRecords: [
          {
            timeUnixNano: `${atMs}000000`,
            attributes: toAttributes({ 'event.name': event, ...attributes }),
            body: { stringValue: 'my secret prompt' },
          },
        ],
      },
    ],
  }));
  return JSON.stringify({ resourceLogs });
}

/** The same in protobuf. */
export function toProtobufLogs(logs: readonly LogInShort[]): Uint8Array {
  const toAttributes = (number: number, values: LogInShort['attributes']) =>
    Object.entries(values).map(([key, value]) => [number, toMessage([1, key], [2, toAnyValue(value)])] as const);
  return toMessage(
    ...logs.map(({ service, event, atMs, attributes }) => {
      const record = Buffer.concat([
        toFixed64(1, (bytes) => bytes.writeBigUInt64LE(BigInt(atMs) * 1_000_000n, 1)),
        toMessage([5, toMessage([1, 'my secret prompt'])], ...toAttributes(6, { 'event.name': event, ...attributes })),
      ]);
      const resource = toMessage(...toAttributes(1, { 'service.name': service }));
      return [1, toMessage([1, resource], [2, toMessage([2, record])])] as const;
    }),
  );
}

function toAnyValue(value: string | number | boolean): Uint8Array {
  if (typeof value === 'string') return toMessage([1, value]);
  if (typeof value === 'boolean') return toMessage([2, value ? 1 : 0]);
  if (Number.isInteger(value)) return toMessage([3, value]);
  return toFixed64(4, (bytes) => bytes.writeDoubleLE(value, 1));
}

/** A field of eight bytes. */
function toFixed64(number: number, write: (bytes: Buffer) => void): Uint8Array {
  const bytes = Buffer.alloc(9);
  bytes[0] = number * 8 + 1;
  write(bytes);
  return bytes;
}
