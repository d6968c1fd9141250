import type { CatalogueSamples } from './typed-samples.ts';
import { sampleNowMs } from './message-samples.ts';

const atMs = Date.parse('2026-05-13T15:05:00Z');
const euro = { code: 'EUR', perUsd: 0.92 };
const dollar = { code: 'USD', perUsd: 1 };
const dayMs = 86_400_000;

/** Figures as each language writes them. */
export const formatSamples: CatalogueSamples['format'] = {
  compact: [950, 1_234, 9_990, 123_456, 1_234_567, 3_290_000_000].map((count) => [count]),
  integer: [[1_234_567]],
  percent: [[82], [0.4], [100]],
  precisePercent: [[150]],
  bytes: [412, 1_500, 412_000_000, 1_234_000_000, 7e15].map((bytes) => [bytes]),
  money: [
    [1_234_567_890, dollar],
    [1_234_567_890, euro],
    [9_999, dollar],
    [1_862_000_000, { code: 'JPY', perUsd: 1 }],
  ],
  cost: [
    [{ costMicroUsd: 17_300_000, unpricedModels: [] }, dollar],
    [{ costMicroUsd: 17_300_000, unpricedModels: ['weaver-5'] }, dollar],
    [{ costMicroUsd: null, unpricedModels: ['weaver-5'] }, dollar],
  ],
  clockTime: [[atMs, 'UTC']],
  dateTime: [[atMs, 'UTC']],
  day: [['2026-05-13'], ['2026-05-13', '2026-12-31'], ['2026-05-13', '2027-01-01']],
  month: [['2026-05']],
  moment: [0, 1, 7, 300].map((days) => [sampleNowMs + days * dayMs, sampleNowMs, 'UTC']),
  axisDay: [
    ['2026-05-13', '2026-12-31'],
    ['2026-05-13', '2027-01-01'],
  ],
  axisMonth: [['2026-05']],
  axisMoney: [
    [600_000_000, dollar],
    [500_000, dollar],
  ],
  typed: [[1234.5]],
  price: [[0.003625], [2.5], [3]],
  list: [[['Alpha', 'Bravo', 'Charlie']], [['Alpha', 'Bravo']]],
  plural: [0, 1, 2, 3, 11, 100].map((count) => [
    count,
    { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' },
  ]),
};
