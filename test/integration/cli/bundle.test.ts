import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createCrashKeeper } from '../../../main/node/host/error-reports/crash-file.ts';
import { settingsFileName } from '../../../main/node/host/settings/read-stored.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const settings = { plan: 'zebrafish', extraLogFolders: [{ source: 'codex', path: '/zebrafish/logs' }] };
const usage = { input_tokens: 100, output_tokens: 50, cache_read_input_tokens: 0, cache_creation_input_tokens: 0 };
const row = {
  ...{ type: 'assistant', timestamp: '2026-05-01T10:00:00.000Z', sessionId: 'zebrafish', cwd: '/zebrafish' },
  ...{ requestId: 'req_1', gitBranch: 'zebrafish', message: { id: 'msg_1', model: 'zebrafish-1', usage } },
};

/** A home and a data folder that are full of the same name. */
async function makeFolders(): Promise<{ readonly home: string; readonly data: string; readonly args: string[] }> {
  const [home, data] = [makeFolder(), makeFolder()];
  const logs = path.join(home, '.claude', 'projects', 'zebrafish');
  mkdirSync(logs, { recursive: true });
  writeFileSync(path.join(logs, 'zebrafish.jsonl'), `${JSON.stringify(row)}\n`);
  writeFileSync(path.join(data, settingsFileName), JSON.stringify(settings));
  const keep = createCrashKeeper({ dataFolder: data, version: '1.2.3', nowMs: () => 1_777_000_000_000 });
  await keep('uncaught exception', new Error("no '/home/zebrafish'"));
  return { home, data, args: ['doctor', '--home', home, '--data', data, '--bundle'] };
}

it('writes one archive that names nobody, after all of it was shown, and never over another file', async () => {
  const { data, args } = await makeFolders();
  const file = path.join(data, 'bundle.zip');
  const { code, stdout } = await runCliInProcess([...args, file, '--yes']);
  expect(code).toBe(0);
  for (const name of ['about.json', 'doctor.json', 'settings.json', 'crashes/1.json']) expect(stdout).toContain(name);
  expect(stdout).toMatch(/"events": 1\b/);
  expect(stdout).toContain('no <text>');
  expect(stdout).not.toMatch(/zebrafish/);
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);

  expect(await runCliInProcess([...args, file, '--yes'])).toMatchObject({ code: 1 });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

it('writes nothing where nobody says yes', async () => {
  const { data, args } = await makeFolders();
  const file = path.join(data, 'bundle.zip');
  const { code, stdout } = await runCliInProcess([...args, file]);
  expect(code).toBe(1);
  expect(stdout).toContain('Nothing was written.');
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
});

it('promises no format but its own', async () => {
  const { data, args } = await makeFolders();
  const file = path.join(data, 'bundle.tgz');
  const { code, stderr } = await runCliInProcess([...args, file, '--yes']);
  expect(code).toBe(2);
  expect(stderr).toContain('report.zip');
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
});
