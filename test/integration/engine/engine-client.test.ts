import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { createEngineClient, type EngineClient } from '../../../main/node/engine/engine-client.ts';
import { createCaller, serveCalls } from '../../../main/node/engine/worker-calls.ts';
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
    const problems: Problem[] = [];
    const engine = connect(script, folder);
    engine.onFatal((problem) => problems.push(problem));
    await engine.start().catch(() => undefined);
    await waitUntil('the end of patience', () => problems.length > 0);
    expect((await readFile(join(folder, 'starts'), 'utf8')).length).toBe(4);
    expect(problems).toEqual([createProblem('engine-stopped', { detail: null })]);
  });

  it('asks for a whole snapshot when it has missed a change, and shows the old one until then', async () => {
    const folder = newFolder();
    const snapshot = `{ schema: 'fuelgauge.snapshot.v1', revision: 9, sections: {}, sectionRevisions: {} }`;
    const change = (base: number): string =>
      `parentPort.postMessage({ type: 'event', name: 'snapshot', payload: { baseRevision: ${base}, revision: ${base + 1}, sections: {} } });`;
    const script = await writeWorker(
      folder,
      `parentPort.postMessage({ type: 'event', name: 'snapshot', payload: { ...${snapshot}, revision: 1 } });
      // Revision 2 is never told.
      ${change(2)}
      ${change(3)}
      let asked = 0;
      parentPort.on('message', ({ id, name }) => {
        if (name === 'snapshot') asked += 1;
        const value = name === 'snapshot' ? { ...${snapshot}, revision: 8 + asked } : null;
        parentPort.postMessage({ type: 'answer', id, ok: true, value });
        if (name === 'snapshot') ${change(9)}
      });`,
    );
    const engine = connect(script, folder);
    const revisions: number[] = [];
    engine.onSnapshot(({ revision }) => revisions.push(revision));
    await engine.start();
    await waitUntil('the newest snapshot', () => engine.snapshot()?.revision === 10);
    expect(revisions).toEqual([1, 9, 10]);
  });

  it('refuses calls that the worker does not know', async () => {
    const { port1, port2 } = new MessageChannel();
    serveCalls(port1, { twice: (value: number) => 2 * value });
    const call = createCaller(port2 as unknown as Worker, () => undefined);
    expect(await call('twice', 21)).toBe(42);
    await expect(call('thrice', 21)).rejects.toThrow('the engine has no call named "thrice"');
    await expect(call('toString')).rejects.toThrow('the engine has no call named "toString"');
    port1.close();
  });

  it('says at once why it cannot even start', async () => {
    const folder = newFolder();
    const cause = createProblem('ledger-unusable', { folder, failure: { kind: 'disk-full' } });
    const script = await writeWorker(
      folder,
      `parentPort.postMessage({ type: 'event', name: 'fatal', payload: ${JSON.stringify(cause)} });\nthrow new Error('x');`,
    );
    const problems: Problem[] = [];
    const engine = connect(script, folder);
    engine.onFatal((problem) => problems.push(problem));
    await expect(engine.start()).rejects.toThrow('stopped');
    await waitUntil('the cause', () => problems.length > 0);
    expect(problems).toEqual([cause]);
  });
});
