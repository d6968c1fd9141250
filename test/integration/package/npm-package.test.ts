import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { isRecordingCoverage } from '../../../build/coverage/folders.ts';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const start = promisify(execFile);
const createFolder = useTemporaryFolders();

/** npm as this system runs it: on Windows it is a script of the shell. */
function runNpm(args: readonly string[], cwd: string): Promise<unknown> {
  return start('npm', [...args], { cwd, shell: process.platform === 'win32' });
}

// A build that measures coverage bundles other modules than the one that is shipped.
const itShipped = it.skipIf(isRecordingCoverage());

itShipped('the npm package installs the command and the script of its threads, without dependencies', async () => {
  const [output, project, home] = [createFolder(), createFolder(), createFolder()];
  const script = join(repositoryRoot, 'build', 'package-npm.ts');
  await start(process.execPath, [script, '--output', output], { cwd: repositoryRoot });
  const [archive = ''] = readdirSync(output);
  expect(archive).toMatch(/^fuelgauge-\d+\.\d+\.\d+\.tgz$/);

  writeFileSync(join(project, 'package.json'), '{"private":true}');
  await runNpm(['install', '--offline', '--no-audit', '--no-fund', join(output, archive)], project);
  const modules = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(modules).toEqual(['fuelgauge']);
  const dist = readdirSync(join(project, 'node_modules', 'fuelgauge', 'dist', 'main'));
  expect(dist).toEqual(['chunks', 'engine-worker.js', 'scan-worker.js']);

  const sbom = JSON.parse(readFileSync(join(project, 'node_modules/fuelgauge/sbom.json'), 'utf8')) as {
    components: { name: string; version: string; licenses?: object[] }[];
  };
  const bundled = sbom.components.map(({ name }) => name);
  expect(bundled).toEqual(
    expect.arrayContaining(['@fontsource-variable/inter', 'commander', 'hono', 'svelte', 'valibot']),
  );
  for (const tool of ['electron', 'eslint', 'typescript', 'vite', 'vitest']) expect(bundled).not.toContain(tool);

  mkdirSync(home, { recursive: true });
  await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
  const command = join(project, 'node_modules', '.bin', 'fuelgauge');
  const args = ['doctor', '--json', '--home', home, '--data', createFolder()];
  const env = { ...process.env, CLAUDE_CONFIG_DIR: undefined };
  const { stdout } = await start(command, args, { env, shell: process.platform === 'win32' });
  const { sources } = JSON.parse(stdout) as { sources: readonly { source: string; files: number }[] };
  expect(sources.find(({ source }) => source === 'claude-code')).toMatchObject({ files: 1 });

  // The line is a file of its own, which an installation copies.
  const line = start(command, ['statusline', '--data', createFolder()], { env, shell: process.platform === 'win32' });
  line.child.stdin?.end('{"model":{"display_name":"Opus"}}');
  expect((await line).stdout).toContain('Opus');
  const installed = ['statusline', 'install', '--yes', '--json', '--home', home, '--data', createFolder()];
  expect(
    JSON.parse((await start(command, installed, { env, shell: process.platform === 'win32' })).stdout),
  ).toMatchObject({
    ok: true,
    value: { state: 'installed' },
  });
});
