import { expect, it } from 'vitest';
import { noCounts } from '../../../../build/extension/counts.ts';
import { toPopupModel } from '../../../../build/extension/popup-model.ts';
import { hourMs } from '../../../../shared/domain/instant.ts';

const counts = {
  ...noCounts,
  today: {
    day: '2026-11-27',
    sites: { 'a.example': { activeMs: 0, visits: 2 }, 'claude.ai': { activeMs: hourMs / 2, visits: 1 } },
    requests: 3,
  },
};
const config = { domains: [], usdPerHour: { 'claude.ai': 0.6 } };

it('sums up today, the longest first; a site without a rate has no cost', () => {
  expect(toPopupModel({ counts, config }, '2026-11-27')).toEqual({
    rows: [
      { domain: 'claude.ai', activeMs: hourMs / 2, visits: 1, costMicroUsd: 300_000 },
      { domain: 'a.example', activeMs: 0, visits: 2, costMicroUsd: null },
    ],
    activeMs: hourMs / 2,
    costMicroUsd: 300_000,
    requests: 3,
    waiting: 0,
  });
});

it('shows nothing of yesterday', () => {
  expect(toPopupModel({ counts, config }, '2026-11-28')).toMatchObject({ rows: [], activeMs: 0, requests: 0 });
});
