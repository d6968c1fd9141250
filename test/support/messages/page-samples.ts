import { activityCategories } from '../../../shared/domain/activity.ts';
import { deliveryStates } from '../../../shared/domain/alert-record.ts';
import type { CallFailure, ValueRule } from '../../../shared/domain/call-failure.ts';
import type { CallSubject } from '../../../shared/domain/call-subject.ts';
import { limitUnits } from '../../../shared/domain/limit-window.ts';
import { usDollar } from '../../../shared/domain/money.ts';
import { usualPlan } from '../../../shared/domain/plan.ts';
import { differenceClasses } from '../../../shared/domain/reconciliation.ts';
import { periodKinds } from '../../../shared/domain/report.ts';
import { statuslineRefusals } from '../../../shared/domain/statusline-install.ts';
import { terminalKinds, terminalOutcomes, type OpenedTerminal } from '../../../shared/domain/terminal.ts';
import { tokenClasses } from '../../../shared/domain/token-usage.ts';
import type { Messages } from '../../../shared/messages/catalogue.ts';
import { makeAllowanceChange } from '../make-limit-change.ts';
import { alertSamples, sampleNowMs } from './message-samples.ts';
import { eachAlone, vary, type CatalogueSamples } from './typed-samples.ts';

type Facts<Message extends (...values: never[]) => unknown> = Parameters<Message>[0];

const title = { windowMinutes: 4_320, scope: 'Scope', label: 'Delta' };
/** Windows of every named length, and without a length. */
const titles = [
  title,
  { ...title, label: null },
  ...[300, 1_440, 10_080, 14_400, 15_840, 45, 60, 2_880].map((windowMinutes) => ({
    windowMinutes,
    scope: '',
    label: null,
  })),
  ...['credits', 'spend', 'unknown', 'month'].flatMap((scope) =>
    [null, 'Delta'].map((label) => ({ windowMinutes: null, scope, label })),
  ),
];
/** One count for every plural form, in every unit of a limit. */
const counts = [412, 0, 1, 2, 3, 11, 17.5];
const amounts = counts.flatMap((count) => limitUnits.map((unit): [number, typeof unit] => [count, unit]));

const side = { usdPerPercent: 1.37, tokensPerPercent: 53_000, pairs: 29, percent: 83 };
const before = { ...side, usdPerPercent: 2.91, tokensPerPercent: 97_000, pairs: 48 };
export const allowances: Parameters<Messages['explainRules']['allowance']>[] = [
  { ratio: 0.47 },
  { ratio: 1.9 },
  { isWithPlan: true },
  { isOtherModels: true },
].map((patch) => [makeAllowanceChange({ before, after: side, ...patch }), 'Alpha']);
export const capacities: Parameters<Messages['explainRules']['capacity']>[] = [
  [{ usdPerPercent: 1.37, interval: { low: 1.13, high: 1.79 }, pairs: 29 }],
];
export const records: Parameters<Messages['explainForecast']['record']>[] = vary<
  Facts<Messages['explainForecast']['record']>
>({ forecasts: 412, medianApe: 0.17, coverage80: 0.79 }, { medianApe: [null], coverage80: [null] }).map((each) => [
  each,
]);

const attach = 'tmux attach -t Alpha';
/** Every outcome for every terminal, and without a terminal. */
export const terminals: [OpenedTerminal][] = terminalOutcomes.flatMap((outcome) => [
  ...terminalKinds.map((terminal): [OpenedTerminal] => [
    { outcome, terminal, attach: outcome === 'detached' ? attach : null },
  ]),
  [{ outcome, terminal: null, attach: null }] as [OpenedTerminal],
]);

const program = { name: 'Golf', pid: 4711, parentPid: 812, startedAtMs: sampleNowMs - 7_980_000, rssBytes: 83_000_000 };
const member = { ...program, ports: [{ port: 8377 }, { port: 9229 }] } as unknown as Facts<
  Messages['processView']['facts']['member']
>;
const link = { source: 'loom', sessionId: 'Hotel', confidence: 'likely', evidence: 'folder' } as const;

