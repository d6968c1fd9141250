import type { Reconciliation, ResponseCount } from '../../shared/domain/reconciliation.ts';
import type { Report } from '../../shared/domain/report.ts';
import { totalTokens } from '../../shared/domain/token-usage.ts';

const count = (responses: number, tokens: number): ResponseCount => ({ responses, tokens });

/** Telemetry and a proxy for the last days of a report, with every kind of difference. */
export function createFakeReconciliation(
  { rows }: Report,
  head: Pick<Reconciliation, 'generatedAtMs' | 'timeZone'>,
): Reconciliation {
  const last = rows.filter(({ key }) => key !== null).slice(-6);
  return {
    ...head,
    rows: last.map(({ key, source, events, usage }, index) => ({
      ...{ day: key ?? '', source, model: 'claude-opus-4-8', logged: count(events, totalTokens(usage)) },
      received: count(events - index, totalTokens(usage) - index * 1_500),
      differences: {
        duplicate: count(index === 2 ? 1 : 0, index === 2 ? 900 : 0),
        'not-joined': count(index === 4 ? 3 : 0, index === 4 ? 7_400 : 0),
        'not-in-log': count(index === 1 ? 2 : 0, index === 1 ? 1_200 : 0),
        'other-root': count(index === 3 ? 2 : 0, index === 3 ? 3_100 : 0),
        understated: count(index === 1 ? 4 : 0, index === 1 ? 2_300 : 0),
        'only-in-log': count(index, index * 1_500),
      },
    })),
    proxies: last.slice(-2).map(({ key, events, usage }, index) => ({
      ...{
        day: key ?? '',
        source: 'litellm',
        model: `a-model-with-a-name-that-is-much-longer-than-its-column-${index}`,
      },
      ...{ received: count(9, 42_000), joined: count(4, 20_000), notInLog: count(2, 11_000) },
      ...{ understated: count(1, 600), otherRoot: count(1, 4_000) },
      ...{ notJoined: count(1, 5_000), duplicate: count(1, 2_000), logged: count(events, totalTokens(usage)) },
      ...{ chargedMicroUsd: 420_000, pricedMicroUsd: 300_000 },
    })),
  };
}
