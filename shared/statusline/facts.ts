import type { AccountId, SourceId } from '../domain/ids.ts';
import type { Currency, MicroUsd } from '../domain/money.ts';

export const statuslineFactsSchema = 'fuelgauge.statusline-state.v1';

/** A limit window as it stood when the facts were written. */
export interface FactWindow {
  readonly source: SourceId;
  /** Whose window it is, as a hash; null when that is unknown. Left out by older versions, like `plan`. */
  readonly account?: AccountId | null;
  /** Equal for the windows of one plan of one account. */
  readonly plan?: string;
  readonly scope: string;
  /** The provider's label, such as a model's name. */
  readonly label: string | null;
  readonly windowMinutes: number | null;
  readonly usedPercent: number | null;
  readonly resetsAtMs: number | null;
  readonly trustedUntilMs: number;
  /** When it is expected to be used up; null when it lasts or nothing is known. */
  readonly runsOutAtMs: number | null;
  /** The probability, 0 to 1, that it is used up before its reset; null without a forecast. Left out by older versions. */
  readonly runOutProbability?: number | null;
  /** A block compared with a plan's believed limit, not a provider's figure. Left out by older versions. */
  readonly isEstimated?: boolean;
}

/** What usage costs; null when nothing of it is known. */
export interface FactCost {
  readonly costMicroUsd: MicroUsd | null;
  /** Some of it is not known. Left out where that is not so, and by older versions. */
  readonly isCostPartial?: boolean | undefined;
}

/**
 * The facts for status lines that need a history. Written by the process that reads the logs, since a status line must
 * not; each fact has the time until which it holds.
 */
export interface StatuslineFacts {
  readonly schema: typeof statuslineFactsSchema;
  readonly writtenAtMs: number;
  /** The process that keeps the facts up to date; null since it stopped. Left out by older versions. */
  readonly hostPid?: number | null;
  readonly currency: Currency;
  readonly thresholdsPercent: readonly number[];
  readonly today: FactCost & { readonly endsAtMs: number; readonly tokens: number };
  /** The active blocks. */
  readonly blocks: readonly ({
    readonly source: SourceId;
    readonly endMs: number;
    readonly tokens: number;
  } & FactCost)[];
  /** Over the last quarter of an hour. */
  readonly burn: {
    readonly tokensPerMinute: number | null;
    readonly costMicroUsdPerHour: MicroUsd | null;
    /** As in `FactCost`. */
    readonly isCostPartial?: boolean | undefined;
  };
  readonly windows: readonly FactWindow[];
  /** The window that stops the person first, over all agents; null when none is known to. */
  readonly binding: FactWindow | null;
  readonly sessions: readonly ({ readonly source: SourceId; readonly sessionId: string } & FactCost)[];
  /** How many agents run on this machine. */
  readonly agents: number;
}

/**
 * The schema's name changes with the shape, and only we write the file, so the name is checked and the shape is
 * trusted.
 */
export function parseStatuslineFacts(text: string): StatuslineFacts | null {
  try {
    const value = JSON.parse(text) as Partial<StatuslineFacts> | null;
    if (value?.schema !== statuslineFactsSchema) return null;
    const lists = [value.blocks, value.windows, value.sessions, value.thresholdsPercent];
    const parts = [value.today, value.burn, value.currency];
    const isWhole = lists.every(Array.isArray) && parts.every((part) => typeof part === 'object' && part !== null);
    return isWhole && typeof value.writtenAtMs === 'number' ? (value as StatuslineFacts) : null;
  } catch {
    return null;
  }
}
