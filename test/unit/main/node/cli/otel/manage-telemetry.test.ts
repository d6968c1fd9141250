import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTokens, toTokenFile } from '../../../../../../main/node/host/access/token-file.ts';
import { findToken } from '../../../../../../main/node/host/access/tokens.ts';
import { parseJsonc } from '../../../../../../shared/lib/jsonc.ts';
import { createFakeEngine, runWith } from '../../../../../fakes/cli-host.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

/** The file of each agent, what a person may have in it, and something that is in the way. */
const agents = [
  [
    'claude-code',
    '.claude/settings.json',
    '{\r\n  // mine\r\n  "model": "opus",\r\n  "env": { "A": "1" }\r\n}\r\n',
    '{"env":{"OTEL_SDK":"x"}}',
  ],
  ['codex', '.codex/config.toml', 'model = "gpt"\n[tools]\nweb = true', '[otel]\nexporter = "none"\n'],
  ['gemini-cli', '.gemini/.env', 'GEMINI_API_KEY=k', 'export OTEL_X=1\n'],
] as const;

function prepare(file: string, text: string | null) {
  const folder = makeFolder();
  const path = join(folder, 'home', file);
  if (text !== null) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: 0o640 });
  }
  mkdirSync(join(folder, 'home'), { recursive: true });
  const folders = ['--home', join(folder, 'home'), '--data', join(folder, 'data')];
  const run = (args: readonly string[], answer: string | null = null) =>
    runWith(
      createFakeEngine(),
      ['otel', ...args, ...folders],
      answer === null ? null : { columns: 80, rows: 20, answer },
    );
  return { path, data: join(folder, 'data'), run, read: () => readFileSync(path, 'utf8') };
}

describe.each(agents)('the settings of %s', (agent, file, present, conflict) => {
  it('are written with a token that may only send, and taken back to the byte', async () => {
    const { path, data, run, read } = prepare(file, present);
    // Less than was asked for, where the umask takes more.
    const { mode } = statSync(path);
    const written = await run(['install', agent, '--yes']);
    expect([written.exitCode, written.stderr]).toEqual([0, '']);
    const token = /Bearer ([\w-]+)/.exec(read())?.[1] ?? '';
    expect(written.stdout).not.toContain(token);
    const tokens = await readTokens(toTokenFile(data));
    expect(tokens.ok && findToken(tokens.value, token)?.scopes).toEqual(['ingest']);
    expect(read()).toContain('http://127.0.0.1:8377');
    expect(statSync(path).mode).toBe(mode);
    expect((await run(['uninstall', agent, '--yes'])).exitCode).toBe(0);
    expect(read()).toBe(present);
    expect((await run(['uninstall', agent, '--yes'])).exitCode).toBe(1);
  });

  it('are made where there is no file, and the file goes again', async () => {
    const { path, run } = prepare(file, null);
    expect((await run(['install', agent, '--write', '--token', 'fg_t'], 'y')).exitCode).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('Bearer fg_t');
    expect((await run(['uninstall', agent], 'yes')).exitCode).toBe(0);
    expect(existsSync(path)).toBe(false);
  });

  it('are written twice, and still taken back to the byte', async () => {
    const { run, read } = prepare(file, present);
    await run(['install', agent, '--yes', '--token', 'one']);
    const first = read();
    expect((await run(['install', agent, '--yes', '--token', 'one'])).exitCode).toBe(0);
    expect(read()).toBe(first);
    await run(['uninstall', agent, '--yes']);
    expect(read()).toBe(present);
  });

  it('are not touched without a yes, or where they are somebody else’s', async () => {
    const { data, run, read } = prepare(file, present);
    expect((await run(['install', agent, '--write'])).stderr).toContain('--yes');
    expect((await run(['install', agent, '--write'], 'n')).exitCode).toBe(1);
    expect(read()).toBe(present);
    expect(existsSync(data)).toBe(false);
    const other = prepare(file, conflict);
    const refused = await other.run(['install', agent, '--yes']);
    expect([refused.exitCode, other.read()]).toEqual([1, conflict]);
    expect(refused.stderr).toContain('telemetry settings of its own');
  });
});

it('takes out only its own part where the file has changed since', async () => {
  const toml = prepare('.codex/config.toml', 'model = "gpt"\n');
  await toml.run(['install', 'codex', '--yes', '--token', 'one']);
  writeFileSync(toml.path, `${toml.read()}[more]\nx = 1\n`);
  expect((await toml.run(['uninstall', 'codex', '--yes'])).exitCode).toBe(0);
  expect(toml.read()).toBe('model = "gpt"\n[more]\nx = 1\n');

  const json = prepare('.claude/settings.json', '{"env": {"A": "1"}}');
  await json.run(['install', 'claude-code', '--yes', '--token', 'one']);
  writeFileSync(json.path, json.read().replace('{"env"', '{"theme": "dark", "env"'));
  expect((await json.run(['uninstall', 'claude-code', '--yes'])).exitCode).toBe(0);
  expect(parseJsonc(json.read())).toEqual({ theme: 'dark', env: { A: '1' } });
});
