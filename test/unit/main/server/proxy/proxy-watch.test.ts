import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createProxyStore } from '../../../../../main/server/proxy/proxy-store.ts';
import { createProxyWatch } from '../../../../../main/server/proxy/proxy-watch.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';
import { hang, startWebServer } from '../../../../support/servers/web-server.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';
import { waitUntil } from '../../../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();

it('asks a proxy that does not answer nothing more once it is stopped, so that the server ends at once', async () => {
  const proxy = await startWebServer(hang);
  const dataFolder = makeFolder();
  writeFileSync(join(dataFolder, 'settings.json'), JSON.stringify({ proxy: { address: proxy.address } }));
  const logger = createRecordingLogger();
  const nowMs = () => Date.parse('2026-05-01T12:00:00Z');
  const watch = createProxyWatch({
    ...{ dataFolder, logger, nowMs, store: createProxyStore(dataFolder, nowMs) },
    variables: { FUELGAUGE_SECRET_PROXY: 'sk-1' },
    onNews: () => undefined,
  });
  const asking = watch.refresh();
  await waitUntil('the first question', () => proxy.received.length === 1);
  watch.stop();
  await asking;
  expect([proxy.received.length, logger.lines]).toEqual([1, []]);
});
