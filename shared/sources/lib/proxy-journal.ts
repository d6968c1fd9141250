import type { EventKey, SourceId } from '../../domain/ids.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, tokenClasses, totalTokens } from '../../domain/token-usage.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';
import type { LineStream } from '../streams.ts';
import { budgetSubjects, type ProxyBudget, type ProxyUse } from '../usage-proxy.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from './names.ts';
import { parseEpochMs, toAccountHash, toLimitRecords } from './limit-values.ts';
import { toLoggedCost } from './logged-cost.ts';
import { joinPath, withOtherHomes } from './paths.ts';
import { skip } from './skip.ts';
import { toCounts } from './token-count.ts';

/** The folder of what proxies reported, in our data folder: `proxy/<source>/<day>.proxy`. */
export const proxyFolder = 'proxy';
const useSchema = 'fuelgauge.proxy-use.v1';
const budgetSchema = 'fuelgauge.proxy-budget.v1';
const fileName = /^(\d{4}-\d{2}-\d{2}|budgets)\.proxy$/;
const longestName = 256;

/** A use as it is kept. */
export interface KeptUse extends ProxyUse {
  /** The person has said that no log read here has what passes the proxy, so it counts without being joined. */
  readonly isCounted?: true;
  /** From before anything was received: logs read until then have no names to join it by, so it does not count. */
  readonly isEarly?: true;
}

/** Whether a file below a root holds what a proxy reported. */
export function isProxyFile(relativePath: string): boolean {
  return fileName.test(relativePath);
}

/** Where it is kept: below the data folder, or below `.fuelgauge` in the home, as in those of other systems. */
export function proxyRoots(source: SourceId, host: HostEnvironment): readonly LogRoot[] {
  const { platform, dataFolder, home } = host;
  const toRoot = (folder: string): string => joinPath(platform, folder, proxyFolder, source);
  const own = { path: toRoot(dataFolder ?? joinPath(platform, home, '.fuelgauge')), origin: 'proxy' };
  return withOtherHomes(host, [own], (other) => [toRoot(joinPath(platform, other, '.fuelgauge'))]);
}

/** A use as a line, without its line feed. */
export function toProxyLine(use: KeptUse): string {
  return JSON.stringify({ schema: useSchema, ...use });
}

/** A budget as a line, without its line feed. */
export function toBudgetLine(budget: ProxyBudget, atMs: number): string {
  return JSON.stringify({ schema: budgetSchema, atMs, ...budget });
}

/** Reads a use back; null when it is not one. Never throws. */
export function parseProxyUse(record: JsonRecord): KeptUse | null {
  const id = toName(record['id'], longestName);
  const model = toName(record['model'], longestName);
  const atMs = parseEpochMs(record['atMs']);
  const usage = toCounts(toRecord(record['usage']) ?? {}, tokenClasses);
  if (record['schema'] !== useSchema || id === null || model === null || atMs === null || usage === null) return null;
  const name = (member: string): string | null => toName(record[member], longestName);
  const { costUsd } = record;
  return {
    ...{ id, atMs, model, provider: name('provider'), sessionId: name('sessionId') },
    ...{ providerRequestId: name('providerRequestId'), user: name('user'), team: name('team'), key: name('key') },
    usage: { ...emptyUsage, ...usage, reasoningTokens: Math.min(usage.reasoningTokens, usage.outputTokens) },
    costUsd: typeof costUsd === 'number' && costUsd >= 0 ? costUsd : null,
    ...(record['isCounted'] === true && { isCounted: true }),
    ...(record['isEarly'] === true && { isEarly: true }),
  };
}

/** What a use becomes: `named` merges with a log's row, `counted` stands alone, `not-joined` is only compared. */
export type ProxyFate = 'named' | 'counted' | 'not-joined';

/** Decides it; see .github/adr/0032. */
export function toProxyFate(use: KeptUse, nameOf: (requestId: string) => EventKey | null): ProxyFate {
  const name = use.providerRequestId === null ? null : nameOf(use.providerRequestId);
  if (name !== null) return use.isEarly === true ? 'not-joined' : 'named';
  return use.isCounted === true ? 'counted' : 'not-joined';
}

