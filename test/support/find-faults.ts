import type { LogRecord } from '../../shared/domain/log-record.ts';
import { tokenClasses } from '../../shared/domain/token-usage.ts';

/** What a reader treats as damage, see token-count.ts. Input and output may each be the sum of two counts. */
const maxTokens = 2e12;

/** Lists what is wrong with a record; one `expect` for each check would take most of a test's time. */
export function findFaults(source: string, record: LogRecord): readonly string[] {
  if (record.kind === 'limit') {
    const { usedPercent } = record.reading;
    return usedPercent === null || (usedPercent >= 0 && usedPercent <= 100) ? [] : [`${usedPercent} %`];
  }
  if (record.kind !== 'event') return [];
  const { event } = record;
  const counts = {
    ...event.usage,
    webSearchRequests: event.webSearchRequests,
    loggedCostMicroUsd: event.loggedCostMicroUsd ?? 0,
    atMs: event.atMs,
  };
  const faults = Object.entries(counts).flatMap(([name, value]) => (isCount(value) ? [] : [`${name}: ${value}`]));
  for (const name of tokenClasses) if (event.usage[name] > maxTokens) faults.push(`${name}: ${event.usage[name]}`);
  if (event.usage.reasoningTokens > event.usage.outputTokens) faults.push('more reasoning than output');
  if (!event.key.startsWith(`${source}:`)) faults.push(event.key);
  if (/[\p{Cc}\p{Cs}]/u.test(event.profile.model)) faults.push(event.profile.model);
  return faults;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0) && value >= 0;
}
