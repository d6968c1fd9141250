import { parseJson } from '../../../shared/lib/parse-json.ts';
import { readFields } from '../../../shared/sources/lib/protobuf.ts';
import type { TelemetryRecord, TelemetryValue } from '../../../shared/sources/telemetry.ts';

type Attributes = Record<string, TelemetryValue>;
type Message = Uint8Array;

/** Names that say what a record is. */
const service = 'service.name';
const eventName = 'event.name';
const nanosecondsPerMillisecond = 1e6;

/** Which attributes are read; all others, prompts among them, are dropped on arrival. */
export type WantedAttributes = ReadonlySet<string>;

/** The signals of OpenTelemetry in which agents report responses. */
export type ReadSignal = 'logs' | 'traces';

/**
 * Where a signal has its records: member names in JSON, field numbers in protobuf. The first time that is present counts:
 * a span is a response when it ends. https://github.com/open-telemetry/opentelemetry-proto: logs.proto, trace.proto, common.proto
 */
const shapes = {
  logs: {
    ...{ resources: 'resourceLogs', scopes: 'scopeLogs', records: 'logRecords', name: 'eventName' },
    times: ['timeUnixNano', 'observedTimeUnixNano'],
    fields: { attributes: 6, times: [1, 11], name: 12 },
  },
  traces: {
    ...{ resources: 'resourceSpans', scopes: 'scopeSpans', records: 'spans', name: 'name' },
    times: ['endTimeUnixNano', 'startTimeUnixNano'],
    fields: { attributes: 9, times: [8, 7], name: 5 },
  },
} as const;

/** The records of an OTLP request in JSON; null when it is not one. Never throws. */
export function decodeJson(
  text: string,
  signal: ReadSignal,
  wanted: WantedAttributes,
): readonly TelemetryRecord[] | null {
  const shape = shapes[signal];
  const request = parseJson(text);
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return null;
  return listOf(request, shape.resources).flatMap((part) => {
    const resource = toJsonAttributes(listOf(member(part, 'resource'), 'attributes'), new Set([service]));
    const records = listOf(part, shape.scopes).flatMap((scope) => listOf(scope, shape.records));
    return records.map((record) => {
      const attributes = toJsonAttributes(listOf(record, 'attributes'), wanted);
      const nanoseconds = toNumber(member(record, shape.times[0])) || toNumber(member(record, shape.times[1]));
      return toRecord(resource, attributes, nanoseconds, member(record, shape.name));
    });
  });
}

/** The records of an OTLP request in protobuf; null when it is not one. Never throws. */
export function decodeProtobuf(
  bytes: Uint8Array,
  signal: ReadSignal,
  wanted: WantedAttributes,
): readonly TelemetryRecord[] | null {
  const { fields } = shapes[signal];
  if (readFields(bytes) === null) return null;
  return messagesOf(bytes, 1).flatMap((part) => {
    const resources = messagesOf(part, 1).flatMap((resource) => messagesOf(resource, 1));
    const resource = toProtobufAttributes(resources, new Set([service]));
    const records = messagesOf(part, 2).flatMap((scope) => messagesOf(scope, 2));
    return records.map((record) => {
      const attributes = toProtobufAttributes(messagesOf(record, fields.attributes), wanted);
      const [first, second] = fields.times.map((number) => toFixed64(messagesOf(record, number).at(-1)));
      const name = messagesOf(record, fields.name).at(-1);
      return toRecord(resource, attributes, first || second || 0, name && toText(name));
    });
  });
}

function toRecord(resource: Attributes, attributes: Attributes, nanoseconds: number, name: unknown): TelemetryRecord {
  const event = attributes[eventName] ?? name;
  return {
    service: String(resource[service] ?? ''),
    event: typeof event === 'string' ? event : '',
    atMs: Number.isFinite(nanoseconds) && nanoseconds > 0 ? Math.floor(nanoseconds / nanosecondsPerMillisecond) : null,
    attributes,
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = member(value, name);
  return Array.isArray(list) ? list : [];
}

function toJsonAttributes(list: readonly unknown[], wanted: WantedAttributes): Attributes {
  const attributes: Attributes = Object.create(null) as Attributes;
  for (const entry of list) {
    const key = member(entry, 'key');
    if (typeof key !== 'string' || !wanted.has(key)) continue;
    const value = member(entry, 'value');
    const int = member(value, 'intValue');
    const found = int === undefined ? firstScalar(value, ['stringValue', 'doubleValue', 'boolValue']) : toNumber(int);
    if (found !== null) attributes[key] = found;
  }
  return attributes;
}

/** 64-bit integers are text in the JSON of protobuf. `Number` may throw on objects and lists. */
function toNumber(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

function firstScalar(value: unknown, names: readonly string[]): TelemetryValue | null {
  const found = names.map((name) => member(value, name)).find((each) => each !== undefined);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? found : null;
}

function toProtobufAttributes(entries: readonly Message[], wanted: WantedAttributes): Attributes {
  const attributes: Attributes = Object.create(null) as Attributes;
  for (const entry of entries) {
    const name = messagesOf(entry, 1).at(-1);
    const key = name === undefined ? '' : toText(name);
    if (!wanted.has(key)) continue;
    const value = messagesOf(entry, 2).at(-1);
    const found = value === undefined ? null : toScalar(value);
    if (found !== null) attributes[key] = found;
  }
  return attributes;
}

/** `AnyValue`: string, boolean, integer or double. */
function toScalar(message: Message): TelemetryValue | null {
  const field = readFields(message)?.at(-1);
  if (field === undefined) return null;
  const { number, value } = field;
  if (number === 1 && typeof value !== 'number') return toText(value);
  if (number === 2 && typeof value === 'number') return value !== 0;
  if (number === 3 && typeof value === 'number') return value;
  if (number === 4 && typeof value !== 'number' && value.length === 8) return toView(value).getFloat64(0, true);
  return null;
}

function messagesOf(message: Message, number: number): readonly Message[] {
  const found = readFields(message) ?? [];
  return found.flatMap((field) => (field.number === number && typeof field.value !== 'number' ? [field.value] : []));
}

function toFixed64(bytes: Message | undefined): number {
  return bytes?.length === 8 ? Number(toView(bytes).getBigUint64(0, true)) : 0;
}

function toView(bytes: Message): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function toText(bytes: Message): string {
  return Buffer.from(bytes).toString('utf8');
}
