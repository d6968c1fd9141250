import { appendFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openAlertFile } from '../../../main/node/host/alerts/alert-file.ts';
import { toHostEngine } from '../../../main/node/host/engine/host-engine.ts';
import { createHost } from '../../../main/node/host/host.ts';
import { messages } from '../../../main/node/host/messages.ts';
import { readSettings } from '../../../main/node/host/settings/read-only-settings.ts';
import { hourMs } from '../../../shared/domain/instant.ts';
import { ok } from '../../../shared/lib/result.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { useEngines } from '../../support/engines.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const createFolder = useTemporaryFolders();
const engines = useEngines();
const blockTokens = 100_000;

it.each([6, -6])('repeats no alert of a block when the clock jumps by %i hours and back', async (hours) => {
  const home = createFolder();
  let offsetMs = 0;
  const clock = { nowMs: () => Date.now() + offsetMs };
  let id = 0;
  const toLine = (percent: number): string => {
    const input = (percent * blockTokens) / 100;
    return claudeLine({ id: ++id, atMs: clock.nowMs(), input, output: 0, cacheRead: 0, cacheWrite1h: 0 });
  };
  await writeLog(claudeFile(home), toLine(60));

  const settings = await readSettings(join(home, 'data'), {
    timeZone: 'UTC',
    notifications: true,
    thresholdsPercent: [75, 90],
    plan: 'custom',
    customBlockLimit: { unit: 'tokens', value: blockTokens },
  });
  const titles: string[] = [];
  const logger = createRecordingLogger();
  const host = createHost({
    engine: toHostEngine(engines.open(home, { clock, settings: settings.get() })),
    settings,
    alerts: {
      file: await openAlertFile(join(home, 'alerts.json'), logger),
      messages,
      channels: [
        {
          channel: {
            name: 'test',
            problemId: null,
            async deliver({ notice }) {
              titles.push(notice.title);
              return ok(null);
            },
          },
          isOn: () => true,
        },
      ],
    },
    readSystemTimeZone: () => 'UTC',
    nowMs: clock.nowMs,
    logger,
  });
  const use = async (percent: number, sum: number): Promise<void> => {
    await appendFile(claudeFile(home), toLine(percent));
    // The kernel gives the file the time of its own clock.
    await utimes(claudeFile(home), clock.nowMs() / 1_000, clock.nowMs() / 1_000);
    await waitUntil(`a block at ${sum} %`, () => {
      const { blocks, scan } = host.view.current().sections;
      return scan.phase === 'watching' && Math.round(blocks[0]?.limit?.usedPercent ?? 0) === sum;
    });
  };
  // Somebody looks, so that every change is shown at once.
  host.clients.connect({ kind: 'glance', isSeen: () => true, send: () => undefined });
  await host.start('watching');
  await use(10, 70);
  await use(10, 80);
  expect(titles).toEqual(['Claude Code: 5-hour block at 80%']);
  offsetMs = hours * hourMs;
  await use(2, 2);
  await use(3, 5);
  offsetMs = 0;
  await use(1, 81);
  await use(1, 82);
  expect(titles).toHaveLength(1);
  await use(10, 92);
  expect(titles.slice(1)).toEqual(['Claude Code: 5-hour block at 92%']);
  await host.stop();
});