const value = { place: 'Bravo', received: 'Charlie', expected: 'Delta', rule: null };
const rules: readonly ValueRule[] = ['day', 'day-order', 'time-zone', 'currency-code', 'dollar-rate', 'same-id'];
const subjects: readonly CallSubject[] = [
  ...(['usage', 'state', 'session', 'comparison', 'limits', 'processes'] as const),
  ...(['apps', 'prices', 'alerts', 'settings', 'statusline', 'action'] as const),
];
const callFailures: readonly CallFailure[] = [
  ...subjects.map((about) => ({ kind: 'failed', name: 'Alpha', about, detail: 'Bravo' }) as const),
  { kind: 'failed', name: 'Alpha', about: 'usage', detail: null },
  { kind: 'failed', name: 'Alpha', about: 'usage', detail: 'Version 1.2 ended.' },
  { kind: 'unknown-call', name: 'Alpha' },
  { kind: 'unknown-source', source: 'Alpha', known: ['Bravo', 'Charlie'] },
  ...[
    value,
    ...rules.map((rule) => ({ ...value, expected: null, rule })),
    { ...value, expected: null },
    { ...value, expected: 'never' },
    { ...value, received: 'undefined' },
    { ...value, place: null },
    { ...value, place: null, expected: null },
    { ...value, place: null, expected: 'never' },
    { ...value, place: null, received: 'undefined' },
    { ...value, place: null, expected: null, rule: 'day' as const },
  ].map((each) => ({ kind: 'invalid-argument', name: 'Alpha', value: each }) as const),
  ...(['engine-stopped', 'ledger-not-written', 'foreign-page'] as const).map((kind) => ({ kind })),
];

const failures: CatalogueSamples['failures'] = {
  call: eachAlone(callFailures),
  read: eachAlone([
    ...(['too-deep', 'no-permission', 'link-loop', 'parent-not-a-folder', 'is-a-folder', 'other-file-system'] as const),
    ...(['special-file-system', 'not-a-file', 'locked', 'too-many-open-files', 'disk-error', 'path-too-long'] as const),
    ...(['damaged-compression', 'damaged-database', 'incomplete-json', 'too-large', 'unknown-source'] as const),
    ...(['unknown', 'error:EBADMSG'] as const),
  ]),
  probe: eachAlone([
    { kind: 'failed', program: '/bin/ps', exitCode: 13 },
    { kind: 'cannot-run', program: '/bin/ps' },
    { kind: 'unreadable-output', program: '/bin/ps' },
    { kind: 'timed-out', program: '/bin/ps', timeoutMs: 17_000 },
    { kind: 'other', detail: 'Echo' },
  ]),
  settings: eachAlone([
    { kind: 'login-item-file-not-written', file: '/srv/alpha', code: 'EROFS' },
    { kind: 'login-item-file-not-written', file: '/srv/alpha', code: null },
    ...(['read-only', 'not-written', 'command-from-page', 'shortcut-taken'] as const).map((kind) => ({ kind })),
    ...(['login-item-not-added', 'login-item-needs-approval', 'login-item-not-removed'] as const).map((kind) => ({
      kind,
    })),
  ]),
  channel: eachAlone([
    { kind: 'refused', status: 413 },
    { kind: 'unreachable', code: 'ECONNREFUSED' },
    { kind: 'program', code: 'SIGTERM' },
    ...(['expired', 'no-secret', 'bad-address', 'insecure-address', 'private-address'] as const).map((kind) => ({
      kind,
    })),
    ...(['redirected', 'timed-out', 'unanswered'] as const).map((kind) => ({ kind })),
  ]),
  statusline: eachAlone(statuslineRefusals),
};

const alertKinds = Object.keys(alertSamples) as (keyof typeof alertSamples)[];
const historyFailures = (['too-large', 'unreadable', 'not-allowed'] as const).map(
  (failure): ['firefox', typeof failure] => ['firefox', failure],
);

const limits: CatalogueSamples['limits'] = {
  windowName: eachAlone(titles),
  shortName: eachAlone(titles),
  amount: [
    ...amounts.map(([count, unit]): ['Alpha', number, typeof unit] => ['Alpha', count, unit]),
    ['Alpha', null, 'requests'],
    [null, 412, 'requests'],
  ],
  amountUsed: amounts,
  amountLeft: amounts,
  usedAndLeft: [
    ['Alpha', 'Bravo'],
    ['Alpha', null],
    [null, 'Bravo'],
  ],
  blockTitle: [['pro'], [usualPlan], [null]],
};

const tray: CatalogueSamples['tray'] = {
  today: [
    [9_000_000, { microUsd: 43_000_000, isPartial: false }, usDollar],
    [9_000_000, { microUsd: 43_000_000, isPartial: true }, usDollar],
    [9_000_000, null, usDollar],
  ],
  ofAgent: [['Loom', 'weekly limit used up']],
  runsOut: [
    [title, 7_980_000],
    [title, 0],
  ],
  mayRunOut: [
    [title, 0.97],
    [title, 0.001],
  ],
  usedUp: [
    [title, 7_980_000],
    [title, null],
    [title, 0],
  ],
};

