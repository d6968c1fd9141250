import type { ModelId, SourceId } from './ids.ts';
import type { SkipReason } from './log-record.ts';
import type { MicroUsd } from './money.ts';
import type { TokenUsage } from './token-usage.ts';

/** The largest file that can be imported, in characters: a year of heavy use is a few megabytes. */
export const largestImport = 64 * 1024 * 1024;

/** A file of another tool to import. */
export interface ImportQuery {
  readonly tool: string;
  readonly text: string;
  /** Only say what it holds. */
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
  readonly failure: 'unknown-tool' | 'other-format' | null;
  readonly isPreview: boolean;
  readonly requests: number;
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
  readonly usage: TokenUsage;
  /** What the file says it cost; null when it says nothing. */
  readonly costMicroUsd: MicroUsd | null;
  readonly models: readonly ImportedModel[];
  /** Rows that are no requests, by reason. */
  readonly skips: Readonly<Record<SkipReason, number>>;
}

/** What was removed. */
export interface RemovedImports {
  readonly tool: SourceId;
  readonly files: number;
}
