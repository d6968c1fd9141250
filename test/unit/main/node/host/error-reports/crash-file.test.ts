import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCrashKeeper } from '../../../../../../main/node/host/error-reports/crash-file.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const firstMs = Date.parse('2026-05-01T14:00:00Z');

it('leaves a file of each of the last crashes, which names nobody', async () => {
  const dataFolder = makeFolder();
  let nowMs = firstMs;
  const keep = createCrashKeeper({ dataFolder, version: '1.2.3', nowMs: () => nowMs });
  for (let crash = 0; crash < 7; crash++) {
    await keep('uncaught exception', new Error(`cannot read '/home/ada/secret ${crash}'`));
    nowMs += 1_000;
  }
  const folder = join(dataFolder, 'crashes');
  const names = readdirSync(folder).sort();
  expect(names).toEqual([2, 3, 4, 5, 6].map((crash) => `${firstMs + crash * 1_000}.json`));
  const text = readFileSync(join(folder, names[0]!), 'utf8');
  expect(text).not.toMatch(/ada|secret|home/);
  expect(JSON.parse(text)).toMatchObject({
    schema: 'fuelgauge.crash.v1',
    at: '2026-05-01T14:00:02.000Z',
    version: '1.2.3',
    what: 'uncaught exception',
    error: { name: 'Error', message: 'cannot read <text>' },
  });
  expect(statSync(join(folder, names[0]!)).mode & 0o777).toBe(0o600);
});

it('fails silently where it cannot write', async () => {
  const dataFolder = join(makeFolder(), 'file');
  writeFileSync(dataFolder, '');
  await createCrashKeeper({ dataFolder, version: '1', nowMs: () => 1 })('x', new Error('y'));
});
