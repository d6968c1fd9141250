import type { AlertParameters } from '../../../shared/domain/alert-intent.ts';
import type { ProblemParameters } from '../../../shared/domain/problem.ts';
import { vary } from './typed-samples.ts';

/*
 * Facts for messages. Free texts begin with a capital or a slash; names of choices do not.
 */

/** The current time in all samples. */
export const sampleNowMs = Date.parse('2026-05-01T12:00:00Z');
const laterMs = sampleNowMs + 133 * 60_000;
const earlierMs = sampleNowMs - 133 * 60_000;
const folder = '/srv/alpha';
const project = '/home/me/Bravo';
const subject = { kind: 'limit', windowMinutes: 4_320, scope: '3d', label: 'Delta' } as const;
const complaint = { setting: 'Golf', place: 'Hotel', expected: 'India', received: 'Juliett' };
const failure = { kind: 'other', detail: 'Echo' } as const;

type Samples<Parameters> = { readonly [Kind in keyof Parameters]: readonly [Parameters[Kind], ...Parameters[Kind][]] };

const block = { kind: 'block' } as const;
const dayMs = 86_400_000;
const burn = { tokensPerHour: 9_000_000, typicalTokensPerHour: 3_000_000, project, sessionId: 'd0e1f2a3', pid: 4_242 };
const spend: AlertParameters['spend'] = {
  ...{ period: 'month', costMicroUsd: 40_000_000, budgetMicroUsd: 50_000_000, thresholdPercent: 80 },
};
/** For each period, one that has ended when the alert is read, and one that has not. */
const periods = (['day', 'week', 'month'] as const).flatMap((period) => [
  { period, since: '2026-04-01', endsAtMs: sampleNowMs },
  { period, since: '2026-04-01', endsAtMs: laterMs },
]);
const digest: AlertParameters['digest'] = {
  ...{ period: 'day', tokens: 9_000_000, responses: 412, costMicroUsd: 43_000_000 },
};
const upTo = { day: '2026-04-01', minute: 540 };
const allowance: AlertParameters['allowance'] = {
  ...{ change: 'allowance', fromPlan: null, toPlan: null, subject, ratio: 0.63 },
  ...{ pairsBefore: 48, pairsAfter: 29, sinceMs: earlierMs },
};

const some = vary as <Facts extends object>(...values: Parameters<typeof vary<Facts>>) => readonly [Facts, ...Facts[]];

