import { expect, it } from 'vitest';
import {
  toAccountRecords,
  toReconciledAccounts,
  toDifferences,
  toSummary,
} from '../../../../../renderer/features/compare/accounts-view.ts';
import type { Reconciliation } from '../../../../../shared/domain/reconciliation.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';

const { currency } = defaultSettings;
const count = (responses: number, tokens: number) => ({ responses, tokens });
const reconciliation: Pick<Reconciliation, 'rows' | 'proxies'> = {
  rows: [
    {
      ...{ day: '2026-05-01', source: 'claude-code', model: 'm', logged: count(4, 900), received: count(5, 1_100) },
      differences: {
        duplicate: count(1, 100),
        'not-joined': count(1, 200),
        'not-in-log': count(0, 0),
        'other-root': count(2, 60),
        understated: count(1, 40),
        'only-in-log': count(-1, -300),
      },
    },
  ],
  proxies: [
    {
      ...{ day: '2026-05-02', source: 'litellm', model: 'm', received: count(2, 50), joined: count(1, 20) },
      ...{ notInLog: count(1, 30), notJoined: count(0, 0), duplicate: count(0, 0), logged: count(9, 99) },
      ...{ otherRoot: count(0, 0), understated: count(1, 5) },
      ...{ chargedMicroUsd: 1_000_000, pricedMicroUsd: 3_000_000 },
    },
  ],
};

it('puts telemetry and proxies into one list, the newest day first', () => {
  expect(toReconciledAccounts(reconciliation).map(({ day, source }) => [day, source])).toEqual([
    ['2026-05-02', 'litellm'],
    ['2026-05-01', 'claude-code'],
  ]);
});

it('names what differs, with its sign, and nothing else', () => {
  const [proxy, telemetry] = toReconciledAccounts(reconciliation);
  expect(toDifferences(proxy!, currency)).toEqual([
    'Not in log 30 (1 response)',
    'Understated 5 (1 response)',
    'Price −$2.00',
  ]);
  expect(toDifferences(telemetry!, currency)).toEqual([
    'Twice 100 (1 response)',
    'Not joined 200 (1 response)',
    'Log elsewhere 60 (2 responses)',
    'Understated 40 (1 response)',
    'Only in log −300 (-1 response)',
  ]);
});

it('says nothing of a price that is not known', () => {
  const proxies = reconciliation.proxies.map((row) => ({
    ...row,
    pricedMicroUsd: null,
    notInLog: count(0, 0),
    understated: count(0, 0),
  }));
  expect(toDifferences(toReconciledAccounts({ rows: [], proxies })[0]!, currency)).toEqual([]);
});

it('tells what is explained from what is not', () => {
  expect(toSummary(toReconciledAccounts(reconciliation))).toEqual({ explained: 535, open: 200 });
});

it('exports exact numbers, and nothing where an account has no such difference', () => {
  expect(toAccountRecords(toReconciledAccounts(reconciliation))).toMatchObject([
    { receivedTokens: 50, notInLogTokens: 30, understatedTokens: 5, onlyInLogTokens: null, priceMicroUsd: -2_000_000 },
    {
      loggedTokens: 900,
      otherRootTokens: 60,
      understatedTokens: 40,
      onlyInLogTokens: -300,
      notJoinedTokens: 200,
      priceMicroUsd: null,
    },
  ]);
});
