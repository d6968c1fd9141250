import { openAlertFile } from '../../../main/node/host/alerts/alert-file.ts';
import { toHostEngine } from '../../../main/node/host/engine/host-engine.ts';
import { createHost } from '../../../main/node/host/host.ts';
import { messages } from '../../../main/node/host/messages.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { AlertChannel, Notice } from '../../../shared/ports/alert-channel.ts';
import { readSettings } from '../../../main/node/host/settings/read-only-settings.ts';
import { createFakeEngine, nowMs } from '../../fakes/cli-host.ts';
import { makeReading } from '../make-reading.ts';
import { createRecordingLogger } from '../recording-logger.ts';

/**
 * A host whose engine publishes these percentages of a window, one after another: `<data folder> <percent>…`. Prints
 * what its own channel, its log and its problems have in the end, as JSON.
 */
const [dataFolder = '', ...percents] = process.argv.slice(2);
const logger = createRecordingLogger();
const notices: Notice[] = [];
const screen: AlertChannel = {
  name: 'screen',
  problemId: null,
  async deliver({ notice }) {
    notices.push(notice);
    return ok(null);
  },
};
const engine = createFakeEngine();
const host = createHost({
  engine: toHostEngine(engine),
  settings: await readSettings(dataFolder, { notifications: true }),
  alerts: {
    file: await openAlertFile(`${dataFolder}/alerts.json`, logger),
    messages,
    channels: [{ channel: screen, isOn: ({ notifications }) => notifications }],
  },
  readSystemTimeZone: () => 'UTC',
  nowMs: () => nowMs,
  logger,
});
for (const percent of percents) {
  const reading = makeReading({ usedPercent: Number(percent), resetsAtMs: nowMs + 3_600_000, observedAtMs: nowMs });
  const { scan } = host.view.current().sections;
  engine.change({
    scan: { ...scan, phase: 'watching' },
    limits: {
      forecasts: [],
      windows: [{ ...reading, trustedUntilMs: nowMs + 600_000, runsOutAtMs: null, pace: null }],
    },
  });
}
await host.stop();
// When nothing is left to do, every channel has answered.
process.once('beforeExit', () => {
  const problems = host.view.current().sections.health.problems.map(({ id }) => id);
  process.stdout.write(JSON.stringify({ notices, log: logger.lines, problems }));
});
