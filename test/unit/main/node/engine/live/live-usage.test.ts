import { shippedPrices } from '../../../../../../shared/pricing/list-prices.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noLimitChanges } from '../../../../../../shared/domain/limit-change.ts';
import { createLiveUsage } from '../../../../../../main/node/engine/live/live-usage.ts';
import { createPreferences } from '../../../../../../main/node/engine/preferences.ts';
import type { LedgerChange } from '../../../../../../main/node/engine/ledger/recent-usage.ts';
import { dayMs, floorTo, hourMs, minuteMs, secondMs } from '../../../../../../shared/domain/instant.ts';
import type { LimitReading } from '../../../../../../shared/domain/limit-window.ts';
import type { LogRecord } from '../../../../../../shared/domain/log-record.ts';
import { toPastAnchors } from '../../../../../../shared/limits/block-anchors.ts';
import { everyDay } from '../../../../../../shared/limits/work-week.ts';
import type { AgentProcess } from '../../../../../../shared/domain/agent-process.ts';
import type { UsageEvent } from '../../../../../../shared/domain/usage-event.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import type { Settings } from '../../../../../../shared/settings/schema.ts';
import { usageEvent } from '../../../../../support/ledger-arbitraries.ts';
import { batchOf, changeEvent, readingOf, sampleMs } from '../../../../../support/ledger-samples.ts';
import { ledgerStores } from '../../../../../support/ledger-stores.ts';
import { computeLiveSections } from '../../../../../support/live-oracle.ts';

/** Times of events, in minutes before the first instant: around every boundary of the sections. */
const minutesAgo = [
  0, 1, 2, 4, 5, 6, 30, 59, 60, 61, 119, 299, 300, 301, 700, 1_439, 1_441, 4_300, 12_900, 13_400, -2, -7,
];

const event: fc.Arbitrary<UsageEvent> = fc
  .record({
    event: usageEvent,
    source: fc.constantFrom('claude-code', 'codex'),
    model: fc.constantFrom('claude-opus-4-8', 'gpt-5.5', 'a-model-without-a-price'),
    project: fc.constantFrom(null, '/home/ada/shop', '/home/ada/loom'),
    branch: fc.constantFrom(null, 'main', 'next'),
    minutes: fc.constantFrom(...minutesAgo),
    seconds: fc.integer({ min: 0, max: 90 }),
  })
  .map(({ event: plain, minutes, seconds, ...rest }) =>
    changeEvent(plain, { ...rest, atMs: sampleMs - minutes * minuteMs + seconds * secondMs }),
  );

const reading: fc.Arbitrary<LimitReading> = fc
  .record({
    source: fc.constantFrom('claude-code', 'codex'),
    windowMinutes: fc.constantFrom(300, 10_080, null),
    usedPercent: fc.constantFrom(0, 12.5, 99, 100, null),
    resetsAtMs: fc.constantFrom(null, ...[-90, 7, 130, 290].map((minutes) => sampleMs + minutes * minuteMs + 17)),
    observedAtMs: fc.constantFrom(...[400, 61, 9, 0].map((minutes) => sampleMs - minutes * minuteMs)),
  })
  .map(readingOf);

const records: fc.Arbitrary<readonly LogRecord[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: event.map((value) => ({ kind: 'event' as const, event: value })) },
    { weight: 1, arbitrary: reading.map((value) => ({ kind: 'limit' as const, reading: value })) },
    { weight: 1, arbitrary: fc.constant({ kind: 'lineage' as const, threadId: 'thread-1', parentId: 'thread-2' }) },
  ),
  { minLength: 1, maxLength: 6 },
);

