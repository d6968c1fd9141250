import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCrashes } from '../../../main/node/host/error-reports/read-crashes.ts';
import { createWorkerEngine } from '../../../main/node/host/engine/worker-engine.ts';
import { noLedgerKeys } from '../../../main/node/secrets/ledger-key.ts';
import { createProblem } from '../../../shared/domain/problem.ts';
import { silentLogger } from '../../../shared/ports/logger.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();

/** Starts an engine whose worker is this code, and waits for its end; returns its data folder. */
async function runToEnd(code: string): Promise<string> {
  const folder = newFolder();
  const file = join(folder, 'worker.mjs');
  await writeFile(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
  const dataFolder = join(folder, 'data');
  const engine = createWorkerEngine(pathToFileURL(file), {
    ...{ home: folder, dataFolder, settings: defaultSettings, ledgerKeys: noLedgerKeys },
    ...{ checksAnswers: true, logger: silentLogger },
  });
  let hasEnded = false;
  engine.onFatal(() => (hasEnded = true));
  await engine.start('watching').catch(() => undefined);
  await waitUntil('the end', () => hasEnded);
  return dataFolder;
}

describe('an engine on its worker that dies', () => {
  it('leaves a file that says where, and names nothing', async () => {
    const dataFolder = await runToEnd(`
      function readZebra() { throw new TypeError("cannot read '/home/ada/zebra' of zebra/fish"); }
      readZebra();`);
    await waitUntil('the file', async () => (await readCrashes(dataFolder)).length > 0);
    const [crash] = await readCrashes(dataFolder);
    expect(crash).toMatchObject({ what: 'engine', error: { name: 'TypeError', message: 'cannot read <text>' } });
    expect(crash?.error.frames[0]).toBe('readZebra worker.mjs:3');
  });

  it('leaves none where it has said why it cannot start', async () => {
    const problem = createProblem('ledger-missing', { folder: '/data' });
    const dataFolder = await runToEnd(`
      parentPort.postMessage({ type: 'event', name: 'cannotStart', payload: ${JSON.stringify(problem)} });
      throw new Error('x');`);
    expect(await readCrashes(dataFolder)).toEqual([]);
  });
});
