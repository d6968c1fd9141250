import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { runBuiltCli, runShell } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const sessionCount = 3_000;
let folders: readonly string[] = [];

beforeAll(async () => {
  const home = createFolder();
  folders = ['--home', home, '--data', path.join(home, 'data'), '--timezone', 'UTC'];
  await mkdir(path.dirname(claudeFile(home)), { recursive: true });
  const lines = Array.from({ length: sessionCount }, (_, id) =>
    claudeLine({ id, atMs: Date.UTC(2026, 4, 1) + id * 1_000, session: `session-${id}` }),
  );
  await writeFile(claudeFile(home), lines.join(''));
  await runBuiltCli(['report', ...folders]);
});

const calls = [
  ['report'],
  ['blocks'],
  ['sessions'],
  ['limits'],
  ['processes'],
  ['sources'],
  ['doctor'],
  ['watch'],
].flatMap((call) => [call, [...call, '--json']]);
const callsWithoutLogs = [['--help'], ['report', '--help'], ['--version']];

function withTitles(list: readonly (readonly string[])[]): readonly (readonly [string, readonly string[]])[] {
  return list.map((call) => [call.join(' '), call]);
}

describe.runIf(existsSync('/dev/full'))('a full disk', () => {
  it.each(withTitles([...calls, ...callsWithoutLogs]))('makes %s fail with a sentence', async (_, call) => {
    const { code, stderr } = await runShell('fuelgauge "$@" >/dev/full', [...call, ...folders], { timeoutMs: 60_000 });
    expect(stderr).toMatch(/^fuelgauge: The output could not be written: the disk is full\.[^\n]*\n$/);
    expect(code).toBe(1);
  });

  // Node itself reports success when only the beginning of a write fits.
  it('fails when only part of the output fits', async ({ skip }) => {
    const mount = 'mount -t tmpfs -o size=8k none "$1"';
    const target = createFolder();
    if ((await runShell(`unshare -m sh -c '${mount}' sh "$1"`, [target])).code !== 0)
      skip('needs to mount a file system');
    const script = `unshare -m bash -c '${mount}; shift; "$NODE" "$FUELGAUGE_CLI" "$@" >"$0"/out' "$1" "$@"`;
    for (const form of [[], ['--json']]) {
      const { code, stderr } = await runShell(script, [target, 'report', '--by', 'session', ...form, ...folders]);
      expect(stderr).toMatch(/the disk is full/);
      expect(code).toBe(1);
    }
  });
});

describe.runIf(process.platform !== 'win32')('a reader that closes the pipe', () => {
  const pipe = async (reader: string, args: readonly string[]) => {
    const script = `fuelgauge "$@" | ${reader}; echo "\${PIPESTATUS[0]}"`;
    return runShell(script, [...args, ...folders], { timeoutMs: 60_000 });
  };

  it.each(withTitles([...calls, ...callsWithoutLogs]))('ends %s quietly with 0', async (_, call) => {
    const { stdout, stderr } = await pipe('true', call);
    expect({ code: stdout.trim(), stderr }).toEqual({ code: '0', stderr: '' });
  });

  it.each(withTitles([['report', '--by', 'session'], ['sessions'], ['sessions', '--json']]))(
    'gets the first line of %s and ends it',
    async (_, call) => {
      const { stdout, stderr } = await pipe('head -n 1', call);
      const [line = '', code] = stdout.trim().split('\n');
      expect({ code, stderr }).toEqual({ code: '0', stderr: '' });
      expect(line).toMatch(/^(Session|Last active|\{)/);
    },
  );

  // Nothing changes after the first line, so nothing is written that could fail.
  it.each(withTitles([['watch', '--json'], ['watch']]))('ends %s at once', async (_, call) => {
    const { stdout, stderr } = await pipe('head -n 1', call);
    expect({ code: stdout.trim().split('\n').at(-1), stderr }).toEqual({ code: '0', stderr: '' });
  });
});

describe.runIf(process.platform !== 'win32')('output of any length', () => {
  it('is complete in a pipe and in a file', async () => {
    const file = path.join(createFolder(), 'out');
    const call = ['report', '--by', 'session', '--json', ...folders];
    const piped = await runShell('fuelgauge "$@"', call);
    expect(JSON.parse(piped.stdout).rows).toHaveLength(sessionCount);
    const written = await runShell(`out=$1; shift; fuelgauge "$@" >"$out"; cat "$out"`, [file, ...call]);
    expect(JSON.parse(written.stdout).rows).toHaveLength(sessionCount);
  });
});