/** What can happen between two updates. */
const step = fc.oneof(
  { weight: 6, arbitrary: records.map((rows) => ({ kind: 'rows' as const, rows })) },
  { weight: 1, arbitrary: records.map((rows) => ({ kind: 'rows of another process' as const, rows })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(1, 4 * 60, 31 * 60, 61 * 60, 301 * 60, 86_400, 9 * 86_400, 40 * 86_400, -60, -7_200, -2 * 86_400)
      .map((seconds) => ({ kind: 'clock' as const, ms: seconds * secondMs + 7 })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati'),
        costMode: fc.constantFrom('auto' as const, 'calculate' as const, 'display' as const),
      })
      .map((settings) => ({ kind: 'settings' as const, settings })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('/home/ada/shop', '/home/ada/loom', null)
      .map((cwd) => ({ kind: 'agent' as const, cwd })),
  },
  { weight: 1, arbitrary: fc.constantFrom(30, 2).map((days) => ({ kind: 'compaction' as const, days })) },
);

const first: Settings = {
  ...defaultSettings,
  timeZone: 'UTC',
  plan: 'custom',
  customBlockLimit: { unit: 'tokens', value: 900_000 },
};

/** The environment of the live sections, with a ledger of the given kind. */
function createScene(createStore: (typeof ledgerStores)[number][1]) {
  const store = createStore();
  const preferences = createPreferences(first, 'UTC', shippedPrices);
  let nowMs = sampleMs;
  let agents: readonly AgentProcess[] = [];
  const live = createLiveUsage({
    ledger: { store: () => store },
    preferences,
    clock: { nowMs: () => nowMs },
    // They stand on sums of their own: see forecasts.test.ts.
    forecasts: {
      block: () => null,
      period: () => null,
      anomalies: () => [],
      limitChanges: () => noLimitChanges,
      limit: () => null,
      expire: () => undefined,
    },
    isComplete: () => true,
    isFailing: () => false,
    refreshRollups: () => undefined,
    readStats: () => store.stats(),
    rootsOf: () => [],
  });
  return {
    live,
    store,
    agents: () => agents,
    act(one: typeof step extends fc.Arbitrary<infer Step> ? Step : never): void {
      const note = (change: LedgerChange): void => live.noteChange(change);
      switch (one.kind) {
        case 'rows':
          return note(store.apply([batchOf(one.rows)]));
        case 'rows of another process':
          store.apply([batchOf(one.rows)]);
          return note('all');
        case 'clock':
          return void (nowMs += one.ms);
        case 'settings':
          preferences.change({ ...first, ...one.settings });
          return live.changePreferences();
        case 'agent':
          agents = [{ ...agent, cwd: one.cwd }];
          return;
        case 'compaction':
          store.compact({ beforeMs: nowMs - one.days * dayMs, maxEvents: 5 });
          // Minute slices become quarter-hour slices; what is shown is the same until it is read again.
          return note('all');
      }
    },
    expected: () =>
      computeLiveSections({
        cells: store.cells({ fromMs: floorTo(nowMs - 9 * dayMs, dayMs), grainMs: minuteMs }),
        readings: store.latestLimitReadings(nowMs),
        pastAnchors: toPastAnchors(
          store.limitReadings({ fromMs: floorTo(nowMs, hourMs) - 9 * dayMs, toMs: nowMs + 1 }),
        ),
        agents,
        settings: preferences.settings(),
        calendar: preferences.calendar(),
        book: preferences.book(),
        week: everyDay,
        nowMs,
        coverageFromMs: 0,
      }),
  };
}

const agent: AgentProcess = {
  agent: 'claude-code',
  label: 'Claude Code',
  category: 'cli',
  pid: 7,
  startedAtMs: sampleMs - 2 * dayMs,
  cwd: null,
  processes: 1,
  cpuRatio: null,
  rssBytes: 1,
  isPaused: false,
  session: null,
};

describe.each(ledgerStores.slice(0, 2))('the live sections (%s)', (_name, createStore) => {
  it('equal a rebuild from scratch, whatever happens in between', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const scene = createScene(createStore);
        for (const one of steps) {
          scene.act(one);
          const { sources: _sources, ...sections } = scene.live.sections(scene.agents());
          expect(sections).toEqual(scene.expected());
        }
        scene.store.close();
      }),
      { numRuns: 300 },
    );
  });

  it('count the events of whole sources as the ledger does', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const scene = createScene(createStore);
        for (const one of steps) {
          scene.act(one);
          scene.live.sections(scene.agents());
        }
        // Counts of older usage may be a few seconds late.
        scene.live.expireCounts();
        const counted = scene.live.sections(scene.agents()).sources.filter(({ events }) => events > 0);
        const stats = scene.store.stats().filter(({ events }) => events > 0);
        expect(counted.map(({ source, events }) => [source, events])).toEqual(
          stats.map(({ source, events }) => [source, events]),
        );
        scene.store.close();
      }),
      { numRuns: 100 },
    );
  });
});
