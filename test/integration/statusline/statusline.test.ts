import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeFacts } from '../../support/make-status.ts';
import { builtCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const root = resolve(import.meta.dirname, '../../..');
// As it was built: from its sources it takes four times as long to start.
const program = join(root, 'dist/statusline.cjs');
const fixtures = join(root, 'test/fixtures/statusline/claude-code');
const newFolder = useTemporaryFolders();
let folder = { path: '' };
beforeEach(() => void (folder = { path: newFolder() }));

const env = { PATH: process.env['PATH'], HOME: '/nowhere', TZ: 'UTC', NO_COLOR: '1' };

function runLine(input: string, args: readonly string[], script = program): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { input, env, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

const readLines = (file: string): readonly Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

function makePayload(given: object = {}): string {
  return JSON.stringify({ session_id: 's-1', model: { display_name: 'Opus 5.5' }, cwd: folder.path, ...given });
}

describe('fuelgauge statusline', () => {
  it.each(readdirSync(fixtures).filter((name) => name.endsWith('.json')))('draws a line for %s', (name) => {
    const input = readFileSync(join(fixtures, name), 'utf8');
    const output = runLine(input, ['--data', folder.path, '--preset', 'full', '--template', '{model} {cost}']);
    const expected: Readonly<Record<string, string>> = {
      '1.0.71.json': 'Opus 4.1 ~$0.01 session\n',
      '2.1.80.json': 'Opus 4.6 (1M context) ~$3.50 session\n',
      '2.1.284.json': 'Opus 5.5 ~$1.25 session\n',
    };
    expect(output).toBe(expected[name] ?? 'fuelgauge\n');
  });

  it('is also a command of the command line', () => {
    expect(runLine(makePayload(), ['statusline', '--data', folder.path, '--template', '{model}'], builtCli)).toBe(
      'Opus 5.5\n',
    );
  });

  it('draws the same for ccusage statusline', () => {
    const cost = { total_cost_usd: 1.5 };
    const draw = (...names: readonly string[]) =>
      runLine(makePayload({ cost }), [...names, '--data', folder.path], builtCli);
    const line = draw('ccusage', 'statusline');
    expect(line).toContain('$1.50');
    expect(line).toBe(draw('statusline', '--preset', 'ccusage'));
    expect(line).not.toBe(draw('statusline'));
  });

  it('takes the options of ccusage, and is not stopped by those that it does not know', () => {
    const args = ['-O', '--visual-burn-rate', 'text', '--cost-source', 'both', '--refresh-interval', '5', '--unknown'];
    const file = join(folder.path, 'statusline', 'state.json');
    mkdirSync(join(folder.path, 'statusline'));
    const nowMs = Date.now();
    writeFileSync(
      file,
      JSON.stringify(
        makeFacts({ writtenAtMs: nowMs, blocks: [], today: { endsAtMs: nowMs + 1e6, costMicroUsd: 9e6, tokens: 1 } }),
      ),
    );
    const input = makePayload({ cost: { total_cost_usd: 1 } });
    expect(runLine(input, [...args, '--data', folder.path])).toBe(
      'Opus 5.5 | ~$1.00 agent / $2.00 list session / $9.00 today | $6.00/h (moderate)\n',
    );
  });

  it('keeps one capture of what did not change, and one more of what did', () => {
    const data = join(folder.path, 'data');
    const limits = (used: number) => ({
      rate_limits: { five_hour: { used_percentage: used, resets_at: 1_780_318_800 } },
    });
    for (const used of [10, 10, 11]) runLine(makePayload(limits(used)), ['--data', data]);
    const captures = readLines(join(data, 'statusline', 'captures.jsonl'));
    expect(captures.map((each) => [each['schema'], each['sessionId'], each['rateLimits']])).toEqual([
      ['fuelgauge.capture.v1', 's-1', limits(10).rate_limits],
      ['fuelgauge.capture.v1', 's-1', limits(11).rate_limits],
    ]);
    expect(captures.every(({ atMs }) => typeof atMs === 'number')).toBe(true);
  });

  it('shows the branch at once, and what git counted in the next line', async () => {
    const git = (...args: readonly string[]) => {
      const identity = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'init.defaultBranch=trunk'];
      expect(spawnSync('git', [...identity, '-C', folder.path, ...args]).status).toBe(0);
    };
    const data = join(folder.path, 'data');
    git('init', '--quiet');
    writeFileSync(join(folder.path, 'new.txt'), '');
    git('add', 'new.txt');
    git('commit', '--quiet', '-m', 'a');
    writeFileSync(join(folder.path, 'new.txt'), 'changed');
    const draw = () => runLine(makePayload(), ['--data', data, '--template', '{git}']);
    expect(draw()).toBe('trunk\n');
    // The folder of the counts is a change, too.
    await waitUntil('git to count', () => draw() === 'trunk ±2\n');
  });

  it('answers each task of a session with a line', () => {
    const tasks = [
      { id: 'a', name: 'explore', status: 'running', tokenCount: 20_000, contextWindowSize: 200_000 },
      { id: 'b', name: 'review', status: 'completed', description: 'x'.repeat(200) },
    ];
    const lines = runLine(JSON.stringify({ session_id: 's-1', columns: 40, tasks }), ['--data', folder.path]);
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { id: 'a', content: 'explore · running · 10% 20k' },
      { id: 'b', content: 'review · completed' },
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'shows what a command of the template prints, and ends one that hangs',
    async () => {
      const args = ['--data', folder.path, '--template', '{run:printf done} {run:sleep 60} {model}'];
      // Each has a second, which on a busy machine a shell may take to start.
      await waitUntil('the one that ends', () => runLine(makePayload(), args) === 'done Opus 5.5\n');
    },
  );

  it('prints though nothing can be kept', () => {
    writeFileSync(join(folder.path, 'file'), '');
    expect(runLine(makePayload(), ['--data', join(folder.path, 'file'), '--template', '{model}'])).toBe('Opus 5.5\n');
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe that somebody put in the place of a file', () => {
    mkdirSync(join(folder.path, 'statusline'));
    for (const name of ['state.json', 'captures.jsonl']) {
      expect(spawnSync('mkfifo', [join(folder.path, 'statusline', name)]).status).toBe(0);
    }
    expect(runLine(makePayload(), ['--data', folder.path, '--template', '{model}'])).toBe('Opus 5.5\n');
  });

  it('does not wait for the end of an input that stays open, and takes one with a byte order mark', async () => {
    const args = [program, '--data', folder.path, '--template', '{model}'];
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
    child.stdin.write(`\ufeff${makePayload()}\n`);
    await new Promise((done) => child.on('close', done));
    child.stdin.destroy();
    expect(printed).toBe('Opus 5.5\n');
  });

  it('mixes no lines of sessions that draw at once', async () => {
    const runs = Array.from({ length: 8 }, (_, index) => {
      const child = spawn(process.execPath, [program, '--data', folder.path], {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      child.stdin.end(makePayload({ session_id: `s-${index}` }));
      return new Promise((done) => child.on('close', done));
    });
    await Promise.all(runs);
    const sessions = readLines(join(folder.path, 'statusline', 'captures.jsonl')).map(({ sessionId }) => sessionId);
    expect([...sessions].sort()).toEqual(Array.from({ length: 8 }, (_, index) => `s-${index}`));
  });
});
