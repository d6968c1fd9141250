import { once } from 'node:events';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createAlertLock } from '../../../main/node/host/alerts/alert-lock.ts';
import { openAlertFile } from '../../../main/node/host/alerts/alert-file.ts';
import { messages } from '../../../main/node/host/messages.ts';
import { openLocalHost } from '../../../main/node/host/open-local-host.ts';
import { readSettings } from '../../../main/node/host/settings/read-only-settings.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { useServers } from '../../support/serve-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();
const serve = useServers();
const blockTokens = 100_000;
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0)) await each();
});

/** A home at 60 % of a block, with a webhook that notes what it is told. */
async function prepare() {
  const folder = makeFolder();
  const told: string[] = [];
  // As receivers do: a host that is killed before it hears the answer sends a second copy with the same key.
  const keys = new Set<unknown>();
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const key = request.headers['idempotency-key'];
      if (!keys.has(key)) told.push((JSON.parse(body) as { title: string }).title);
      keys.add(key);
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  cleanUp.push(() => receiver.close());
  const { port } = receiver.address() as AddressInfo;
  await mkdir(join(folder, 'data'));
  const settings = {
    timeZone: 'UTC',
    thresholdsPercent: [75, 90, 95],
    plan: 'custom',
    customBlockLimit: { unit: 'tokens', value: blockTokens },
    alertChannels: [{ kind: 'webhook', id: 'hook', isOn: true, url: `http://127.0.0.1:${port}/` }],
  };
  await writeFile(join(folder, 'data/settings.json'), JSON.stringify(settings));
  const home = join(folder, 'home');
  let id = 0;
  const toLine = (percent: number): string => {
    const input = (percent * blockTokens) / 100;
    return claudeLine({ id: ++id, atMs: Date.now() - 1_000, input, output: 0, cacheRead: 0, cacheWrite1h: 0 });
  };
  await writeLog(claudeFile(home), toLine(60));
  const use = (percent: number): Promise<void> => appendFile(claudeFile(home), toLine(percent));
  const start = async () => {
    const served = await serve(folder);
    await waitUntil('readiness', async () => (await fetch(`${served.address}/readyz`)).status === 200);
    return served;
  };
  return { folder, home, told, use, start };
}

/** A host in this process, on the same data folder as a server; `shown` is what it shows on its screen. */
async function openHere({ folder, home, isDesktop }: { folder: string; home: string; isDesktop: boolean }) {
  const dataFolder = join(folder, 'data');
  const logger = createRecordingLogger();
  const shown: string[] = [];
  const alerts = {
    file: await openAlertFile(join(dataFolder, 'alerts.json'), logger),
    messages,
    channels: [
      {
        channel: {
          name: 'screen',
          problemId: null,
          deliver: async ({ notice }: { readonly notice: { readonly title: string } }) => {
            shown.push(notice.title);
            return { ok: true as const, value: null };
          },
        },
        isOn: () => true,
      },
    ],
    lock: createAlertLock({ dataFolder, isDesktop, logger }),
  };
  const settings = await readSettings(dataFolder, {});
  const opened = await openLocalHost({ home, dataFolder, overrides: {} }, settings, {
    alerts,
    logger,
    checksAnswers: true,
  });
  if (!opened.ok) throw new Error(opened.error.id);
  cleanUp.push(() => opened.value.stop());
  return { shown, host: opened.value };
}

/** A message whose sender was killed is sent again after some 15 seconds, and the next one waits for it. */
const patienceMs = 45_000;
const at = (percent: number): string => `Claude Code: 5-hour block at ${percent}%`;

describe('hosts on one data folder', () => {
  it('alert once, and the other one goes on when the one that alerts is killed', async () => {
    const { folder, home, told, use, start } = await prepare();
    const first = await start();
    const { host: second } = await openHere({ folder, home, isDesktop: false });
    await second.start('watching');
    await use(20);
    await waitUntil('an alert', () => told.length > 0, patienceMs);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    await use(11);
    await waitUntil('the next alert', () => told.length > 1, patienceMs);
    await use(5);
    await waitUntil('the last alert', () => told.length > 2, patienceMs);
    expect(told).toEqual([at(80), at(91), at(96)]);
    const { rows } = await second.handlers.alerts(undefined);
    expect(rows.slice(0, 2)).toMatchObject([
      { state: 'passed', intent: { parameters: { usedPercent: 96 } } },
      { state: 'passed', intent: { parameters: { usedPercent: 91 } } },
    ]);
  });

  it('leave alerts to the desktop app while it runs', async () => {
    const { folder, home, told, use, start } = await prepare();
    const { address } = await start();
    const isKnownToServer = async (percent: number): Promise<boolean> =>
      (await (await fetch(`${address}/api/snapshot`)).text()).includes(`"usedPercent":${percent}`);
    await use(20);
    await waitUntil('an alert', () => told.length > 0);
    const { shown, host } = await openHere({ folder, home, isDesktop: true });
    await host.start('watching');
    await use(11);
    await waitUntil('the alert on the screen', () => shown.length > 0);
    await waitUntil('the alert of the webhook', () => told.length > 1);
    // It would have told this, too, by the time of the next one.
    await waitUntil('the server to know', () => isKnownToServer(91));
    await use(5);
    await waitUntil('the next alert', () => shown.length > 1 && told.length > 2);
    expect(shown).toEqual([at(91), at(96)]);
    expect(told).toEqual([at(80), at(91), at(96)]);
  });
});
