import { describe, expect, it } from 'vitest';
import { createProblem } from '../../../../../shared/domain/problem.ts';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';
import { describeProblem } from '../../../../../shared/messages/describe-problem.ts';
import { createFakeEngine, makeRow, runWith, type CliTerminal } from '../../../../fakes/cli-host.ts';

describe('wrong usage', () => {
  it.each([
    [['report', '--by', 'year'], 'day, week, month, session, project, branch, model'],
    [['report', '--since', '2026-02-30'], 'such as 2026-05-01 or 20260501'],
    [['report', '--until', 'today'], 'such as 2026-05-01 or 20260501'],
    [['report', '--timezone', 'Mars/Base'], 'such as Europe/Berlin'],
    [['sessions', '--source', 'abacus'], 'claude-code, codex'],
    [['report', '--cost-mode', 'guess'], 'calculate, auto, display'],
    [['report', '--since', '20260502', '--until', '2026-05-01'], 'is after --until 2026-05-01'],
    [['reprot'], 'Allowed choices are report, blocks, sessions, '],
    [['report', '--jsn'], '--json'],
    [['report', 'everything'], 'too many arguments'],
    [['report', '--home'], 'needs a value'],
  ])('%j exits with 2 and one line that says what is allowed', async (args, hint) => {
    const engine = createFakeEngine();
    const { exitCode, stdout, stderr, requests } = await runWith(engine, args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(hint);
    expect(stderr).toMatch(/^fuelgauge: [^\n]+\n$/);
    expect(stdout).toBe('');
    expect(requests).toEqual([]);
  });

  it('shows the help when no command is given', async () => {
    const { exitCode, stdout, stderr } = await runWith(createFakeEngine(), []);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Usage: fuelgauge');
    expect(stdout).toBe('');
  });
});

describe('help and version', () => {
  it.each([[['--help']], [['report', '--help']], [['help', 'watch']], [['--version']]])(
    '%j ends with 0 on standard output',
    async (args) => {
      const { exitCode, stdout, stderr, requests } = await runWith(createFakeEngine(), args);
      expect(exitCode).toBe(0);
      expect(stdout).not.toBe('');
      expect(stderr).toBe('');
      expect(requests).toEqual([]);
    },
  );

  it('names every command and, for a command, every option', async () => {
    const all = await runWith(createFakeEngine(), ['--help']);
    for (const name of ['report', 'blocks', 'sessions', 'limits', 'processes', 'sources', 'doctor', 'watch']) {
      expect(all.stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    }
    const one = await runWith(createFakeEngine(), ['report', '--help']);
    for (const name of [
      '--by',
      '--json',
      '--since',
      '--until',
      '--timezone',
      '--source',
      '--home',
      '--data',
      '--cost-mode',
    ]) {
      expect(one.stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    }
  });
});

describe('a call', () => {
  it('passes its options on, given before or after the command', async () => {
    const query = { since: '2026-05-01', until: '2026-05-02', timeZone: 'Asia/Tokyo', source: 'codex' };
    const options = ['--since', '20260501', '--until', '2026-05-02', '--timezone', 'Asia/Tokyo', '--source', 'codex'];
    const folders = ['--home', '/h', '--data', '/d', '--cost-mode', 'auto'];
    for (const args of [
      ['report', '--by', 'model', ...options, ...folders],
      [...options, ...folders, 'report', '--by', 'model'],
    ]) {
      const engine = createFakeEngine();
      const { exitCode, requests } = await runWith(engine, args);
      expect(exitCode).toBe(0);
      expect(requests[0]).toMatchObject({ home: '/h', dataFolder: '/d', timeZone: 'Asia/Tokyo', costMode: 'auto' });
      const asked = engine.calls.find((call) => call.startsWith('report '))?.slice('report '.length) ?? '';
      expect(JSON.parse(asked)).toEqual({ by: 'model', split: 'none', ...query });
    }
  });

  it('reads the logs once and stops the engine', async () => {
    const engine = createFakeEngine();
    await runWith(engine, ['sessions']);
    expect(engine.calls[0]).toBe('start once');
    expect(engine.calls.at(-1)).toBe('stop');
  });

  it('does not read the logs to list processes', async () => {
    const engine = createFakeEngine();
    await runWith(engine, ['processes']);
    expect(engine.calls).toEqual(['stop']);
  });

  it('exits with 1 and a sentence when the engine cannot be opened', async () => {
    const { exitCode, stdout, stderr } = await runWith(createProblem('ledger-damaged', { folder: '/data' }), [
      'report',
    ]);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'fuelgauge: The ledger in /data is damaged.\n',
    });
  });

  it('exits with 1 and one line after an unexpected error, and stops the engine', async () => {
    const engine = createFakeEngine({ failsToStart: 'disk full\n    at somewhere (x.ts:1)' });
    const { exitCode, stderr } = await runWith(engine, ['report']);
    expect(exitCode).toBe(1);
    expect(stderr).toBe('fuelgauge: Something went wrong: disk full at somewhere (x.ts:1)\n');
    expect(engine.calls.at(-1)).toBe('stop');
  });

  it('answers but exits with 1 when the logs could not be read', async () => {
    const scan = { phase: 'failed', filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0, percent: 0 } as const;
    const problem = createProblem('ledger-write', { folder: '/data', failure: { kind: 'disk-full' } });
    const engine = createFakeEngine({ sections: { scan, health: { problems: [problem] } } });
    const { exitCode, stdout, stderr } = await runWith(engine, ['report', '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'fuelgauge.report.v1', rows: [] });
    expect(stderr).toBe(`fuelgauge: ${describeProblem(problem, createMessages(), 0)}\n`);
  });
});

describe('progress', () => {
  const scan = { phase: 'scanning', filesDone: 1, filesTotal: 4, bytesDone: 30, bytesTotal: 100, percent: 30 } as const;

  it('is one line on a terminal, erased at the end', async () => {
    const engine = createFakeEngine({ progress: [{ scan }] });
    const { stderr } = await runWith(engine, ['report'], {});
    expect(stderr).toBe('\r\u001b[2KReading logs: 30% (1 of 4 files, 100 B)\r\u001b[2K');
  });

  it('is not shown in a pipe', async () => {
    const engine = createFakeEngine({ progress: [{ scan }] });
    expect((await runWith(engine, ['report'])).stderr).toBe('');
  });
});

describe('colour', () => {
  it('is used on terminals, unless NO_COLOR or TERM says otherwise', async () => {
    const run = (terminal: CliTerminal | null) =>
      runWith(createFakeEngine({ rows: [makeRow()] }), ['report'], terminal);
    expect((await run({})).stdout).toContain('\u001b[1m');
    expect((await run({ variables: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b');
    expect((await run({ variables: { TERM: 'dumb' } })).stdout).not.toContain('\u001b');
    expect((await run(null)).stdout).not.toContain('\u001b');
  });
});
