import { alertSamples, problemSamples, sampleNowMs } from './message-samples.ts';

/** A message that takes values. */
export type Say = (...values: readonly unknown[]) => unknown;
/** What it is called with. */
export type ArgumentList = readonly unknown[];

const title = { windowMinutes: 4_320, scope: 'Scope', label: 'Delta' };
const side = { usdPerPercent: 1.37, tokensPerPercent: 53_000, pairs: 29, percent: 83 };
const allowance = {
  ...{ before: { ...side, usdPerPercent: 2.91, tokensPerPercent: 97_000, pairs: 48 }, after: side, ratio: 0.47 },
  ...{ isWithPlan: false, isOtherModels: false },
};
const program = { name: 'Golf', pid: 4711, parentPid: 812, startedAtMs: sampleNowMs - 7_980_000, rssBytes: 83_000_000 };
const link = { sessionId: 'Hotel', confidence: 'likely' };
const firstValue = 'threshold' as const;

/** What a message is called with whose values are no plain texts and numbers. */
export const samples: Readonly<Record<string, readonly ArgumentList[]>> = {
  'units.limitWindow': [[title], [{ ...title, label: null }], [{ ...title, windowMinutes: null }]],
  'units.limitAmount': [
    [412, 'credits'],
    [412, 'usd'],
  ],
  'limits.windowName': [[title]],
  'limits.shortName': [[title], [{ ...title, label: null }]],
  'limits.amount': [['Alpha', 412, 'requests']],
  'limits.amountUsed': [[412, 'tokens']],
  'limits.amountLeft': [[412, 'tokens']],
  'limits.rowTitle': [[['Alpha', null, 'Bravo.']]],
  'limits.spoken': [[['Alpha', null, 'Bravo']]],
  'limits.usedAndLeft': [['Alpha', 'Bravo']],
  'blocks.countLimit': [
    [412, 'requests'],
    [412, 'tokens'],
  ],
  'cli.guard.installed': [[true], [false]],
  'usage.tokenClass': [[412, 'cacheReadTokens']],
  'usage.tokensByClass': [[412, ['Alpha', 'Bravo']]],
  'usage.ofUsualDayTitle': [['Alpha', 21]],
  'tray.today': [[9_000_000, 43_000_000, { code: 'USD', perUsd: 1 }]],
  'tray.ofAgent': [['Codex', 'weekly limit used up']],
  'tray.runsOut': [[title, 7_980_000]],
  'tray.mayRunOut': [[title, 0.97]],
  'tray.usedUp': [[title, 7_980_000]],
  'units.apiEquivalent': [[43_000_000, { code: 'USD', perUsd: 1 }]],
  'activity.sessions.terminal': [
    [{ outcome: 'shown', terminal: 'kitty', attach: null }],
    [{ outcome: 'selected', terminal: 'wezterm', attach: null }],
    [{ outcome: 'refused', terminal: 'tmux', attach: null }],
    [{ outcome: 'detached', terminal: 'tmux', attach: 'tmux attach -t Alpha' }],
  ],
  'alerts.delivery': [['Alpha', 'sent']],
  'alerts.firedTimes': [[firstValue, 412]],
  'alerts.untried': [[[firstValue]]],
  'apps.off': [['sites']],
  'apps.category': [['chat']],
  'apps.failure': [['firefox', 'too-large']],
  'apps.note': [['2026-05-13'], [null]],
  'settings.activity.ratesHint': [['2026-05-13'], [null]],
  'settings.server.describeToken': [[['read', 'ingest'], 'Alpha']],
  'settings.changes.file.describeComplaint': [
    [{ place: 'Alpha', expected: 'Bravo', received: 'Charlie', setting: 'x' }, 'Delta'],
  ],
  'settings.cost.describePrices': [
    [
      [
        ['Alpha', '$2'],
        ['Bravo', '$8'],
      ],
    ],
  ],
  'diagnosis.tallies': [[['3 Alpha', '4 Bravo']]],
  'settings.monitoring.retentions': [['forever'], [412]],
  'settings.monitoring.cadence': [['auto'], [17]],
  'history.chart.title': [['cost', 'week']],
  'history.chart.summary.total': [['Alpha', 29, 412, 'day']],
  'history.chart.summary.hidden': [[412, 'month']],
  'processView.facts.member': [
    [{ ...program, ports: [{ port: 8377 }] }, sampleNowMs],
    [{ ...program, ports: null }, sampleNowMs],
  ],
  'processView.facts.origin': [
    [link, sampleNowMs - 7_980_000, sampleNowMs],
    [null, null, sampleNowMs],
  ],
  'reconcile.meaning': [['Alpha', 'not-in-log']],
  'explainRules.capacity': [[{ usdPerPercent: 1.37, interval: { low: 1.13, high: 1.79 }, pairs: 29 }]],
  'explainRules.allowance': [
    [allowance, 'Alpha'],
    [{ ...allowance, isWithPlan: true }, 'Alpha'],
    [{ ...allowance, isOtherModels: true }, 'Alpha'],
  ],
  'explainRules.baseline': [[{ unit: 'Alpha', p90: 'Bravo', interval: 'Charlie', range: 'Delta', blocks: 'Echo' }]],
  'explainForecast.record': [[{ forecasts: 412, medianApe: 0.17, coverage80: 0.79 }]],
  'failures.read': [['too-deep'], ['error:EBADMSG']],
  'failures.probe': [[{ kind: 'failed', program: '/bin/ps', exitCode: 13 }]],
  'failures.call': [
    [{ kind: 'failed', name: 'Alpha', about: 'usage', detail: 'Bravo' }],
    [{ kind: 'unknown-source', source: 'Alpha', known: ['Bravo', 'Charlie'] }],
    [
      {
        kind: 'invalid-argument',
        name: 'Alpha',
        value: { place: 'Bravo', received: 'Charlie', expected: 'Delta', rule: null },
      },
    ],
    [
      {
        kind: 'invalid-argument',
        name: 'Alpha',
        value: { place: 'Bravo', received: 'Charlie', expected: null, rule: 'day' },
      },
    ],
  ],
  'failures.settings': [
    [{ kind: 'login-item-file-not-written', file: '/srv/alpha', code: 'EROFS' }],
    [{ kind: 'read-only' }],
  ],
  'failures.channel': [[{ kind: 'refused', status: 413 }], [{ kind: 'expired' }]],
  'failures.statusline': [['not-json']],
  ...Object.fromEntries(
    Object.entries(alertSamples).map(([kind, facts]) => [
      `notifications.${kind}`,
      facts.map((parameters) => [
        { kind, key: 'k', source: null, parameters },
        { sourceLabel: 'November', nowMs: sampleNowMs },
      ]),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(problemSamples).map(([id, facts]) => [
      `problems.${id}`,
      facts.map((parameters) => [parameters, sampleNowMs]),
    ]),
  ),
};

/** Values of a kind, another for each parameter. Numbers are lengths of time of several hours, too. */
const values = {
  text: ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'],
  number: [7_380_000, 11_220_000, 18_300_000, 26_340_000, 33_060_000],
  list: [['Golf'], ['Hotel'], ['India'], ['Juliett'], ['Kilo']],
} as const;

/** The first combination of texts, numbers and lists that both can say; none where they take something else. */
export function toArguments(message: Say, translated: Say): readonly ArgumentList[] {
  const kinds = ['text', 'number', 'list'] as const;
  for (let code = 0; code < kinds.length ** message.length; code += 1) {
    const list = Array.from({ length: message.length }, (_, place) => {
      const kind = kinds[Math.floor(code / kinds.length ** place) % kinds.length]!;
      return values[kind][place];
    });
    try {
      if (isSound(toText(message(...list))) && isSound(toText(translated(...list)))) return [list];
    } catch {
      // Takes other values.
    }
  }
  return [];
}

/** Whether a sentence has no trace of a missing value. */
export function isSound(text: string): boolean {
  return text.trim() !== '' && !/undefined|NaN|ليس\sرقم|\[object|∞|\bA, l, p/.test(text);
}

/** A sentence, or the sentences of an answer with several. */
export function toText(said: unknown): string {
  if (said === null) return '–';
  return typeof said === 'object' ? Object.values(said).map(toText).join(' ') : String(said);
}

/** Every text and function of a catalogue by its path. */
export function toLeaves(group: object, prefix = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [name, value] of Object.entries(group) as [string, unknown][]) {
    if (typeof value === 'object' && value !== null) {
      for (const [path, leaf] of toLeaves(value, `${prefix}${name}.`)) leaves.set(path, leaf);
    } else leaves.set(`${prefix}${name}`, value);
  }
  return leaves;
}