/** At least one set of facts for every kind of alert, and one for every form of its message. */
export const alertSamples: Samples<AlertParameters> = {
  threshold: some<AlertParameters['threshold']>(
    { subject, thresholdPercent: 75, usedPercent: 78.4, resetsAtMs: laterMs },
    { subject: [block, { ...subject, label: null }], usedPercent: [100], resetsAtMs: [null, sampleNowMs] },
  ),
  'runs-out': [
    { subject, usedPercent: 61, runsOutAtMs: laterMs, resetsAtMs: laterMs + 7_380_000, probability: 0.47 },
    { subject: block, usedPercent: 61, runsOutAtMs: laterMs, resetsAtMs: laterMs, probability: null },
  ],
  depleted: some<AlertParameters['depleted']>(
    { subject, resetsAtMs: laterMs },
    { subject: [block], resetsAtMs: [null] },
  ),
  restored: some<AlertParameters['restored']>({ subject }, { subject: [block] }),
  spend: [
    spend,
    { ...spend, period: 'day' },
    { ...spend, period: 'week' },
    ...periods.map((each) => ({ ...spend, ...each })),
  ],
  burn: some<AlertParameters['burn']>(burn, {
    project: [null],
    sessionId: [null],
    pid: [null],
  }).concat(
    { ...burn, project: null, sessionId: null, pid: null },
    { tokensPerHour: 9_000_000, typicalTokensPerHour: 3_000_000, project: null },
  ) as unknown as Samples<AlertParameters>['burn'],
  anomaly: some<AlertParameters['anomaly']>(
    {
      ...{ anomaly: 'day', tokens: 9_000_000, usualTokens: 1_500_000 },
      ...{ cause: 'session', causeName: project, causeShare: 0.83 },
    },
    { anomaly: ['session'], cause: ['project', 'model', 'sidechain', 'cache-rebuilt', 'unknown'] },
  ).concat(
    (['session', 'project', 'model'] as const).map((cause) => ({
      ...{ anomaly: 'day', tokens: 9_000_000, usualTokens: 1_500_000, cause, causeName: null, causeShare: 0.83 },
    })),
  ) as unknown as Samples<AlertParameters>['anomaly'],
  allowance: [
    {
      ...{ change: 'plan', fromPlan: 'Golf', toPlan: 'Hotel', subject: null, ratio: null },
      ...{ pairsBefore: null, pairsAfter: null, sinceMs: earlierMs },
    },
    allowance,
    { ...allowance, ratio: 1.63, pairsBefore: null, pairsAfter: null },
    { ...allowance, change: 'plan', ratio: null },
    { ...allowance, change: 'plan', subject: null },
  ],
  'busy-agent': [
    { label: 'India', project, pid: 4711, measure: 'cpu', value: 1.79, forMs: 1_020_000 },
    { label: 'India', project: null, pid: 4711, measure: 'memory', value: 8_300_000_000, forMs: 1_020_000 },
  ],
  session: (
    [
      ['waiting', 'permission'],
      ['waiting', 'input'],
      ['finished', null],
      ...(['limit', 'overloaded', 'billing', 'other'] as const).map((reason) => ['failed', reason] as const),
    ] as const
  ).flatMap(([status, reason]) => [
    { sessionId: 's', status, reason, project },
    { sessionId: 's', status, reason, project: null },
  ]) as unknown as Samples<AlertParameters>['session'],
  guard: [
    {
      ...{ sessionId: 's', project, level: 'soft', action: 'pause' },
      ...{ tokens: null, costMicroUsd: 43_000_000, budgetMicroUsd: 57_000_000 },
    },
    {
      ...{ sessionId: 's', project, level: 'hard', action: 'stop' },
      ...{ tokens: { used: 43_000_000, limit: 57_000_000 }, costMicroUsd: null, budgetMicroUsd: null },
    },
    {
      ...{ sessionId: 's', project: null, level: 'hard', action: 'warn' },
      ...{ tokens: null, costMicroUsd: 43_000_000, budgetMicroUsd: null },
    },
    {
      ...{ sessionId: 's', project: null, level: 'hard', action: 'warn' },
      ...{ tokens: null, costMicroUsd: null, budgetMicroUsd: 57_000_000 },
    },
  ],
  orphan: some<AlertParameters['orphan']>(
    { label: 'India', name: 'Juliett', pid: 4711, processes: 12, rssBytes: 830_000_000 },
    { label: [null], processes: [1, 2, 3, 100] },
  ),
  'silent-source': [{ grownBytes: 83_000_000, sinceMs: earlierMs }],
  'expiring-logs': some<AlertParameters['expiring-logs']>(
    { sourceLabel: 'India', logs: 12, deletesAtMs: laterMs },
    { logs: [1, 2, 3, 100] },
  ),
  incident: some<AlertParameters['incident']>(
    { page: 'Kilo', service: 'Lima', title: 'Mike', impact: 'major', startedAtMs: earlierMs },
    { impact: ['minor', 'critical'], startedAtMs: [null, laterMs, sampleNowMs] },
  ),
  digest: some<AlertParameters['digest']>(digest, {
    period: ['week'],
    costMicroUsd: [null],
    responses: [0, 1, 2, 3, 100],
  }).concat(
    (['day', 'week'] as const).flatMap((period) => [
      { ...digest, period, since: '2026-04-01', endsAtMs: sampleNowMs, upTo },
      { ...digest, period, since: '2026-04-01', endsAtMs: sampleNowMs + dayMs, upTo },
    ]),
  ) as unknown as Samples<AlertParameters>['digest'],
};

