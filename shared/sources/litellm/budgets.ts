import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import type { BudgetSubject, ProxyBudget } from '../usage-proxy.ts';
import { readInstant, readName, readUsd, toShortHash } from './usage.ts';

const dayMinutes = 24 * 60;
/** A month is the time until its reset, which says more than a number of days; so it has no length. */
const minutesOf: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: dayMinutes, w: 7 * dayMinutes };

/** `30d`, `24h`, `1mo` in minutes; null for months and for anything else. */
function readDuration(value: unknown): number | null {
  const found = /^(\d{1,5})(s|m|h|d|w)$/.exec(typeof value === 'string' ? value.trim() : '');
  if (found === null) return null;
  const minutes = Number(found[1]) * minutesOf[found[2]!]!;
  return minutes >= 1 ? Math.round(minutes) : null;
}

/** The budget of a key, of `/key/info`; none where the key has none. */
export function readKeyBudget(answer: JsonRecord): readonly ProxyBudget[] | null {
  const info = toRecord(answer['info']);
  if (info === null) return null;
  const name = readName(info, 'token') ?? readName(answer, 'key');
  return toBudget({
    ...{ subject: 'key', name, label: readName(info, 'key_alias') ?? toShortHash(name) },
    ...{ used: info['spend'], limit: info['max_budget'] },
    ...{ duration: info['budget_duration'], reset: info['budget_reset_at'] },
  });
}

/** The budgets of `/provider/budgets`. */
export function readProviderBudgets(answer: JsonRecord): readonly ProxyBudget[] | null {
  const providers = toRecord(answer['providers']);
  if (providers === null) return null;
  return Object.entries(providers).flatMap(([provider, value]) => {
    const budget = toRecord(value);
    if (budget === null) return [];
    return toBudget({
      ...{ subject: 'provider', name: provider.slice(0, 256), label: provider.slice(0, 256) },
      ...{ used: budget['spend'], limit: budget['budget_limit'] },
      ...{ duration: budget['time_period'], reset: budget['budget_reset_at'] },
    });
  });
}

/** The budget that a webhook's message is about; none where it is about something else. Null when it is no message. */
export function readWebhookBudget(message: JsonRecord): readonly ProxyBudget[] | null {
  if (readName(message, 'event') === null) return null;
  const subject = toSubject(readName(message, 'event_group'));
  const member = { key: 'token', user: 'user_id', team: 'team_id', customer: 'customer_id' }[subject as string];
  const alias = { key: 'key_alias', team: 'team_alias' }[subject as string];
  const name = subject === 'proxy' ? 'proxy' : readName(message, member ?? '');
  return toBudget({
    ...{ subject, name, label: readName(message, alias ?? '') ?? (subject === 'key' ? toShortHash(name) : name) },
    ...{ used: message['spend'], limit: message['max_budget'] ?? message['soft_budget'] },
    ...{ duration: message['budget_duration'], reset: message['budget_reset_at'] },
  });
}

function toSubject(group: string | null): BudgetSubject {
  const subjects: Readonly<Record<string, BudgetSubject>> = {
    internal_user: 'user',
    user: 'user',
    team: 'team',
    customer: 'customer',
    proxy: 'proxy',
    provider: 'provider',
  };
  return subjects[group ?? ''] ?? 'key';
}

function toBudget(parts: {
  readonly subject: BudgetSubject;
  readonly name: string | null;
  readonly label: string | null;
  readonly used: unknown;
  readonly limit: unknown;
  readonly duration: unknown;
  readonly reset: unknown;
}): readonly ProxyBudget[] {
  const { subject, name, label } = parts;
  const [usedUsd, limitUsd] = [readUsd(parts.used), readUsd(parts.limit)];
  if (name === null || usedUsd === null || limitUsd === null || limitUsd === 0) return [];
  const windowMinutes = readDuration(parts.duration);
  return [{ subject, name, label, usedUsd, limitUsd, windowMinutes, resetsAtMs: readInstant(parts.reset) }];
}
