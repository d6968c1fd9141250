import type { DayKey } from './calendar-day.ts';
import type { ModelId } from './ids.ts';
import type { TokenUsage } from './token-usage.ts';

/** A provider whose exports are read. */
export interface ExportProvider {
  readonly id: string;
  /** Its name, as people write it. */
  readonly label: string;
  /** What the names of its models begin with, in lower case. */
  readonly models: RegExp;
}

/** What a provider's export says: tokens without cost, or cost without tokens. */
export type ExportKind = 'usage' | 'cost';

/** Why a row of an export is not compared. */
export type ExportSkip = 'bad-day' | 'bad-number' | 'negative' | 'other-currency';

/** A row of an export. Its day is one of UTC. */
export interface ProviderUse {
  readonly day: DayKey;
  /** As the provider writes it; empty where the row names none. */
  readonly model: ModelId;
  /** Null where the export does not count requests. */
  readonly requests: number | null;
  /** Null in an export of costs. */
  readonly usage: TokenUsage | null;
  /** US dollars; null in an export of usage. */
  readonly costUsd: number | null;
}

/** What a provider's export says, and how many of its rows could not be read. */
export interface ProviderExport {
  readonly provider: ExportProvider;
  readonly kind: ExportKind;
  readonly uses: readonly ProviderUse[];
  readonly skips: Readonly<Partial<Record<ExportSkip, number>>>;
}

/** A provider's account of one day and model beside what is counted here. Tokens add up exactly, see `tokens`. */
export interface ReconciledExportRow {
  /** A UTC day. */
  readonly day: DayKey;
  /** The name without its date; empty where the export names none. */
  readonly model: ModelId;
  /** Null where the export does not count requests. */
  readonly requests: number | null;
  /** Responses that are counted here. */
  readonly responses: number;
  /**
   * Null in an export of costs. Fresh input, cache writes, cache reads and output are each compared on their own.
   * `provider` = matched + understated + notHere, and `here` = matched + onlyHere.
   */
  readonly tokens: {
    readonly provider: number;
    readonly here: number;
    readonly matched: number;
    /** Output beyond what is here, if everything else agrees: the log shows less than was billed. */
    readonly understated: number;
    readonly notHere: number;
    readonly onlyHere: number;
  } | null;
  /** What the provider charged, in millionths of a dollar; null in an export of usage. */
  readonly chargedMicroUsd: number | null;
  /** What the usage here costs at list prices, an estimate; null where that is unknown. */
  readonly estimatedMicroUsd: number | null;
}
