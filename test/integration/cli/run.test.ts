import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { runBuiltCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();

/** A home with a session before the run, and lines that the command of the run logs in its folder and elsewhere. */
function makeHome() {
  // Agents log the real path of the folder that they run in.
  const home = realpathSync(createFolder());
  const file = claudeFile(home);
  mkdirSync(dirname(file), { recursive: true });
  const line = (id: number, project: string, session: string): string =>
    claudeLine({ id, atMs: Date.now() - 1_000 * (10 - id), project, session, input: 100 * id });
  writeFileSync(file, line(1, home, 'session-1'));
  const news = join(home, 'news');
  writeFileSync(
    news,
    line(2, home, 'session-1') + line(3, join(home, 'packages/a'), 'session-2') + line(4, '/elsewhere', 'session-3'),
  );
  const folders = ['--home', home, '--data', join(home, 'data')];
  return {
    home,
    file,
    news,
    run: (...args: readonly string[]) => runBuiltCli(['run', ...folders, ...args], { cwd: home }),
  };
}

describe.skipIf(process.platform === 'win32')('fuelgauge run', () => {
  it('counts what the command logged in its folder, and passes its output and exit code through', async () => {
    const { home, file, news, run } = makeHome();
    const script = `cat "${news}" >> "${file}"; echo done; i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; exit 7`;
    const output = join(home, 'cost.json');
    const { code, stdout, stderr } = await run('--output', output, '--', 'sh', '-c', script);
    expect(stdout).toBe('done\n');
    expect(code).toBe(7);
    expect(stderr).toMatch(/^This run: .* tokens in 2 responses of 2 sessions, \$\d/m);
    expect(stderr).toMatch(/^Not counted: .* tokens/m);
    const json = JSON.parse(readFileSync(output, 'utf8')) as Record<string, unknown>;
    expect(json).toMatchObject({
      ...{ schema: 'fuelgauge.run.v1', program: 'sh', exitCode: 7 },
      totals: { events: 2, usage: { inputTokens: 500 } },
      elsewhere: { events: 1, usage: { inputTokens: 400 } },
      rows: [{ sessionId: 'session-1' }, { sessionId: 'session-2', project: join(home, 'packages/a') }],
    });
    // A prompt may stand in the arguments.
    expect(JSON.stringify(json)).not.toContain('while');
    if (process.platform === 'linux') expect(json['cpuTimeMs']).toBeGreaterThan(0);
  });

  it('passes a signal on, and ends as the command does', async () => {
    const { run } = makeHome();
    // The command ends its parent's way: its parent is fuelgauge.
    const { code, stdout } = await run(
      '--json',
      '--',
      'sh',
      '-c',
      'trap "echo got it; exit 5" TERM; kill -TERM $PPID; while :; do sleep 0.05; done',
    );
    expect(stdout).toBe('got it\n');
    expect(code).toBe(5);
  });

  it('says that a command is not there, or was killed, as a shell does', async () => {
    const { run } = makeHome();
    expect(await run('--', 'no-such-command-here')).toMatchObject({ code: 127, stdout: '' });
    expect(await run('--', 'sh', '-c', 'kill -9 $$')).toMatchObject({ code: 137 });
  });
});
