import { compareNullable, compareValues } from '../lib/compare.ts';
import type { Flavor } from '../lib/flavor.ts';
import type { AccountId, ProviderId } from './ids.ts';
import { dayMs, hourMs, minuteMs } from './instant.ts';

/** Names one limit window of an account with a provider, permanently and wherever its readings come from. */
export interface LimitId {
  readonly provider: ProviderId;
  /** The account that it limits; null when nothing says which. */
  readonly account: AccountId | null;
  /** The provider's own name of the limit, e.g. `codex`. */
  readonly name: string;
  /** Which window of that limit: its length (see `toLengthScope`), or what it covers, e.g. `credits`. */
  readonly scope: string;
}

/** A `LimitId` as one text, for maps and stored state. Equal for equal ids only. */
export type LimitKey = Flavor<string, 'LimitKey'>;

/** The key of a limit window: the only place where its identity is spelled out. */
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

/** The scope of a window that is told from others by its length alone: `5h`, `7d`, `90m`. */
export function toLengthScope(windowMinutes: number): string {
  const lengthMs = windowMinutes * minuteMs;
  if (lengthMs % dayMs === 0) return `${lengthMs / dayMs}d`;
  return lengthMs % hourMs === 0 ? `${lengthMs / hourMs}h` : `${windowMinutes}m`;
}
