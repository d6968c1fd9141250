import type { ModelId, SourceId } from './ids.ts';
import type { SkipReason } from './log-record.ts';
import type { MicroUsd } from './money.ts';
import type { TokenUsage } from './token-usage.ts';

/** The largest file that can be imported, in characters: a year of heavy use is a few megabytes. */
export const largestImport = 64 * 1024 * 1024;

/** A file of another tool to import. */
export interface ImportQuery {
  readonly tool: string;
  /** The file's text; null for the file where the tool keeps it on this machine. */
  readonly text: string | null;
  /** Only report what it contains. */
  readonly isPreview: boolean;
}

/** What an import holds for one model. */
export interface ImportedModel {
  readonly model: ModelId;
  readonly requests: number;
  readonly usage: TokenUsage;
}

/** What was imported, or would be. */
export interface ImportResult {
  readonly tool: SourceId;
  /** Why nothing was; null when it was. */
  readonly failure: 'unknown-tool' | 'other-format' | 'not-found' | 'too-large' | 'not-readable' | null;
  readonly isPreview: boolean;
  readonly requests: number;
  /** Sums of a model's day, whose single requests are unknown. */
  readonly sums: number;
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
  readonly usage: TokenUsage;
  /** What the file says it cost; null when it says nothing. */
  readonly costMicroUsd: MicroUsd | null;
  readonly models: readonly ImportedModel[];
  /** Rows that are no requests, by reason. */
  readonly skips: Readonly<Record<SkipReason, number>>;
}

/** A file of another tool that was found on this machine. */
export interface FoundImport {
  readonly tool: string;
  readonly kind: 'history' | 'settings';
  readonly file: string;
}

/** One setting, before and after, each as JSON. */
export interface SettingChange {
  readonly setting: string;
  readonly before: string;
  readonly after: string;
}

/** What a tool's settings changed, or would. */
export interface SettingsImportResult {
  readonly tool: string;
  /** Why nothing was changed; null when it was, also where there was nothing to change. */
  readonly failure: 'unknown-tool' | 'other-format' | 'not-found' | 'not-written' | null;
  readonly isPreview: boolean;
  readonly changes: readonly SettingChange[];
  /** The tool's own names of settings without a counterpart here. */
  readonly left: readonly string[];
  /** A template for the status line like the tool's own; null where it draws none. */
  readonly template: string | null;
}

/** Settings that have their earlier values again, and those that have been changed since. */
export interface UndoneSettings {
  readonly tool: string;
  readonly restored: readonly string[];
  readonly kept: readonly string[];
}

/** What was removed. */
export interface RemovedImports {
  readonly tool: SourceId;
  readonly files: number;
}
