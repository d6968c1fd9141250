import { signalOutcomes } from '../../../shared/domain/agent-process.ts';
import { activityCategories } from '../../../shared/domain/activity.ts';
import { backtestQuantities } from '../../../shared/domain/backtest.ts';
import { anomalyCauses, anomalyKinds } from '../../../shared/domain/forecast.ts';
import { boundedLabels } from '../../../shared/domain/metric-label.ts';
import { usDollar } from '../../../shared/domain/money.ts';
import { costModes } from '../../../shared/domain/price-choices.ts';
import { statuslineRefusals, statuslineStates } from '../../../shared/domain/statusline-install.ts';
import type { Messages } from '../../../shared/messages/catalogue.ts';
import { allowances, capacities, records, terminals } from './page-samples.ts';
import { eachAlone, vary, type CatalogueSamples } from './typed-samples.ts';

type Cli = Messages['cli'];
type CliSamples = NonNullable<CatalogueSamples['cli']>;

const id = { provider: 'loom', account: null, name: 'weekly', scope: '7d' };
const title = { windowMinutes: 10_080, scope: '7d', label: null };
const many = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf'];
const day = '2026-05-13';
const moment = 'Sat 2:00 PM';
const root: Parameters<Cli['doctor']['root']>[1] = { origin: 'default', state: 'found', files: 7, bytes: 83_000_000 };
const origins = ['settings', 'imported', 'proxy', 'home /home/ada', 'LOOM_HOME'];
const rootStates = ['missing', 'unreadable', 'asleep'] as const;
const limit = { unit: 'usd', value: 35, usedPercent: 82, plan: 'pro', provenance: 'estimated' } as const;
const anomaly: Parameters<Cli['forecast']['anomaly']>[0] = {
  ...{ id: 'a', kind: 'session', startMs: 0, tokens: 43_000_000, usualTokens: 5_000_000 },
  ...{ cause: 'session', causeName: 'Alpha', causeShare: 0.83 },
};

const answers: CliSamples['answers'] = {
  costSource: eachAlone(costModes),
  converted: [[{ code: 'EUR', perUsd: 0.92 }]],
  searched: vary(root, { origin: origins, state: rootStates }).map((each) => ['Loom', '/home/ada/.loom', each]),
  atEnd: [
    [43_000_000, '$17.30', { from: 21_000_000, to: 97_000_000 }],
    [43_000_000, null, { from: 21_000_000, to: 97_000_000 }],
  ],
  limitUsed: vary<Parameters<NonNullable<Cli['answers']['limitUsed']>>[0]>(limit, {
    unit: ['tokens', 'tokens-in-out', 'requests'],
    plan: ['p90', 'custom'],
    provenance: ['measured'],
  }).map((each) => [each, usDollar]),
  reading: (['official', 'measured', 'estimated', 'stale', 'unknown'] as const).map((each) => [each, 7_980_000]),
};

const doctor: CliSamples['doctor'] = {
  own: vary<Parameters<Cli['doctor']['own']>[0]>(
    {
      ...{ processes: 4, cpuRatio: 0.013, sinceMs: 0, rssBytes: 412_000_000 },
      ...{ pssBytes: 129_000_000, writtenBytes: 83_000_000, wakeUpsPerSecond: 17 },
    },
    { processes: [1], cpuRatio: [null], pssBytes: [null], writtenBytes: [null], wakeUpsPerSecond: [null] },
  ).map((each) => [each, 7_980_000]),
  ownBudget: [[{ cpuRatio: 0.029, memoryBytes: 250_000_000 }]],
  folded: boundedLabels.map((label) => [{ label, values: 1_234 }]),
  root: vary(root, { origin: origins, state: rootStates, files: [1] }).map((each) => ['/home/ada/.loom', each]),
  tally: [
    [
      [
        [7, 'session titles'],
        [1_234, 'not JSON'],
      ],
    ],
    [[]],
  ],
  coverage: [[{ kind: 'exact' }], [{ kind: 'partial', gap: 'session titles' }], [{ kind: 'none', gap: 'all calls' }]],
};

const budgetsAndLimits: Pick<CliSamples, 'budget' | 'check'> = {
  budget: {
    period: vary<Parameters<Cli['budget']['period']>[0]>(
      { period: 'day', verdict: 'near', spent: '$17.30', budget: '$20.00', left: '$2.70', unpriced: [] },
      {
        period: ['week', 'month'],
        verdict: ['exhausted', 'unknown', 'fine'],
        spent: [null],
        left: [null],
        unpriced: [['weaver-4.5', 'weaver-5']],
      },
    ).map((each) => [each]),
  },
  check: {
    window: vary<Parameters<Cli['check']['window']>[0]>(
      {
        ...{ agent: 'Loom', title, verdict: 'near', left: '8%' },
        ...{ resetsInMs: 7_980_000, isEstimated: false, staleAgeMs: null },
      },
      {
        verdict: ['exhausted', 'unknown', 'fine'],
        left: [null],
        resetsInMs: [null],
        isEstimated: [true],
        staleAgeMs: [97_200_000],
      },
    ).map((each) => [each]),
  },
};

const explanations: Pick<CliSamples, 'explain' | 'explainForecast' | 'forecast'> = {
  explain: {
    ...{ capacity: capacities, allowance: allowances },
    baseline: [[{ unit: 'tokens', p90: '43M', interval: '38M to 51M', range: '2M to 57M', blocks: '29' }]],
    planChange: [[{ source: 'loom', id, from: 'plus', to: 'pro', lastSeenMs: 0, firstSeenMs: 0 }, moment]],
    cost: costModes.map((mode) => [day, mode]),
  },
  explainForecast: {
    record: records,
    limit: [
      ['Loom', id],
      ['Loom', { ...id, account: 'ada' }],
    ],
  },
  forecast: {
    total: (['block', 'day', 'week'] as const).flatMap((kind): [typeof kind, string | null][] => [
      [kind, null],
      [kind, 'Loom'],
    ]),
    anomaly: vary(anomaly, {
      kind: anomalyKinds,
      cause: anomalyCauses,
      causeName: [null],
      usualTokens: [0],
    }).map((each) => [each, moment]),
    quantity: eachAlone(backtestQuantities),
  },
};

