import type { EventKey, ModelId, ProviderId } from '../domain/ids.ts';
import type { TelemetrySettingsFile } from './lib/telemetry-settings.ts';
import type { TokenUsage } from '../domain/token-usage.ts';

/** The value of an attribute; lists and maps are not read. */
export type TelemetryValue = string | number | boolean;

/** Attributes by name: only those that some agent's reader names, so that no prompt gets this far. */
export type TelemetryAttributes = Readonly<Record<string, TelemetryValue>>;

/** A log record or a span of OpenTelemetry, as an agent sent it. */
export interface TelemetryRecord {
  /** The attribute `service.name` of what sent it. */
  readonly service: string;
  /** The attribute `event.name`, else the record's or span's own name. */
  readonly event: string;
  /** UTC milliseconds; null where it has no time. */
  readonly atMs: number | null;
  readonly attributes: TelemetryAttributes;
}

/** One response as its agent reported it. */
export interface TelemetryUse {
  /** The same whenever the record is sent again. */
  readonly id: string;
  readonly atMs: number;
  readonly model: string;
  readonly sessionId: string | null;
  /** As the agent's own log has it; null where it is not sent. */
  readonly requestId: string | null;
  readonly usage: TokenUsage;
  readonly costUsd: number | null;
}

/** The settings with which an agent sends its telemetry here. */
export interface TelemetrySettings {
  /** The file that `text` belongs in, or `environment`. */
  readonly place: string;
  readonly text: string;
}

/** How an agent's telemetry is read, and turned on. */
export interface AgentTelemetry {
  /** Matches the whole `service.name`. */
  readonly services: RegExp;
  /** In which signal responses are reported; logs if omitted. The same in another signal is not read. */
  readonly signal?: 'logs' | 'traces';
  /** All attributes that are read. */
  readonly attributes: readonly string[];
  /** The response in a record; null where it holds none. Never throws. */
  read(record: TelemetryRecord): TelemetryUse | null;
  /**
   * The names of a response, of which its log's row has one, so that the ledger counts the two once; null where nothing
   * in it identifies that row, and counting it could count it twice.
   */
  toNames(use: TelemetryUse): readonly [EventKey, ...EventKey[]] | null;
  toProvider(model: ModelId): ProviderId;
  /** The file that these settings can be written to; omitted where there is none. */
  readonly settingsFile?: TelemetrySettingsFile;
  /** `endpoint`: `http://127.0.0.1:8377`; `token`: what to send, or where it belongs. */
  toSettings(endpoint: string, token: string): TelemetrySettings;
}
