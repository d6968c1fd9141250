import { expect, it } from 'vitest';
import { toCacheRecords, toComparedRecords, toWhatIfRecords } from '../../../../../renderer/features/compare/export.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';

const costs = { listMicroUsd: 5, withoutCacheMicroUsd: 9, all5mMicroUsd: null, all1hMicroUsd: 6, pricedShare: 0.5 };

it('keeps an unknown cost unknown beside the nothing that no usage costs', () => {
  const used = { events: 1, unfinishedEvents: 0, usage: { ...emptyUsage, outputTokens: 7 }, costMicroUsd: null, unpricedModels: ['m'] }; // prettier-ignore
  expect(toComparedRecords([{ key: 'a', source: 's', left: null, right: used }])).toEqual([
    { key: 'a', source: 's', leftTokens: 0, rightTokens: 7, leftCostMicroUsd: 0, rightCostMicroUsd: null, leftUnpricedModels: '', rightUnpricedModels: 'm' }, // prettier-ignore
  ]);
});

it('lists every model, use of the cache and plan that was tried', () => {
  const records = toWhatIfRecords({
    ...{ generatedAtMs: 0, timeZone: 'UTC', days: 30, cache: costs },
    models: [{ model: 'm', costMicroUsd: 3, isUsed: true }],
    plans: [{ source: 's', plan: 'p', label: 'P', monthlyUsd: 20, monthCostMicroUsd: 50, unpricedModels: ['new'], knownFrom: null }], // prettier-ignore
  });
  expect(records.map((record) => Object.values(record))).toEqual([
    ['model', null, 'm', 3, 'false', null],
    ['cache', null, 'asItWas', 5, 'true', null],
    ['cache', null, 'withoutCache', 9, 'true', null],
    ['cache', null, 'all5m', null, 'true', null],
    ['cache', null, 'all1h', 6, 'true', null],
    ['plan', 's', 'p', 50, 'true', 20],
  ]);
});

it('has what the cache cost beside how it was used', () => {
  const row = { source: 's', model: 'm', write5mTokens: 1, write1hTokens: 2, readTokens: 3, freshTokens: 4, rebuilds: 5, rebuiltTokens: 6, avoidableRebuilds: 7, costs, lostMicroUsd: null, avoidableMicroUsd: 8 }; // prettier-ignore
  expect(toCacheRecords({ rows: [row] })).toMatchObject([{ readTokens: 3, lostMicroUsd: null, all1hMicroUsd: 6 }]);
});
