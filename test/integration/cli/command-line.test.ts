import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();

let home: string;
let data: string;
let log: string;
let running: ChildProcessWithoutNullStreams[] = [];

beforeEach(async () => {
  [home, data] = [createFolder(), createFolder()];
  log = path.join(home, '.claude', 'projects', '-home-ada-site', '0b7c2c8e-1111-4222-8333-444455556666.jsonl');
  await mkdir(path.dirname(log), { recursive: true });
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
});

interface Row {
  readonly id: string;
  readonly at: string;
  readonly outputTokens: number;
  readonly model?: string;
  readonly cwd?: string;
}

function toLine({ id, at, outputTokens, model = 'claude-sonnet-4-20250514', cwd = '/home/ada/site' }: Row): string {
  const usage = {
    input_tokens: 100,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens: outputTokens,
  };
  return `${JSON.stringify({
    type: 'assistant',
    timestamp: at,
    sessionId: '0b7c2c8e-1111-4222-8333-444455556666',
    requestId: `req_${id}`,
    cwd,
    version: '2.1.222',
    message: { id: `msg_${id}`, type: 'message', role: 'assistant', model, stop_reason: 'end_turn', usage },
  })}\n`;
}

function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
  const { CLAUDE_CONFIG_DIR: _claude, CODEX_HOME: _codex, ...env } = process.env;
  const child = spawn(process.execPath, [builtCli, ...args], { env });
  running.push(child);
  return child;
}

function toEnd(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}

async function run(...args: readonly string[]) {
  const child = start(...args);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return { exitCode: await toEnd(child), stdout, stderr };
}

const runHere = (...args: readonly string[]) => run(...args, '--home', home, '--data', data, '--timezone', 'UTC');

describe('the command line', () => {
  it('reports the same usage every time, even after the logs are gone', async () => {
    await writeFile(
      log,
      toLine({ id: 'a', at: '2026-05-01T10:00:00.000Z', outputTokens: 20 }) +
        toLine({ id: 'b', at: '2026-05-02T10:00:00.000Z', outputTokens: 30 }) +
        toLine({ id: 'b', at: '2026-05-02T10:00:01.000Z', outputTokens: 30 }),
    );
    const first = await runHere('report', '--json');
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    const report = JSON.parse(first.stdout);
    expect(report.rows).toMatchObject([
      {
        key: '2026-05-01',
        source: 'claude-code',
        events: 1,
        usage: { inputTokens: 100, outputTokens: 20, totalTokens: 120 },
      },
      { key: '2026-05-02', source: 'claude-code', events: 1, usage: { outputTokens: 30, totalTokens: 130 } },
    ]);
    expect(report.totals.costUsd).toBeCloseTo((200 * 3 + 50 * 15) / 1e6, 6);
    await rm(log);
    const second = JSON.parse((await runHere('report', '--json', '--since', '20260502')).stdout);
    expect(second.rows).toEqual([report.rows[1]]);
  });

  it('shows costs in the currency of the settings and calculates them by --cost-mode', async () => {
    const settings = {
      currency: { code: 'EUR', perUsd: 0.5 },
      modelAliases: [{ model: 'gateway-sonnet', pricedAs: 'claude-sonnet-4-20250514' }],
    };
    await writeFile(path.join(data, 'settings.json'), JSON.stringify(settings));
    await writeFile(
      log,
      toLine({ id: 'a', at: '2026-05-01T10:00:00.000Z', outputTokens: 200_000, model: 'gateway-sonnet' }),
    );
    // 200,000 tokens at $15 and 100 at $3 per million; the rate is half a euro per dollar.
    expect((await runHere('report')).stdout).toMatch(/^Total .+ €1\.50$/m);
    const readCost = async (...args: readonly string[]) =>
      JSON.parse((await runHere('report', '--json', ...args)).stdout).totals.costUsd;
    expect(await readCost()).toBe(3.0003);
    expect(await readCost('--cost-mode', 'display')).toBeNull();
  });

  it('shows hostile text from a log without interpreting it', async () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m';
    await writeFile(
      log,
      toLine({ id: 'a', at: '2026-05-01T10:00:00.000Z', outputTokens: 20, model: `m${evil}`, cwd: `/home/${evil}` }),
    );
    for (const args of [['report', '--by', 'project'], ['sessions'], ['doctor']]) {
      const { exitCode, stdout } = await runHere(...args);
      expect(exitCode).toBe(0);
      expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    }
  });

  it('says which folders were searched when it finds nothing', async () => {
    const { exitCode, stdout, stderr } = await runHere('report');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('No usage found in any of these folders:');
    expect(stdout).toContain(path.join(home, '.claude', 'projects'));
  });

  it.each([['limits'], ['processes'], ['doctor']])('prints %s as text and as JSON', async (command) => {
    const text = await runHere(command);
    expect(text).toMatchObject({ exitCode: 0, stderr: '' });
    expect(text.stdout).not.toBe('');
    const json = await runHere(command, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ schema: `fuelgauge.${command}.v1`, timezone: 'UTC' });
  });

  it('explains a source', async () => {
    await writeFile(
      log,
      `${toLine({ id: 'a', at: '2026-05-01T10:00:00.000Z', outputTokens: 20 })}{"type":"assistant"\n`,
    );
    const { sources } = JSON.parse((await runHere('doctor', '--json', '--source', 'claude-code')).stdout);
    expect(sources).toMatchObject([
      { source: 'claude-code', files: 1, bytes: (await readFile(log)).length, eventRows: 1, events: 1 },
    ]);
    const { stdout } = await runHere('doctor');
    expect(stdout).toMatch(/^ {2}Events +1$/m);
    expect(stdout).toContain(data);
  });

  it('fails with a sentence when the home folder does not exist', async () => {
    const missing = path.join(home, 'nowhere');
    const { exitCode, stdout, stderr } = await run('report', '--home', missing, '--data', data);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toBe(`fuelgauge: The folder ${missing}, given with --home, does not exist.\n`);
  });

  it('reports settings that cannot be used, and continues', async () => {
    await writeFile(path.join(data, 'settings.json'), '{"timeZone":"Mars/Base"}');
    const { exitCode, stderr } = await run('report', '--home', home, '--data', data, '--json');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^fuelgauge: settings\.json has a value that cannot be used: timeZone [^\n]*\n$/);
  });
});

describe('watch', () => {
  const watchHere = () => start('watch', '--json', '--home', home, '--data', data, '--timezone', 'UTC');
  const appendNow = (id: string) => appendFile(log, toLine({ id, at: new Date().toISOString(), outputTokens: 20 }));

  // Windows cannot send this signal to another process.
  it.runIf(process.platform !== 'win32')('shows usage as it is written, and exits with 0 on Ctrl-C', async () => {
    await appendNow('a');
    const child = watchHere();
    const ended = toEnd(child);
    const seen: number[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const { schema, week } = JSON.parse(line);
      expect(schema).toBe('fuelgauge.watch.v1');
      if (seen.length === 0) await appendNow('b');
      seen.push(week.events);
      if (week.events === 2) child.kill('SIGINT');
    }
    expect(seen[0]).toBe(1);
    expect(seen.at(-1)).toBe(2);
    expect(await ended).toBe(0);
  });

  it('ends quietly when the reader closes the pipe', async () => {
    await appendNow('a');
    const child = watchHere();
    const ended = toEnd(child);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdout.destroy();
    await appendNow('b');
    expect(await ended).toBe(0);
    expect(stderr).toBe('');
  });
});
