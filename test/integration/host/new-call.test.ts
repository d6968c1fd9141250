import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { addCall } from '../../support/additions/add-call.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { copyRepository, editFile } from '../../support/copy-repository.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const atMs = Date.parse('2026-05-01T10:00:00Z');

// That host, worker, fakes and tests compile: compile-additions.test.ts.
describe('adding a call, as ARCHITECTURE.md says', () => {
  const copy = join(makeFolder(), 'repository');
  const home = join(copy, 'home');

  beforeAll(async () => {
    copyRepository(copy);
    addCall(copy);
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs }));
  });

  it('is answered on the command line', async () => {
    const script = join(copy, 'main/cli.ts');
    const args = ['call', 'newest', '--home', home, '--data', join(copy, 'data')];
    const { code, stdout, stderr } = await run(process.execPath, [script, ...args], { env: process.env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ schema: 'fuelgauge.newest.v1', atMs });
  });

  it('is answered by the fakes, and its real answer is tested, without another line', async () => {
    const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
    const suites = ['test/unit/fakes/fake-values', 'test/integration/contract/real-answers'];
    const projects = ['--project', 'unit', '--project', 'integration'];
    const args = [vitest, 'run', ...projects, ...suites, '--reporter', 'verbose', '-t', 'newest|match the contract$'];
    const { code, stdout, stderr } = await run(process.execPath, args, { cwd: copy });
    expect({ code, output: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, output: '' });
    expect(stdout).toMatch(/are an argument and an answer of "newest"/);
    expect(stdout).toMatch(/match the contract/);
  });

  it('is tested with its real answer: one that its schema does not accept fails', async () => {
    editFile(join(copy, 'main/node/engine/answers/answers.ts'), /atMs: newestMs/, 'atMs: String(newestMs) as never');
    const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', '--project', 'integration', 'real-answers', '-t', 'match the contract$'];
    const { code, stdout, stderr } = await run(process.execPath, args, { cwd: copy });
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('"newest" is not what its schema says');
  });
});
