import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine } from '../../../main/node/engine/engine-api.ts';
import { createEngine } from '../../../main/node/engine/engine.ts';
import { systemClock } from '../../../main/node/system/system-clock.ts';
import { addDays } from '../../../shared/domain/calendar-day.ts';
import { minuteMs } from '../../../shared/domain/instant.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { toSpreadFigure, type Figure } from '../lib/figure.ts';
import { measurePaint } from './main-window-paint.ts';
import type { Bench, Measurement } from '../lib/measurement.ts';
import { toSpread } from '../lib/statistics.ts';

const events = { small: 20_000, full: 1_000_000 } as const;
const linesAtOnce = 20_000;
/** A response every half minute: a million fill a year. */
const stepMs = minuteMs / 2;
/** The app shows the days before today. */
const lastDay = new Date().toISOString().slice(0, 10);

/** The answers to what the views of the main window ask, and what a person sees of it. */
export const mainWindow: Measurement = {
  name: 'main-window',
  title: 'The main window on a ledger of a million responses: the answers it waits for, its first paint, how it moves',
  needsDesktop: true,
  async measure(bench) {
    const home = bench.newHome([]);
    writeLogs(home, events[bench.size]);
    bench.say('reading the logs');
    const created = createEngine({
      host: { platform: 'linux', home, variables: {}, otherHomes: [] },
      dataFolder: join(home, 'data'),
      settings: { ...defaultSettings, timeZone: 'UTC' },
      systemTimeZone: 'UTC',
      clock: systemClock,
      logger: createRecordingLogger(),
      probe: { sample: () => Promise.resolve([]), inspect: () => Promise.resolve([]) },
    });
    if (!created.ok) throw new Error(created.error.id);
    const engine = created.value;
    let answers: readonly Figure[];
    try {
      await engine.start('once');
      answers = measureAnswers(engine, bench);
    } finally {
      await engine.stop();
    }
    return [...answers, ...(await measurePaint(bench, home, join(home, 'data')))];
  },
};

function writeLogs(home: string, count: number): void {
  const lastAtMs = Date.now();
  mkdirSync(dirname(claudeFile(home)), { recursive: true });
  for (let from = 0; from < count; from += linesAtOnce) {
    const lines = Array.from({ length: Math.min(linesAtOnce, count - from) }, (_, index) => {
      const id = from + index;
      const session = `session-${Math.floor(id / 200)}`;
      return claudeLine({ id, atMs: lastAtMs - (count - id) * stepMs, session, project: `/p/${session.length * 7}` });
    });
    appendFileSync(claudeFile(home, `part-${from / linesAtOnce}`), lines.join(''));
  }
}

function measureAnswers(engine: Engine, bench: Bench): readonly Figure[] {
  const span = (days: number) => ({ since: addDays(lastDay, 1 - days), until: lastDay, timeZone: null, source: null });
  const all = { since: null, until: null, timeZone: null, source: null };
  const questions: readonly (readonly [string, () => unknown, number?])[] = [
    ['overview of 30 days', () => engine.overview(span(30)), 300],
    ['overview of all time', () => engine.overview(all)],
    ['days of a year', () => engine.report({ ...span(365), by: 'day', split: 'none' })],
    ['hours of 30 days', () => engine.hours(span(30))],
    ['activity of 30 days', () => engine.activity(span(30))],
    ['activity of all time', () => engine.activity(all)],
    ['sessions of all time', () => engine.report({ ...all, by: 'session', split: 'project' })],
    ['timeline of a session', () => engine.sessionTimeline({ source: 'claude-code', sessionId: 'session-1' })],
    ['cache coach of 30 days', () => engine.cacheCoach(span(30))],
  ];
  return questions.map(([name, ask, atMost]) => {
    const times = Array.from({ length: bench.runs }, () => {
      const startedMs = performance.now();
      ask();
      return performance.now() - startedMs;
    });
    return toSpreadFigure(name, 'ms', toSpread(times), bench.size === 'full' ? atMost : undefined);
  });
}
