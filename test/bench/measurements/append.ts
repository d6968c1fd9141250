import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createEngineClient, type EngineClient } from '../../../main/node/engine/worker/engine-client.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { claudeLine } from '../../support/agent-logs.ts';
import { createRandom } from '../corpus/random.ts';
import { toFigure } from '../lib/figure.ts';
import type { Measurement } from '../lib/measurement.ts';
import { toQuantile } from '../lib/statistics.ts';
import { createWatchedHome } from '../lib/watched-home.ts';

const patienceMs = 10_000;

/** From a line in a log to the snapshot that shows it, on the thread that would draw it. */
export const append: Measurement = {
  name: 'append',
  title: 'From one appended line to its snapshot, with the engine on its worker watching 2,000 files',
  needsDesktop: false,
  async measure(bench) {
    const { home, files } = createWatchedHome(bench);
    const client = createEngineClient(
      pathToFileURL(join(bench.appFolder, 'dist', 'main', 'engine-worker.js')),
      {
        home,
        dataFolder: bench.newFolder(),
        settings: { ...defaultSettings, timeZone: 'UTC' },
        checksAnswers: false,
        systemTimeZone: 'UTC',
      },
      { logger: { info: () => undefined, warn: bench.say, error: bench.say } },
    );
    await client.start();
    const random = createRandom('append');
    const times: number[] = [];
    try {
      for (let id = 1; id <= (bench.size === 'full' ? 500 : 50); id++) {
        await delay(random.below(60));
        const before = countEvents(client.snapshot());
        const shown = waitForEvents(client, before + 1);
        const startedAt = performance.now();
        appendFileSync(random.pick(files), claudeLine({ id, atMs: Date.now(), session: `appended-${id % 7}` }));
        times.push((await shown) - startedAt);
      }
    } finally {
      await client.stop();
    }
    return [
      toFigure('files', 'count', files.length),
      toFigure('appended lines', 'count', times.length),
      ...([0.5, 0.95, 0.99, 1] as const).map((share) =>
        toFigure(share === 1 ? 'longest' : `${share * 100} % within`, 'ms', toQuantile(times, share)),
      ),
    ];
  },
};

/** When the snapshot with this many events arrived; rejects when it does not. */
function waitForEvents(client: EngineClient, events: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`event ${events} did not show`)), patienceMs);
    const unsubscribe = client.onSnapshot((snapshot) => {
      if (countEvents(snapshot) < events) return;
      clearTimeout(timer);
      unsubscribe();
      resolve(performance.now());
    });
  });
}

/** This week's, which all surfaces show immediately. Counts of whole sources may follow a little later. */
function countEvents(snapshot: AppSnapshot | null): number {
  return snapshot?.sections.usage.week.totals.events ?? 0;
}
