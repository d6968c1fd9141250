import type { AlertParameters } from '../../shared/domain/alert-intent.ts';
import type { ProblemParameters } from '../../shared/domain/problem.ts';

/*
 * Facts for messages. Free texts begin with a capital or a slash, words that stand for a choice do not.
 */

/** The moment at which the samples are told. */
export const sampleNowMs = Date.parse('2026-05-01T12:00:00Z');
const laterMs = sampleNowMs + 133 * 60_000;
const earlierMs = sampleNowMs - 133 * 60_000;
const folder = '/srv/alpha';
const project = '/home/me/Bravo';
const subject = { kind: 'limit', windowMinutes: 4_320, scope: '3d', label: 'Delta' } as const;
const failure = { kind: 'other', detail: 'Echo' } as const;

type Samples<Parameters> = { readonly [Kind in keyof Parameters]: readonly [Parameters[Kind], ...Parameters[Kind][]] };

/** At least one set of facts for every kind of alert. */
export const alertSamples: Samples<AlertParameters> = {
  threshold: [{ subject, thresholdPercent: 75, usedPercent: 78.4, resetsAtMs: laterMs }],
  'runs-out': [
    { subject, usedPercent: 61, runsOutAtMs: laterMs, resetsAtMs: laterMs + 7_380_000, probability: 0.47 },
    { subject: { kind: 'block' }, usedPercent: 61, runsOutAtMs: laterMs, resetsAtMs: laterMs, probability: null },
  ],
  depleted: [{ subject, resetsAtMs: laterMs }],
  restored: [{ subject }],
  spend: [{ period: 'month', costMicroUsd: 40_000_000, budgetMicroUsd: 50_000_000, thresholdPercent: 80 }],
  burn: [{ tokensPerHour: 9_000_000, typicalTokensPerHour: 3_000_000, project, sessionId: 'd0e1f2a3', pid: 4_242 }],
  anomaly: (['session', 'project', 'model', 'sidechain', 'cache-rebuilt', 'unknown'] as const).map((cause) => ({
    anomaly: 'day' as const,
    tokens: 9_000_000,
    usualTokens: 1_500_000,
    cause,
    causeName: cause === 'model' ? 'Golf' : project,
    causeShare: 0.83,
  })) as unknown as Samples<AlertParameters>['anomaly'],
  allowance: [
    {
      ...{ change: 'plan', fromPlan: 'Golf', toPlan: 'Hotel', subject: null, ratio: null },
      ...{ pairsBefore: null, pairsAfter: null, sinceMs: earlierMs },
    },
    {
      ...{ change: 'allowance', fromPlan: null, toPlan: null, subject, ratio: 0.63 },
      ...{ pairsBefore: 48, pairsAfter: 29, sinceMs: earlierMs },
    },
  ],
  'busy-agent': [
    { label: 'India', project, pid: 4711, measure: 'cpu', value: 1.79, forMs: 1_020_000 },
    { label: 'India', project: null, pid: 4711, measure: 'memory', value: 8_300_000_000, forMs: 1_020_000 },
  ],
  session: [{ sessionId: 's', status: 'waiting', reason: 'permission', project }],
  guard: [
    {
      ...{ sessionId: 's', project, level: 'soft', action: 'pause' },
      ...{ tokens: null, costMicroUsd: 43_000_000, budgetMicroUsd: 57_000_000 },
    },
    {
      ...{ sessionId: 's', project, level: 'hard', action: 'stop' },
      ...{ tokens: { used: 43_000_000, limit: 57_000_000 }, costMicroUsd: null, budgetMicroUsd: null },
    },
  ],
  orphan: [{ label: 'India', name: 'Juliett', pid: 4711, processes: 12, rssBytes: 830_000_000 }],
  'silent-source': [{ grownBytes: 83_000_000, sinceMs: earlierMs }],
  'expiring-logs': [{ sourceLabel: 'India', logs: 12, deletesAtMs: laterMs }],
  incident: [{ page: 'Kilo', service: 'Lima', title: 'Mike', impact: 'major', startedAtMs: earlierMs }],
  digest: [{ period: 'day', tokens: 9_000_000, responses: 412, costMicroUsd: 43_000_000 }],
};

/** At least one set of facts for every kind of problem. */
export const problemSamples: Samples<ProblemParameters> = {
  'ledger-corrupt': [
    { setAsidePath: folder, salvage: { carriedOver: 412, lost: 29, hasRollups: true } },
    { setAsidePath: folder, salvage: { carriedOver: 412, lost: null, hasRollups: false } },
    { setAsidePath: folder, salvage: null },
  ],
  'ledger-newer': [{ setAsidePath: folder }],
  'ledger-put-back': [{ setAsidePath: folder }, { setAsidePath: null }],
  'ledger-overwritten': (['memory', 'memory-and-copy', 'copy', 'other', 'logs'] as const).map((rebuiltFrom) => ({
    setAsidePath: folder,
    rebuiltFrom,
    copyAgeHours: 13,
  })) as unknown as Samples<ProblemParameters>['ledger-overwritten'],
  'ledger-restored-in-part': [{ keptPath: folder }],
  'ledger-restore-failed': [{ path: folder, detail: 'Echo' }],
  'ledger-write': (
    ['disk-full', 'no-permission', 'file-in-the-way', 'link-loop', 'path-too-long', 'locked', 'cannot-open'] as const
  ).map((kind) => ({ folder, failure: { kind } })) as unknown as Samples<ProblemParameters>['ledger-write'],
  'ledger-read-only': [{ folder }],
  'ledger-locked': [{ folder, hasKey: true }],
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
  ],
  'no-sqlite': [{ minNodeVersion: '22.13' }],
  'home-missing': [{ folder }],
  'engine-stopped': [{ detail: 'Echo' }],
  'expiring-logs': [
    { sourceLabel: 'India', logs: 12, deletesAtMs: sampleNowMs + 13 * 86_400_000, cause: 'failing' },
    { sourceLabel: 'India', logs: 12, deletesAtMs: sampleNowMs, cause: 'paused' },
  ],
  'still-reading': [{ bytesLeft: 83_000_000 }],
  'unreadable-logs': [
    { path: folder, reason: 'no-permission', more: 12 },
    { path: folder, reason: 'error:EBADMSG', more: 0 },
  ],
  processes: [
    { failure: { kind: 'failed', program: '/bin/ps', exitCode: 13 } },
    { failure: { kind: 'timed-out', program: '/bin/ps', timeoutMs: 17_000 } },
  ],
  'own-cpu': [{ percent: 7.3, budgetPercent: 2.9 }],
  'own-memory': [{ megabytes: 412, budgetMegabytes: 129 }],
  'server-not-started': [{ detail: 'Echo' }],
  'statusline-removed': [{ file: folder }],
  'settings-values': [{ complaints: [{ setting: 'Golf', place: 'Hotel', expected: 'India', received: 'Juliett' }] }],
  'settings-invalid': [{ file: folder, setAsideName: 'Golf' }],
  'settings-unreadable': [{ file: folder }],
  'settings-not-applied': [{ file: folder }],
  'settings-unusable': [{ file: folder }],
  'alert-channel': [
    { channel: 'Golf', failure: { kind: 'unreachable', code: 'ECONNREFUSED' } },
    { channel: 'Golf', failure: { kind: 'refused', status: 413 } },
  ],
  notifications: [{ cause: 'refused' }],
  'no-tray': [{}],
  'tray-hidden': [{}],
  'shortcut-taken': [{ keys: 'Ctrl+K' }],
};