/** The account of a use: team, user and key, as far as they are known; null without any. */
function toProxyAccount({ team, user, key }: Pick<ProxyUse, 'team' | 'user' | 'key'>): string | null {
  const parts = [team, user, key].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' / ').slice(0, longestName);
}

/** The stream of what a proxy reported. `nameOf`: the name that an agent's log has for a provider's request. */
export function createProxyStream(source: SourceId, nameOf: (requestId: string) => EventKey | null): LineStream {
  return {
    kind: 'lines',
    matches: isProxyFile,
    needles: [`"${useSchema}"`, `"${budgetSchema}"`],
    fields: {
      ...{ schema: true, id: true, atMs: true, model: true, provider: true, sessionId: true, providerRequestId: true },
      ...{ user: true, team: true, key: true, costUsd: true, isCounted: true, isEarly: true },
      ...{ subject: true, name: true, label: true, usedUsd: true, limitUsd: true, windowMinutes: true },
      resetsAtMs: true,
      usage: Object.fromEntries(tokenClasses.map((name) => [name, true as const])),
    },
    createReader: () => ({
      state: () => null,
      read(line) {
        const parsed = line.record();
        if (!parsed.ok) return [skip(parsed.error)];
        if (parsed.value['schema'] === budgetSchema) return toBudgetRecords(source, parsed.value);
        if (parsed.value['schema'] !== useSchema) return [];
        const use = parseProxyUse(parsed.value);
        return [use === null ? skip('bad-usage') : toUseRecord(source, use, nameOf)];
      },
    }),
  };
}

function toUseRecord(source: SourceId, use: KeptUse, nameOf: (requestId: string) => EventKey | null): LogRecord {
  const fate = toProxyFate(use, nameOf);
  if (fate === 'not-joined') return skip('not-joined');
  const { id, atMs, model, sessionId, providerRequestId, usage, costUsd } = use;
  const loggedCostMicroUsd = toLoggedCost(costUsd);
  if (totalTokens(usage) === 0 && loggedCostMicroUsd === null) return skip('empty-usage');
  const name = fate === 'named' && providerRequestId !== null ? nameOf(providerRequestId) : null;
  const provider = use.provider ?? 'unknown';
  const profile = { ...defaultProfile, source, provider, model, sessionId: sessionId ?? '' };
  return {
    kind: 'event',
    event: {
      ...{
        key: `${source}:${id}`,
        aliases: name === null ? [] : [name],
        replay: null,
        atMs,
        usage,
        loggedCostMicroUsd,
      },
      profile: { ...profile, account: toProxyAccount(use), origin: 'telemetry' },
      isFinal: true,
      webSearchRequests: 0,
    },
  };
}

function toBudgetRecords(source: SourceId, record: JsonRecord): readonly LogRecord[] {
  const { usedUsd, limitUsd, windowMinutes } = record;
  const observedAtMs = parseEpochMs(record['atMs']);
  const subject = budgetSubjects.find((each) => each === record['subject']);
  const isAmount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1e9;
  if (observedAtMs === null || subject === undefined || !isAmount(usedUsd) || !isAmount(limitUsd) || limitUsd === 0) {
    return [skip('bad-limit')];
  }
  const resetsAtMs = parseEpochMs(record['resetsAtMs']);
  return toLimitRecords(
    {
      ...{ source, provider: source, origin: 'api', planType: null, observedAtMs },
      account: toAccountHash(record['name']),
      name: subject,
    },
    {
      windowMinutes: typeof windowMinutes === 'number' && windowMinutes > 0 ? Math.round(windowMinutes) : null,
      usedPercent: Math.min(100, (usedUsd / limitUsd) * 100),
      reset: resetsAtMs === null ? null : new Date(resetsAtMs).toISOString(),
      scope: 'spend',
      label: toName(record['label'], longestName),
      amount: { unit: 'usd', used: usedUsd, limit: limitUsd, remaining: Math.max(0, limitUsd - usedUsd) },
    },
  );
}