/** At least one set of facts for every kind of problem. */
export const problemSamples: Samples<ProblemParameters> = {
  'ledger-corrupt': [
    { setAsidePath: folder, salvage: { carriedOver: 412, lost: 29, hasRollups: true } },
    ...[0, 1, 2, 3, 100].map((count) => ({
      ...{ setAsidePath: folder, salvage: { carriedOver: count, lost: count, hasRollups: true } },
    })),
    { setAsidePath: folder, salvage: { carriedOver: 412, lost: 0, hasRollups: true } },
    { setAsidePath: folder, salvage: { carriedOver: 412, lost: null, hasRollups: false } },
    { setAsidePath: folder, salvage: null },
  ],
  'ledger-newer': [{ setAsidePath: folder }],
  'ledger-put-back': [{ setAsidePath: folder }, { setAsidePath: null }],
  'ledger-overwritten': (['memory', 'memory-and-copy', 'copy', 'other', 'logs'] as const)
    .map((rebuiltFrom) => ({
      setAsidePath: folder,
      rebuiltFrom,
      copyAgeHours: 13,
    }))
    .concat(
      [null, 0, 1, 2, 3, 100].map((copyAgeHours) => ({
        ...({ setAsidePath: folder, rebuiltFrom: 'memory-and-copy', copyAgeHours: copyAgeHours! } as const),
      })),
    ) as unknown as Samples<ProblemParameters>['ledger-overwritten'],
  'ledger-restored-in-part': [{ keptPath: folder }],
  'ledger-restore-failed': [{ path: folder, detail: 'Echo' }],
  'ledger-write': (
    [
      'disk-full',
      'no-permission',
      'file-in-the-way',
      'link-loop',
      'path-too-long',
      'locked',
      'cannot-open',
      'no-folders-allowed',
    ] as const
  ).map((kind) => ({ folder, failure: { kind } })) as unknown as Samples<ProblemParameters>['ledger-write'],
  'ledger-read-only': [{ folder }],
  'ledger-locked': [
    { folder, hasKey: true },
    { folder, hasKey: false },
  ],
  'ledger-key': [
    { folder, reason: 'invalid' },
    { folder, reason: 'missing' },
  ],
  'ledger-busy': [{ folder }],
  'ledger-missing': [{ folder }],
  'ledger-too-new': [{ folder }],
  'ledger-too-old': [{ folder }],
  'ledger-damaged': [{ folder }],
  'ledger-unusable': [
    { folder, failure },
    { folder, failure: { kind: 'not-a-file', path: '/srv/foxtrot' } },
    ...(
      [
        'disk-full',
        'no-permission',
        'file-in-the-way',
        'link-loop',
        'path-too-long',
        'locked',
        'cannot-open',
        'no-folders-allowed',
      ] as const
    ).map((kind) => ({ folder, failure: { kind } })),
  ],
  'no-sqlite': [{ minNodeVersion: '22.13' }],
  'home-missing': [{ folder }],
  'engine-stopped': [{ detail: 'Echo' }, { detail: null }],
  'expiring-logs': [
    { sourceLabel: 'India', logs: 12, deletesAtMs: sampleNowMs + 13 * 86_400_000, cause: 'failing' },
    { sourceLabel: 'India', logs: 12, deletesAtMs: sampleNowMs, cause: 'paused' },
    { sourceLabel: 'India', logs: 12, deletesAtMs: sampleNowMs + 3_600_000, cause: 'unreadable' },
    ...[1, 2, 3, 100].map((count) => ({
      ...({ sourceLabel: 'India', logs: count, deletesAtMs: sampleNowMs + count * dayMs, cause: 'paused' } as const),
    })),
  ],
  'still-reading': [{ bytesLeft: 83_000_000 }],
  'unreadable-logs': [
    { path: folder, reason: 'no-permission', more: 12 },
    { path: folder, reason: 'error:EBADMSG', more: 0 },
    ...[1, 2, 3, 100].map((more) => ({ path: folder, reason: 'locked', more }) as const),
  ],
  processes: [
    { failure: { kind: 'failed', program: '/bin/ps', exitCode: 13 } },
    { failure: { kind: 'timed-out', program: '/bin/ps', timeoutMs: 17_000 } },
  ],
  'own-cpu': [{ percent: 7.3, budgetPercent: 2.9 }],
  'own-memory': [{ megabytes: 412, budgetMegabytes: 129 }],
  'server-not-started': [{ detail: 'Echo' }],
  'statusline-removed': [{ file: folder }],
  'settings-values': [
    { complaints: [complaint] },
    {
      complaints: [
        { ...complaint, place: null },
        { ...complaint, expected: null },
        { ...complaint, received: 'undefined' },
        { ...complaint, expected: 'never' },
      ],
    },
  ],
  'settings-invalid': [
    { file: folder, setAsideName: 'Golf' },
    { file: folder, setAsideName: null },
  ],
  'settings-unreadable': [{ file: folder }],
  'settings-not-applied': [{ file: folder }],
  'settings-unusable': [{ file: folder }],
  'alert-channel': [
    { channel: 'Golf', failure: { kind: 'unreachable', code: 'ECONNREFUSED' } },
    { channel: 'Golf', failure: { kind: 'refused', status: 413 } },
  ],
  notifications: [{ cause: 'refused' }, { cause: 'no-notify-send' }],
  'no-tray': [{}],
  'tray-hidden': [{}],
  'shortcut-taken': [{ keys: 'Ctrl+K' }],
};
