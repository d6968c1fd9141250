import type { LimitAmount } from '../../domain/limit-window.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { isGiven, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import {
  toLimitText,
  parseAmount,
  parseEpochMs,
  parsePercent,
  toAccountHash,
  toLimitRecords,
  type ReadingBase,
} from '../lib/limit-values.ts';
import { skip } from '../lib/skip.ts';
import type { DocumentStream, FieldTree } from '../streams.ts';
import { claudeLimit, readWindow, sessionMinutes, toModelName, toWindow, weekMinutes } from './limit-windows.ts';

/** Nothing else of the file is looked at: it also holds projects, an e-mail address, and keys of other servers. */
const fields = {
  cachedUsageUtilization: true,
  oauthAccount: {
    accountUuid: true,
    organizationUuid: true,
    organizationType: true,
    organizationRateLimitTier: true,
    userRateLimitTier: true,
  },
} as const satisfies FieldTree;

/** Claude Code's own settings file, for the last answer to `/usage` that it keeps there: see README.md. */
export const usageCacheStream: DocumentStream = {
  kind: 'document',
  matches: (path) => path === '.claude.json',
  fields,
  isPrivate: true,
  read: ({ value }) => readUsageCache(value),
};

/** The windows in a settings file's cached answer; nothing when it holds none. Never throws. */
export function readUsageCache(value: unknown): readonly LogRecord[] {
  const file = toRecord(value);
  const cache = toRecord(file?.['cachedUsageUtilization']);
  const answer = toRecord(cache?.['utilization']);
  if (file === null || cache === null || answer === null) return [];
  const observedAtMs = parseEpochMs(cache['fetchedAtMs']);
  if (observedAtMs === null) return [skip('bad-limit')];
  const login = toRecord(file['oauthAccount']);
  const owner = isGiven(cache['accountUuid']) ? cache['accountUuid'] : login?.['accountUuid'];
  const isOfLogin = login !== null && login['accountUuid'] === owner;
  return readUsageAnswer(answer, {
    ...claudeLimit,
    origin: 'file',
    // The desktop app names only the organisation, so that is the account wherever it is known.
    account: toAccountHash(isOfLogin ? (login['organizationUuid'] ?? owner) : owner),
    planType: isOfLogin ? toPlanType(login) : null,
    observedAtMs,
  });
}

/** The windows of an answer to `/usage`, wherever it was found. */
function readUsageAnswer(answer: JsonRecord, base: ReadingBase): readonly LogRecord[] {
  const listed = Array.isArray(answer['limits']) ? answer['limits'].slice(0, maxListed) : [];
  const known = listed.flatMap((limit: unknown) => readListed(limit, base));
  const kinds = new Set(listed.map((limit: unknown) => toRecord(limit)?.['kind']));
  return [
    ...known,
    ...(kinds.has('session') ? [] : readNamed(answer['five_hour'], base, toWindow(sessionMinutes, null))),
    ...(kinds.has('weekly_all') ? [] : readNamed(answer['seven_day'], base, toWindow(weekMinutes, null))),
    ...(kinds.has('weekly_scoped')
      ? []
      : ['Opus', 'Sonnet'].flatMap((model) =>
          readNamed(answer[`seven_day_${model.toLowerCase()}`], base, toWindow(weekMinutes, model)),
        )),
    ...readSpend(answer, base),
  ];
}

const maxListed = 50;

function readNamed(value: unknown, base: ReadingBase, window: ReturnType<typeof toWindow>): readonly LogRecord[] {
  return readWindow(base, value, 'utilization', window);
}

function readListed(value: unknown, base: ReadingBase): readonly LogRecord[] {
  const limit = toRecord(value);
  if (limit?.['kind'] === 'session') return readWindow(base, limit, 'percent', toWindow(sessionMinutes, null));
  if (limit?.['kind'] === 'weekly_all') return readWindow(base, limit, 'percent', toWindow(weekMinutes, null));
  const model = limit?.['kind'] === 'weekly_scoped' ? toModelName(limit['scope']) : null;
  return model === null ? [] : readWindow(base, limit, 'percent', toWindow(weekMinutes, model));
}

/** What is paid beyond the plan; newer answers hold it as `spend` in minor units of a currency. */
function readSpend(answer: JsonRecord, base: ReadingBase): readonly LogRecord[] {
  const extra = toRecord(answer['extra_usage']);
  const spend = toRecord(answer['spend']);
  const isOn = (spend?.['enabled'] ?? extra?.['is_enabled']) === true;
  const share = spend?.['percent'] ?? extra?.['utilization'];
  if (!isOn || !isGiven(share)) return [];
  // It may be exceeded; everything beyond is the same to the person.
  const usedPercent = parsePercent(typeof share === 'number' ? Math.min(share, 100) : share);
  const amount = spend === null ? null : toDollars(spend);
  const window = { windowMinutes: null, scope: 'spend' as const, usedPercent, amount, reset: spend?.['resets_at'] };
  return usedPercent === null ? [skip('bad-limit')] : toLimitRecords(base, window);
}

/** Only dollars: amounts in other currencies have no unit here, and their percentage says enough. */
function toDollars(spend: JsonRecord): LimitAmount | null {
  const toAmount = (value: unknown): number | null => {
    const money = toRecord(value);
    const minor = parseAmount(money?.['amount_minor']);
    return minor === null || money?.['currency'] !== 'USD' || money['exponent'] !== 2 ? null : minor / 100;
  };
  const used = toAmount(spend['used']);
  const limit = toAmount(spend['limit']);
  if (used === null) return null;
  return { unit: 'usd', used, limit, remaining: limit === null ? null : Math.max(0, limit - used) };
}

/** The tier tells Max 5x from 20x; the type of organisation tells Pro from Team. */
function toPlanType(login: JsonRecord): string | null {
  const tier = [login['userRateLimitTier'], login['organizationRateLimitTier']]
    .map((each) => toLimitText(each))
    .find((each) => each !== null && /max|team|enterprise|pro/.test(each));
  return tier ?? toLimitText(login['organizationType']);
}
