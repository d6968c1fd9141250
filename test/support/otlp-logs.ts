import { toMessage, type MessageField } from './protobuf.ts';

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

/** The request in JSON that carries the same as spans, which end at that time. */
export function toJsonSpans(spans: readonly LogInShort[]): string {
  const { resourceLogs } = JSON.parse(toJsonLogs(spans)) as {
    resourceLogs: { resource: unknown; scopeLogs: { logRecords: { timeUnixNano: string; attributes: unknown }[] }[] }[];
  };
  const resourceSpans = resourceLogs.map(({ resource, scopeLogs }, index) => ({
    resource,
    scopeSpans: scopeLogs.map(({ logRecords }) => ({
      spans: logRecords.map(({ timeUnixNano, attributes }) => ({
        ...{ traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', name: spans[index]!.event },
        ...{ startTimeUnixNano: '1000000', endTimeUnixNano: timeUnixNano, attributes },
        events: [{ name: 'my secret prompt', timeUnixNano }],
      })),
    })),
  }));
  return JSON.stringify({ resourceSpans });
}

/** The same in protobuf. */
export function toProtobufSpans(spans: readonly LogInShort[]): Uint8Array {
  return toProtobuf(spans, ({ atMs, event, attributes }) =>
    Buffer.concat([
      toFixed64(7, (bytes) => bytes.writeBigUInt64LE(1_000_000n, 1)),
      toFixed64(8, (bytes) => bytes.writeBigUInt64LE(BigInt(atMs) * 1_000_000n, 1)),
      toMessage([5, event], ...toProtobufAttributes(9, attributes)),
    ]),
  );
}

/** The log records in protobuf. */
export function toProtobufLogs(logs: readonly LogInShort[]): Uint8Array {
  return toProtobuf(logs, ({ atMs, event, attributes }) =>
    Buffer.concat([
      toFixed64(1, (bytes) => bytes.writeBigUInt64LE(BigInt(atMs) * 1_000_000n, 1)),
      toMessage(
        [5, toMessage([1, 'my secret prompt'])],
        ...toProtobufAttributes(6, { 'event.name': event, ...attributes }),
      ),
    ]),
  );
}

function toProtobuf(all: readonly LogInShort[], toRecord: (each: LogInShort) => Uint8Array): Uint8Array {
  return toMessage(
    ...all.map((each) => {
      const resource = toMessage(...toProtobufAttributes(1, { 'service.name': each.service }));
      return [1, toMessage([1, resource], [2, toMessage([2, toRecord(each)])])] as const;
    }),
  );
}

function toProtobufAttributes(number: number, values: LogInShort['attributes']): readonly MessageField[] {
  return Object.entries(values).map(([key, value]) => [number, toMessage([1, key], [2, toAnyValue(value)])] as const);
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
