import * as v from 'valibot';
import { exportProtocols } from '../domain/export-protocol.ts';

/** Counters since they began, or since the last message. */
export const exportTemporalities = ['cumulative', 'delta'] as const;
export type ExportTemporality = (typeof exportTemporalities)[number];

const address = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(2_000));
/** How often, in seconds. */
export const exportIntervalSeconds = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_600));

/** Nothing is sent until the person says so. */
export const defaultExportSettings = {
  isOn: false,
  endpoint: null,
  protocol: null,
  temporality: 'cumulative',
  intervalSeconds: 60,
  headers: {},
  insecure: false,
  certificateFile: null,
} as const;

/** Where metrics are sent by OTLP. The bearer token is a secret (`otlp`), never a setting. */
export const exportSettingsSchema = v.strictObject({
  isOn: v.optional(v.boolean(), false),
  /** The collector, such as `https://collector.example:4318`; null: as the environment says. */
  endpoint: v.optional(v.nullable(address), null),
  protocol: v.optional(v.nullable(v.picklist(exportProtocols)), null),
  temporality: v.optional(v.picklist(exportTemporalities), 'cumulative'),
  intervalSeconds: v.optional(exportIntervalSeconds, 60),
  headers: v.optional(v.record(v.pipe(v.string(), v.regex(/^[\w-]+$/)), v.pipe(v.string(), v.maxLength(4_000))), {}),
  /** Allows a connection without TLS to another machine. */
  insecure: v.optional(v.boolean(), false),
  /** PEM file of the authority that has signed the collector's certificate. */
  certificateFile: v.optional(v.nullable(v.string()), null),
});
export type ExportSettings = v.InferOutput<typeof exportSettingsSchema>;