const settings: CatalogueSamples['settings'] = {
  activity: {
    ratesHint: [['2026-05-13'], [null]],
    ownRate: [
      [1.37, 2.5],
      [1.37, null],
    ],
    entry: [
      ['Alpha', 'Bravo', 1.37],
      ['Alpha', 'Bravo', null],
    ],
  },
  server: { describeToken: [[['read', 'ingest', 'admin'], 'Alpha']] },
  changes: {
    file: {
      describeComplaint: vary<Facts<Messages['settings']['changes']['file']['describeComplaint']>>(
        { place: 'Alpha', expected: 'Bravo', received: 'Charlie', setting: 'x' },
        { place: [null], expected: [null, 'never'], received: ['undefined'] },
      ).map((each) => [each, 'Delta']),
    },
  },
  cost: {
    describePrices: [
      [
        [
          ['Alpha', '$2'],
          ['Bravo', '$8'],
        ],
      ],
    ],
  },
  monitoring: {
    describeFolder: [
      ['Alpha', 'Bravo'],
      ['Alpha', undefined],
    ],
    retentions: [['forever'], [412]],
    cadence: [['auto'], [17]],
  },
};

const activity: CatalogueSamples['activity'] = {
  sessions: {
    terminal: terminals,
    endFact: [
      ['loom', 4711, 7, 83_000_000],
      ['loom', 4711, 1, 83_000_000],
    ],
  },
};

/** Arguments for messages that take more than texts and numbers, except those of the command line. */
export const pageSamples: CatalogueSamples = {
  ...{ activity, failures, limits, settings, tray },
  units: {
    limitWindow: eachAlone(titles),
    limitAmount: amounts,
    apiEquivalent: [[43_000_000, usDollar]],
  },
  blocks: {
    countLimit: [412, 0, 1, 2, 3, 11].flatMap((count) =>
      (['requests', 'tokens', 'tokens-in-out'] as const).map((unit): [number, typeof unit] => [count, unit]),
    ),
  },
  usage: {
    tokenClass: [412, 0, 1, 2, 3, 11].flatMap((count) =>
      tokenClasses.map((name): [number, typeof name] => [count, name]),
    ),
    tokensByClass: [
      [412, ['Alpha', 'Bravo']],
      [1, ['Alpha']],
    ],
    ofUsualDayTitle: [['Alpha', 21]],
    cached: [
      ['Alpha', null],
      ['Alpha', 'Bravo'],
    ],
  },
  alerts: {
    delivery: deliveryStates.map((state) => ['Alpha', state]),
    firedTimes: [
      ...alertKinds.map((kind): [typeof kind, number] => [kind, 412]),
      ...[0, 1, 2, 3, 11].map((count): ['threshold', number] => ['threshold', count]),
    ],
    untried: [[['threshold', 'runs-out']]],
  },
  apps: {
    off: eachAlone(['sites', 'apps', 'commands', 'apis'] as const),
    category: eachAlone(activityCategories),
    failure: historyFailures,
    note: [['2026-05-13'], [null]],
  },
  compare: {
    whatIf: {
      bringsIn: [
        [82, false],
        [250, true],
      ],
    },
  },
  common: { sentences: [[['Alpha 1.5', null, 'Bravo.']]], phrase: [[['Alpha', null, 'Bravo']]] },
  diagnosis: { tallies: [[['3 Alpha', '4 Bravo']]] },
  history: {
    chart: {
      title: (['cost', 'tokens'] as const).flatMap((measure) =>
        periodKinds.map((by): [typeof measure, typeof by] => [measure, by]),
      ),
    },
  },
  processView: {
    facts: {
      member: vary(member, { ports: [[], null], startedAtMs: [sampleNowMs + 60_000] }).map((each) => [
        each,
        sampleNowMs,
      ]),
      origin: [
        [link, sampleNowMs - 7_980_000, sampleNowMs],
        [{ ...link, confidence: 'certain' }, null, sampleNowMs],
        [{ ...link, confidence: 'possible' }, sampleNowMs + 60_000, sampleNowMs],
        [null, null, sampleNowMs],
      ],
    },
  },
  reconcile: {
    meaning: differenceClasses.map((kind) => ['Alpha', kind]),
    part: [7, 0, 1, -1, 2, 3, 11].map((responses) => ['Alpha', responses, 'Bravo']),
  },
  explainRules: {
    ...{ capacity: capacities, allowance: allowances },
    baseline: [[{ unit: 'Alpha', p90: 'Bravo', interval: 'Charlie', range: 'Delta', blocks: 'Echo' }]],
  },
  explainForecast: { record: records },
  explain: {
    limitUsed: [
      [82, 'Alpha', 'pro'],
      [82, 'Alpha', usualPlan],
    ],
  },
  server: {
    proxy: {
      pulled: [
        [7, 3, 1.37, 2],
        [1, 1, 0, 0],
        [0, 0, 0, 1],
      ],
    },
    otlpExport: { httpStatus: [[413]], grpcStatus: [[14]] },
  },
};
