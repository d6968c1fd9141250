import { usDollar } from '../../../shared/domain/money.ts';
import type { hookWords } from '../../../shared/messages/en/hooks.ts';
import type { statuslineWords } from '../../../shared/messages/en/statusline.ts';
import type { createWords } from '../../../build/extension/languages.ts';
import { sampleNowMs } from './message-samples.ts';
import type { SamplesOf } from './typed-samples.ts';

const failures = ['unreachable', 'needs-token', 'wrong-token', 'off', 'busy', 'too-large', 'refused'] as const;
const dayMs = 86_400_000;

/** Arguments for messages outside the catalogue: those of the browser extension and of programs that must start fast. */
export const otherSamples: {
  readonly extension: SamplesOf<ReturnType<typeof createWords>>;
  readonly statusline: SamplesOf<typeof statuslineWords>;
  readonly hook: SamplesOf<typeof hookWords>;
} = {
  extension: {
    cost: [[17_300_000], [9_000], [null]],
    ownSites: [[['a.example', 'b.example']]],
    sending: [
      ...[7, 0, 1, 2, 3, 11, 100].map((waiting): [{ sentAtMs: number; failure: null }, number, number] => [
        { sentAtMs: sampleNowMs - 7_980_000, failure: null },
        waiting,
        sampleNowMs,
      ]),
      [{ sentAtMs: null, failure: null }, 0, sampleNowMs],
      ...failures.map((failure): [{ sentAtMs: null; failure: typeof failure }, number, number] => [
        { sentAtMs: null, failure },
        7,
        sampleNowMs,
      ]),
    ],
  },
  statusline: {
    duration: [-1, 0, 40_000, 60_000, 720_000, 3_600_000, 7_980_000, dayMs, 27 * 3_600_000].map((ms) => [ms]),
    count: [950, 999.6, 1_000, 1_250, 34_900, 1_000_000, 1_590_000, 1e9, 2.5e9].map((count) => [count]),
    percent: [0, 0.4, 1, 82.4, 99.6, 100, 132].map((percent) => [percent]),
    money: [
      [17.3, usDollar],
      [1_000, usDollar],
      [999, usDollar],
      [17.3, { code: 'JPY', perUsd: 150 }],
      [17.3, { code: 'SEK', perUsd: 9.4 }],
    ],
    window: [
      [10_080, null, 'weekly'],
      [4_320, null, 'days'],
      [300, null, 'hours'],
      [45, null, 'minutes'],
      [300, 'Delta', 'hours'],
      [null, 'Delta', 'credits'],
      ...['credits', 'spend', 'unknown', 'some_other_thing'].map((name): [null, null, string] => [null, null, name]),
    ],
    runsOut: [
      ['3:00 PM', 7_980_000],
      ['3:00 PM', dayMs],
    ],
    runsOutShort: [
      ['3:00 PM', 7_980_000],
      ['3:00 PM', dayMs],
    ],
    usedUp: [
      ['5h', { clock: '3:00 PM', inMs: 7_980_000 }],
      ['week', { clock: '3:00 PM', inMs: dayMs }],
      ['week', null],
    ],
    pullRequest: [
      [412, 'pr'],
      [412, 'mr'],
      [412, null],
    ],
    effort: [['high']],
    overview: {
      window: [
        [{ title: 'week', used: '82%', resetsIn: '2h 13m', isStale: false }],
        [{ title: 'week', used: '82%', resetsIn: null, isStale: true }],
      ],
    },
  },
  hook: { stopped: [['d0e1f2a3']] },
};
