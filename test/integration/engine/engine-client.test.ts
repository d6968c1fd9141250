import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { createEngineClient, type EngineClient } from '../../../main/node/engine/engine-client.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const builtWorker = pathToFileURL(join(repositoryRoot, 'dist', 'main', 'engine-worker.js'));
let client: EngineClient | null = null;

afterEach(async () => {
  await client?.stop();
  client = null;
});

function connect(script: URL, home: string, problems: string[] = []): EngineClient {
  client = createEngineClient(
    script,
    { home, dataFolder: join(home, 'data'), settings: { ...defaultSettings, timeZone: 'UTC' }, systemTimeZone: 'UTC' },
    { info: () => undefined, warn: (text) => problems.push(text), error: (text) => problems.push(text) },
  );
  return client;
}

/** A worker that notes each of its starts and then does what `body` says. */
async function writeWorker(folder: string, body: string): Promise<URL> {
  const file = join(folder, 'worker.mjs');
  const note = JSON.stringify(join(folder, 'starts'));
  await writeFile(
    file,
    `import { appendFileSync } from 'node:fs';\nimport { parentPort } from 'node:worker_threads';\nappendFileSync(${note}, 'x');\n${body}`,
  );
  return pathToFileURL(file);
}

const snapshotEvent = `parentPort.postMessage({ type: 'event', name: 'snapshot', payload: { schema: 'fuelgauge.snapshot.v1', revision: 1 } });`;

describe('the engine on its worker', () => {
  it('answers questions and follows orders', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const problems: string[] = [];
    const engine = connect(builtWorker, home, problems);
    const revisions: number[] = [];
    engine.onSnapshot(({ revision }) => revisions.push(revision));
    await engine.start();
    const query = { by: 'day', split: 'none', since: null, until: null, timeZone: null, source: null } as const;
    expect((await engine.report(query)).totals.events).toBe(1);
    expect((await engine.doctor()).sources.map(({ source }) => source)).toContain('claude-code');
    engine.setPaused(true);
    await waitUntil('the pause', () => engine.snapshot()?.sections.scan.phase === 'paused');
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(problems).toEqual([]);
  });

  it('is started again when it dies', async () => {
    const folder = newFolder();
    const script = await writeWorker(
      folder,
      `${snapshotEvent}\nparentPort.once('message', () => setTimeout(() => process.exit(7), 20));`,
    );
    const sentences: string[] = [];
    const engine = connect(script, folder);
    engine.onFatal((sentence) => sentences.push(sentence));
    await engine.start().catch(() => undefined);
    await waitUntil('the end of patience', () => sentences.length > 0);
    expect((await readFile(join(folder, 'starts'), 'utf8')).length).toBe(4);
    expect(sentences).toEqual(['Fuelgauge cannot read the logs: its engine ended again and again.']);
  });

  it('says at once why it cannot even start', async () => {
    const folder = newFolder();
    const script = await writeWorker(folder, `throw new Error('There is no room for a ledger.');`);
    const sentences: string[] = [];
    const engine = connect(script, folder);
    engine.onFatal((sentence) => sentences.push(sentence));
    await expect(engine.start()).rejects.toThrow('stopped');
    await waitUntil('the sentence', () => sentences.length > 0);
    expect(sentences).toEqual(['There is no room for a ledger.']);
  });
});
