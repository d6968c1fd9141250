import * as v from 'valibot';
import { exportProtocols, type ExportProtocol } from '../../../shared/domain/export-protocol.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import {
  exportIntervalSeconds,
  exportTemporalities,
  type ExportSettings,
  type ExportTemporality,
} from '../../../shared/settings/otlp-export.ts';

/** Where and how to send. */
export interface ExportTarget {
  readonly protocol: ExportProtocol;
  /** The full address of the metrics endpoint; for gRPC only the origin. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly temporality: ExportTemporality;
  readonly intervalMs: number;
  readonly certificateFile: string | null;
  /** Attributes of the resource that the environment adds. */
  readonly resource: Readonly<Record<string, string>>;
}

/** Why there is nowhere to send to. `name`: the variable or setting. */
export type ExportComplaint =
  | { readonly kind: 'no-endpoint' }
  | { readonly kind: 'insecure'; readonly url: string }
  | { readonly kind: 'invalid'; readonly name: string; readonly value: string };

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Where to send, by the settings and then the environment, which has the last word. Null while it is off: the standard
 * variables alone turn nothing on, since a person may have set them for their own programs.
 * https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export function resolveExport(
  settings: ExportSettings,
  variables: Variables,
  secret: string | null,
): Result<ExportTarget | null, ExportComplaint> {
  const read = (name: string): string | null => variables[name]?.trim() || null;
  const standard = (name: string): string | null =>
    read(`OTEL_EXPORTER_OTLP_METRICS_${name}`) ?? read(`OTEL_EXPORTER_OTLP_${name}`);
  const switched = toBoolean('FUELGAUGE_OTLP_EXPORT', read('FUELGAUGE_OTLP_EXPORT'));
  const insecure = toBoolean('OTEL_INSECURE', read('OTEL_INSECURE') ?? standard('INSECURE'));
  if (!switched.ok) return switched;
  if (!insecure.ok) return insecure;
  if (!(switched.value ?? settings.isOn)) return ok(null);
  const place = findEndpoint(settings, read);
  if (place === null) return fail({ kind: 'no-endpoint' });
  const isInsecure = insecure.value ?? settings.insecure;
  const named = standard('PROTOCOL') ?? settings.protocol ?? guessProtocol(place.text);
  const protocol = exportProtocols.find((each) => each === named);
  if (protocol === undefined) return fail({ kind: 'invalid', name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: named });
  const url = toUrl(place, protocol, isInsecure);
  if (url === null) return fail({ kind: 'invalid', name: 'endpoint', value: place.text });
  if (url.protocol === 'http:' && !isInsecure && !isOwnMachine(url)) return fail({ kind: 'insecure', url: url.origin });
  const wanted = read('OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE')?.toLowerCase() ?? settings.temporality;
  const temporality = exportTemporalities.find((each) => each === wanted);
  if (temporality === undefined) {
    return fail({ kind: 'invalid', name: 'OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE', value: wanted });
  }
  const interval = Number(read('OTEL_METRIC_EXPORT_INTERVAL') ?? settings.intervalSeconds * 1_000);
  const intervalMs = v.is(exportIntervalSeconds, Math.ceil(interval / 1_000))
    ? interval
    : settings.intervalSeconds * 1_000;
  const bearer = read('OTEL_BEARER_TOKEN') ?? secret;
  return ok({
    ...{ protocol, temporality, intervalMs, url: protocol === 'grpc' ? url.origin : url.href },
    headers: {
      ...settings.headers,
      ...(bearer !== null && { authorization: ['Bearer', bearer].join(' ') }),
      ...parsePairs(standard('HEADERS')),
    },
    certificateFile: standard('CERTIFICATE') ?? settings.certificateFile,
    resource: {
      ...parsePairs(read('OTEL_RESOURCE_ATTRIBUTES')),
      ...(read('OTEL_SERVICE_NAME') !== null && { 'service.name': read('OTEL_SERVICE_NAME')! }),
    },
  });
}

interface Endpoint {
  readonly text: string;
  /** It is the metrics endpoint itself, not a base address. */
  readonly isWhole: boolean;
}

function findEndpoint(settings: ExportSettings, read: (name: string) => string | null): Endpoint | null {
  const whole = read('OTEL_EXPORTER_OTLP_METRICS_ENDPOINT');
  if (whole !== null) return { text: whole, isWhole: true };
  const text = read('OTEL_EXPORTER_OTLP_ENDPOINT') ?? read('OTEL_ENDPOINT') ?? settings.endpoint;
  return text === null ? null : { text, isWhole: false };
}

/** An address without a scheme, or with gRPC's own port, is gRPC's. */
function guessProtocol(text: string): ExportProtocol {
  return !text.includes('://') || /:4317\/?$/.test(text) ? 'grpc' : 'http/protobuf';
}

function toUrl({ text, isWhole }: Endpoint, protocol: ExportProtocol, isInsecure: boolean): URL | null {
  const full = text.includes('://') ? text : `${isInsecure ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  if (protocol !== 'grpc' && !isWhole) url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/metrics`;
  return url;
}

function isOwnMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

function toBoolean(name: string, text: string | null): Result<boolean | null, ExportComplaint> {
  if (text === null) return ok(null);
  const value = { '1': true, true: true, '0': false, false: false }[text.toLowerCase()];
  return value === undefined ? fail({ kind: 'invalid', name, value: text }) : ok(value);
}

/** `name=value,name=value`, percent-encoded. Anything else is left out. */
function parsePairs(text: string | null): Readonly<Record<string, string>> {
  const pairs = (text ?? '').split(',').map((part) => part.split(/=(.*)/s));
  return Object.fromEntries(
    pairs.flatMap(([name = '', value]) =>
      value === undefined || name.trim() === '' ? [] : [[name.trim(), decode(value.trim())]],
    ),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
