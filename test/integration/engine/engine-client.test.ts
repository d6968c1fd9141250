import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { createEngineClient, type EngineClient } from '../../../main/node/engine/worker/engine-client.ts';
import { createSender } from '../../../main/node/engine/worker/worker-calls.ts';
import { ignoreEvents } from '../../support/ignore-events.ts';
import type { EngineWorkerData } from '../../../main/node/engine/worker/worker-contract.ts';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
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

/** The data to start a worker on this home with; its answers are checked against the contract. */
function dataOf(home: string): EngineWorkerData {
  const settings = { ...defaultSettings, timeZone: 'UTC' };
  return { home, dataFolder: join(home, 'data'), settings, systemTimeZone: 'UTC', checksAnswers: true };
}

function connect(script: URL, home: string, problems: string[] = [], restMs?: number): EngineClient {
  const logger = {
    info: () => undefined,
    warn: (text: string) => void problems.push(text),
    error: (text: string) => void problems.push(text),
  };
  client = createEngineClient(script, dataOf(home), { logger, ...(restMs !== undefined && { restMs }) });
  return client;
}

/** A worker that records each of its starts and then runs `body`. */
async function writeWorker(folder: string, body: string): Promise<URL> {
  const file = join(folder, 'worker.mjs');
  const note = JSON.stringify(join(folder, 'starts'));
  await writeFile(
    file,
    `import { appendFileSync } from 'node:fs';\nimport { parentPort } from 'node:worker_threads';\nappendFileSync(${note}, 'x');\n${body}`,
  );
  return pathToFileURL(file);
}

/** The code of a worker that answers every call with a snapshot, and then runs `after`. */
const answering = (after: string): string => `
  const snapshot = { schema: 'fuelgauge.snapshot.v1', revision: 1, generatedAtMs: 0, sections: {}, sectionRevisions: {} };
  const change = (baseRevision) => parentPort.postMessage({ type: 'event', name: 'snapshotChanged',
    payload: { baseRevision, revision: baseRevision + 1, generatedAtMs: 0, sections: {} } });
  parentPort.on('message', ({ id, name }) => {
    parentPort.postMessage({ type: 'answer', id, result: { ok: true, value: { ...snapshot } } });
    ${after}
  });`;

describe('the engine on its worker', () => {
  it('answers queries and carries out commands', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const problems: string[] = [];
    const engine = connect(builtWorker, home, problems);
    const revisions: number[] = [];
    engine.onSnapshot(({ revision }) => revisions.push(revision));
    await engine.start();
    const query = { by: 'day', split: 'none', since: null, until: null, timeZone: null, source: null } as const;
    expect((await engine.report(query)).totals.events).toBe(1);
    expect((await engine.doctor({ source: null })).sources.map(({ source }) => source)).toContain('claude-code');
    await engine.setPaused(true);
    await waitUntil('the pause', () => engine.snapshot()?.sections.scan.phase === 'paused');
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(problems).toEqual([]);
  });

  it('is started again when it dies', async () => {
    const folder = newFolder();
    const script = await writeWorker(folder, answering(`setTimeout(() => process.exit(7), 20);`));
    const problems: Problem[] = [];
    const engine = connect(script, folder);
    engine.onFatal((problem) => problems.push(problem));
    await engine.start().catch(() => undefined);
    await waitUntil('the end of patience', () => problems.length > 0);
    expect((await readFile(join(folder, 'starts'), 'utf8')).length).toBe(4);
    expect(problems).toEqual([createProblem('engine-stopped', { detail: null })]);
  });

  it('is started again after a rest when it died too often', async () => {
    const folder = newFolder();
    const script = await writeWorker(folder, answering(`setTimeout(() => process.exit(7), 20);`));
    const engine = connect(script, folder, [], 10);
    await engine.start().catch(() => undefined);
    const starts = join(folder, 'starts');
    await waitUntil('the fifth start', async () => (await readFile(starts, 'utf8')).length > 4);
  });

  it('answers an unknown call with an error', async () => {
    const home = newFolder();
    const worker = new Worker(builtWorker, { workerData: dataOf(home) });
    const send = createSender(worker, ignoreEvents);
    try {
      await expect(send('nope')).rejects.toMatchObject({ failure: { kind: 'unknown-call', name: 'nope' } });
      await expect(send('toString')).rejects.toMatchObject({ failure: { kind: 'unknown-call', name: 'toString' } });
      await expect(send('report', { by: 'colour' })).rejects.toMatchObject({ failure: { value: { place: 'by' } } });
      expect(await send('limits', {})).toMatchObject({ rows: [] });
    } finally {
      await worker.terminate();
    }
  });

  it('catches up after a change that it missed', async () => {
    const folder = newFolder();
    // Skips a revision: 1 is known, 2 never comes, 3 is announced.
    const script = await writeWorker(folder, answering(`if (name === 'start') { snapshot.revision = 3; change(2); }`));
    const problems: string[] = [];
    const engine = connect(script, folder, problems);
    const revisions: number[] = [];
    engine.onSnapshot(({ revision }) => revisions.push(revision));
    await engine.start();
    await waitUntil('the third revision', () => engine.snapshot()?.revision === 3);
    expect(revisions.at(-1)).toBe(3);
    expect(problems).toEqual([]);
  });

  it('keeps nothing from an engine that died', async () => {
    const folder = newFolder();
    const script = await writeWorker(
      folder,
      answering(`if (name === 'start') { change(1); snapshot.revision = 2; setTimeout(() => process.exit(1), 20); }`),
    );
    const engine = connect(script, folder);
    const revisions: number[] = [];
    engine.onSnapshot(({ revision }) => revisions.push(revision));
    await engine.start().catch(() => undefined);
    await waitUntil('the second engine', () => revisions.filter((revision) => revision === 1).length > 1);
    expect(engine.snapshot()?.revision).toBeLessThanOrEqual(2);
  });

  it('reports immediately why it cannot even start', async () => {
    const folder = newFolder();
    const cause = createProblem('ledger-unusable', { folder, failure: { kind: 'disk-full' } });
    const script = await writeWorker(
      folder,
      `parentPort.postMessage({ type: 'event', name: 'cannotStart', payload: ${JSON.stringify(cause)} });\nthrow new Error('x');`,
    );
    const problems: Problem[] = [];
    const engine = connect(script, folder);
    engine.onFatal((problem) => problems.push(problem));
    await expect(engine.start()).rejects.toThrow('stopped');
    await waitUntil('the cause', () => problems.length > 0);
    expect(problems).toEqual([cause]);
  });
});