const prices: CliSamples['prices'] = {
  list: [
    [412, 'shipped', day],
    [412, 'updated', day],
    [1, 'updated', day],
  ],
  reasons: {
    listed: [
      ['weaver-4.5', 'weaver-4.5'],
      ['weaver-4.5', 'weaver-4'],
    ],
  },
  updated: [
    [{ models: 412, datedOn: day, added: many, changed: ['Hotel'] }],
    [{ models: 1, datedOn: day, added: [], changed: [] }],
  ],
  failed: eachAlone([
    ...(['address', 'unreachable', 'status', 'too-large'] as const).map((reason) => ({ reason, detail: 'Alpha' })),
    ...(['older', 'future'] as const).map((reason) => ({ reason, datedOn: day })),
    { reason: 'no-list' },
    { reason: 'incomplete', found: 29, of: 412 },
    { reason: 'incomplete', found: 0, of: 1 },
    { reason: 'implausible', models: many },
  ]),
};

const processes: CliSamples['processes'] = {
  session: (['certain', 'likely', 'possible'] as const).map((confidence) => ['d0e1f2a3', confidence]),
  proof: vary<Parameters<Cli['processes']['proof']>[0]>(
    {
      ...{ ageMs: 7_980_000, parentPid: 812, rssBytes: 412_000_000 },
      ...{ session: 'session d0e1f2a3', quietMs: 1_020_000, ports: [8377, 9229] },
    },
    { session: [null], quietMs: [null], ports: [[]] },
  ).map((each) => [each]),
  notListed: [[[4711, 4712]]],
  outcome: signalOutcomes.map((outcome) => ['loom', 4711, outcome]),
};

/** The usage of a command that was run, and the machine time and memory it took. */
const run: CliSamples['run'] = {
  usage: vary<Parameters<Cli['run']['usage']>[0]>(
    { responses: 12, sessions: 3, tokens: 43_000_000, cost: '$17.30', unpriced: [] },
    { responses: [1, 0], sessions: [1], tokens: [0], cost: [null], unpriced: [['weaver-4.5', 'weaver-5']] },
  )
    .concat({ responses: 0, sessions: 0, tokens: 0, cost: null, unpriced: [] })
    .map((each) => [each]),
  machine: vary<Parameters<Cli['run']['machine']>[0]>(
    { tookMs: 7_980_000, cpuMs: 17_300, isEstimated: false, memory: '412 MB' },
    { tookMs: [60_000, 59_999], cpuMs: [null], isEstimated: [true], memory: [null] },
  ).map((each) => [each]),
};

const report: Parameters<Cli['statusline']['state']>[0] = {
  ...{ agent: 'Loom', state: 'absent', settingsFile: '/home/ada/.loom/settings.json', command: null },
  ...{ previousCommand: null, strongerFile: null, isHidden: false, installedAtMs: null },
};

/** Arguments for messages of the command line that take more than texts and numbers. */
export const cliSamples: CliSamples = {
  ...{ answers, doctor, prices, processes, run },
  ...budgetsAndLimits,
  ...explanations,
  activity: {
    category: eachAlone([...activityCategories, null]),
    failure: (['not-allowed', 'too-large', 'unreadable'] as const).map((failure) => ['firefox', failure]),
  },
  encryption: { setAside: [[['/srv/alpha.db', '/srv/bravo.db']]] },
  guard: { installed: [[true], [false]] },
  imports: {
    imported: [
      [7, 3, { from: 'May 1', to: 'May 13' }],
      [1, 1, null],
      [7, 0, null],
      [0, 3, null],
    ],
    preview: [
      [7, 3, { from: 'May 1', to: 'May 13' }],
      [0, 0, null],
    ],
    skipped: [
      ...['no-timestamp', 'no-model', 'bad-usage', 'sum-differs', 'empty-usage', 'not-json'],
      ...['day-counted', 'day-imported', 'after-first-log', 'another reason'],
    ]
      .map((reason): [number, string] => [7, reason])
      .concat([[1, 'no-model']]),
    templateCommand: [['{model}\n{cost}']],
  },
  open: { outcome: terminals },
  reconcile: {
    proxy: {
      difference: [
        [17_300_000, 15_100_000],
        [15_100_000, 17_300_000],
        [17_300_000, 17_300_000],
        [null, 1],
        [1, null],
      ],
    },
  },
  reconcileExport: {
    skipped: [
      ...(['bad-day', 'bad-number', 'negative', 'other-currency'] as const).map((reason): [number, typeof reason] => [
        7,
        reason,
      ]),
      [1, 'negative'],
    ],
  },
  service: {
    refused: [
      ['systemctl', 'Access denied.'],
      ['systemctl', ''],
    ],
  },
  statusline: {
    state: [...eachAlone(vary(report, { state: statuslineStates, command: ['their-line'] }))],
    refusal: eachAlone(statuslineRefusals),
  },
  watch: {
    resets: [[7_980_000], [0], [-1]],
    runsOut: [[7_980_000], [0], [-1]],
    withVelocity: (['idle', 'slow', 'steady', 'fast', 'very-fast'] as const).map((velocity) => [
      '1.2M tokens/min',
      velocity,
    ]),
    notes: [[['Alpha', null, 'Bravo']]],
  },
};
