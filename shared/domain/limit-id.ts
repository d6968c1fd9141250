import { compareNullable, compareValues } from '../lib/compare.ts';
import type { Flavor } from '../lib/flavor.ts';
import type { AccountId, ProviderId } from './ids.ts';
import { dayMs, hourMs, minuteMs } from './instant.ts';

/** Permanently identifies one limit window of an account with a provider, wherever its readings come from. */
export interface LimitId {
  readonly provider: ProviderId;
  /** The account it limits; null when it is unknown. */
  readonly account: AccountId | null;
  /** The provider's own name of the limit. */
  readonly name: string;
  /** Which window of that limit: its length (see `toLengthScope`), or what it covers, e.g. `credits`. */
  readonly scope: string;
}

/** What a limit window without a length covers; `unknown` where the provider does not say. Every language names them. */
export type ScopeWithoutLength = 'credits' | 'spend' | 'unknown';

/** A `LimitId` as one string, for maps and stored state. Equal only for equal ids. */
export type LimitKey = Flavor<string, 'LimitKey'>;

/** The key of a limit window. The only place where its identity is spelled out. */
export function toLimitKey({ provider, account, name, scope }: LimitId): LimitKey {
  return JSON.stringify([provider, account, name, scope]);
}

/** Whether two ids name the same limit window. */
export function isSameLimit(left: LimitId, right: LimitId): boolean {
  return toLimitKey(left) === toLimitKey(right);
}

/** Orders limit windows by provider, account, name and scope. */
export function compareLimitIds(left: LimitId, right: LimitId): number {
  return (
    compareValues(left.provider, right.provider) ||
    compareNullable(left.account, right.account) ||
    compareValues(left.name, right.name) ||
    compareValues(left.scope, right.scope)
  );
}

const historySuffix = '-history';

/**
 * The name of the same limit in a record of percentages only, as some apps keep. Such readings have no resets, so
 * they are windows of their own, which are joined with the limit's when they are shown.
 */
export function toHistoryName(name: string): string {
  return name + historySuffix;
}

/** The limit that a name belongs to: itself, or that of its history. */
export function toLimitName(name: string): string {
  return name.endsWith(historySuffix) ? name.slice(0, -historySuffix.length) : name;
}

/** The scope of a window that only its length distinguishes from others: `5h`, `7d`, `90m`. */
export function toLengthScope(windowMinutes: number): string {
  const lengthMs = windowMinutes * minuteMs;
  if (lengthMs % dayMs === 0) return `${lengthMs / dayMs}d`;
  return lengthMs % hourMs === 0 ? `${lengthMs / hourMs}h` : `${windowMinutes}m`;
}
