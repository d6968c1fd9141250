import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { largestImport } from '../../../shared/domain/import-result.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useEngines } from '../../support/engines.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
const everything = { since: null, until: null, timeZone: null, source: null };
const fixtures = resolve(import.meta.dirname, '../../fixtures/imports');

/** One response of Claude Code's own log. */
const toRow = (at: string, ids: readonly [string, string], output: number): string =>
  JSON.stringify({
    ...{ type: 'assistant', timestamp: at, sessionId: 's1', requestId: ids[1], uuid: ids[0], cwd: '/loom' },
    message: {
      ...{ id: ids[0], model: 'claude-sonnet-4-5-20250929', role: 'assistant', stop_reason: 'end_turn' },
      usage: { input_tokens: 10, output_tokens: output, cache_creation_input_tokens: 30, cache_read_input_tokens: 40 },
    },
  });

function makeHome(files: Readonly<Record<string, string>>) {
  const home = newFolder();
  const put = (place: string, fixture: string): void => {
    mkdirSync(dirname(join(home, place)), { recursive: true });
    cpSync(join(fixtures, fixture), join(home, place));
  };
  for (const [place, fixture] of Object.entries(files)) put(place, fixture);
  const folders = ['--home', home, '--data', join(home, 'data')];
  const runIn = (zone: string, ...args: readonly string[]) =>
    runCliInProcess([...args, ...folders, '--timezone', zone]);
  const run = (...args: readonly string[]) => runIn('UTC', ...args);
  return {
    ...{ home, run, runIn, put },
    log(...rows: readonly string[]) {
      mkdirSync(join(home, '.claude/projects/loom'), { recursive: true });
      writeFileSync(join(home, '.claude/projects/loom/s1.jsonl'), rows.map((row) => `${row}\n`).join(''));
    },
    async days(): Promise<Readonly<Record<string, number>>> {
      const { stdout } = await run('report', '--json');
      const { rows } = JSON.parse(stdout) as {
        readonly rows: readonly { readonly key: string; readonly usage: { readonly totalTokens: number } }[];
      };
      const days: Record<string, number> = {};
      for (const row of rows) days[row.key] = (days[row.key] ?? 0) + row.usage.totalTokens;
      return days;
    },
    readSettings: (): Readonly<Record<string, unknown>> =>
      JSON.parse(readFileSync(join(home, 'data/settings.json'), 'utf8')) as Record<string, unknown>,
  };
}

const ids = ['msg_01A', 'req_011CSHoEeqs5C35K2UUqR7Fy'] as const;
const statsCache = { '.claude/stats-cache.json': 'stats-cache/stats-cache.json' };
const monitor = {
  '.claude-monitor/warehouse/usage.json': 'claude-monitor/usage.json',
  '.claude-monitor/last_used.json': 'claude-monitor/last_used.json',
};

describe('fuelgauge import', () => {
  it('lists what is found, and says so where nothing is', async () => {
    const { run, put } = makeHome({ ...statsCache, ...monitor });
    put('.cache/codeburn/daily-cache.v9.json', 'codeburn/daily-cache.v27.json');
    put('.cache/codeburn/daily-cache.v27.json', 'codeburn/daily-cache.v27.json');
    const { code, stdout } = await run('import');
    expect(code).toBe(0);
    expect(stdout).toMatch(/stats-cache +history/);
    expect(stdout).toMatch(/claude-monitor +settings/);
    expect(stdout).toContain('daily-cache.v27.json');
    expect(stdout).not.toContain('daily-cache.v9.json');
    expect((await makeHome({}).run('import')).stdout).toContain('Nothing to import');
  });

  it('fills the days before the first log from Claude Code’s statistics, once, and takes them back', async () => {
    const { run, log, days } = makeHome(statsCache);
    log(toRow('2026-05-04T09:00:00.000Z', ids, 20));
    expect((await run('import', 'stats-cache', '--preview')).stdout).toContain('3 sums of days');
    expect(await days()).toEqual({ '2026-05-04': 100 });
    expect((await run('import', 'stats-cache')).stdout).toContain('days that were counted from logs');
    const filled = { '2026-04-01': 130, '2026-04-02': 300, '2026-05-04': 100 };
    expect(await days()).toEqual(filled);
    await run('import', 'stats-cache');
    expect(await days()).toEqual(filled);
    expect((await run('report', '--json', '--by', 'entrypoint')).stdout).toContain('stats-cache (claude-code)');
    expect((await run('import', 'stats-cache', '--remove')).stdout).toContain('Removed 1 import');
    expect(await days()).toEqual({ '2026-05-04': 100 });
  });

  it('merges requests with those of the log, in either order, and removes only what no log has', async () => {
    const { run, log, days } = makeHome(monitor);
    await run('import', 'claude-monitor');
    expect(await days()).toEqual({ '2026-04-02': 3, '2026-04-03': 20, '2026-05-04': 100 });
    log(toRow('2026-05-04T09:00:00.000Z', ids, 20));
    expect(await days()).toEqual({ '2026-04-02': 3, '2026-04-03': 20, '2026-05-04': 100 });
    await run('import', 'claude-monitor', '--remove');
    expect(await days()).toEqual({ '2026-05-04': 100 });
    await run('import', 'claude-monitor');
    expect(await days()).toEqual({ '2026-04-02': 3, '2026-04-03': 20, '2026-05-04': 100 });
  });

  it('counts a day once, whichever tools kept it, and lets sums make room for requests', async () => {
    const codeburn = { '.cache/codeburn/daily-cache.v27.json': 'codeburn/daily-cache.v27.json' };
    const { run, days } = makeHome({ ...statsCache, ...codeburn, ...monitor });
    await run('import', 'stats-cache');
    const { stdout } = await run('import', 'codeburn');
    expect(stdout).toContain('days that were imported from another tool');
    expect(await days()).toEqual({ '2026-04-01': 133, '2026-04-02': 300, '2026-05-04': 600 });
    await run('import', 'claude-monitor');
    expect(await days()).toEqual({ '2026-04-01': 133, '2026-04-02': 3, '2026-04-03': 20, '2026-05-04': 100 });
  });

  it('lets sums make room for logs that turn up later, and never counts a day twice', async () => {
    const codeburn = { '.cache/codeburn/daily-cache.v27.json': 'codeburn/daily-cache.v27.json' };
    const { run, log, days } = makeHome({ ...statsCache, ...codeburn });
    await run('import', 'stats-cache');
    await run('import', 'codeburn');
    expect(await days()).toEqual({ '2026-04-01': 133, '2026-04-02': 300, '2026-05-04': 600 });
    log(toRow('2026-04-01T09:00:00.000Z', ids, 20));
    // Three tokens of that day are another agent's.
    const settled = { '2026-04-01': 103, '2026-04-02': 300, '2026-05-04': 600 };
    expect(await days()).toEqual(settled);
    expect((await run('import', 'codeburn')).stdout).toContain('days that were counted from logs');
    expect(await days()).toEqual(settled);
    await run('import', 'stats-cache', '--remove');
    expect(await days()).toEqual({ '2026-04-01': 103 });
  });

  it('knows which day a sum stands for in the time zone of its import, whatever zone is looked at', async () => {
    const { runIn, log, days } = makeHome({ '.cache/codeburn/daily-cache.v27.json': 'codeburn/daily-cache.v27.json' });
    // The first of April begins there at seven in the morning of UTC.
    expect((await runIn('America/Los_Angeles', 'import', 'codeburn')).code).toBe(0);
    const [first, second] = ['msg_1', 'msg_2'].map((id) => [id, `req_${id}`] as const);
    // The evening before, and the morning after: neither is that day, though one is the same date in UTC.
    const around = [toRow('2026-04-01T06:59:00.000Z', first!, 20), toRow('2026-04-02T07:00:00.000Z', second!, 20)];
    log(...around);
    expect(await days()).toEqual({ '2026-04-01': 213, '2026-04-02': 100 });
    log(...around, toRow('2026-04-02T06:59:00.000Z', ids, 20));
    // Three tokens are another agent's.
    expect(await days()).toEqual({ '2026-04-01': 103, '2026-04-02': 200 });
  });

  it('makes good what an earlier run could not finish', async () => {
    const { home, run, log, days } = makeHome(statsCache);
    await run('import', 'stats-cache');
    const root = join(home, 'data/imports/history/stats-cache');
    const obstacle = join(root, readdirSync(root)[0]!, 'a folder');
    mkdirSync(obstacle);
    log(toRow('2026-04-01T09:00:00.000Z', ids, 20));
    expect((await days())['2026-04-01']).toBe(230);
    rmdirSync(obstacle);
    expect((await days())['2026-04-01']).toBe(100);
  });

  it('lets them make room while the app runs, too', async () => {
    const { home, run, log } = makeHome(statsCache);
    await run('import', 'stats-cache');
    const engine = engines.open(home, { housekeeping: { checkMs: 50 } });
    await engine.start('watching');
    const readTokens = (): number => totalTokens(engine.totals(everything).usage);
    expect(readTokens()).toBe(1_030);
    log(toRow('2026-04-01T09:00:00.000Z', ids, 20));
    await engine.rescan();
    expect(readTokens()).toBe(1_000);
    log(toRow('2026-04-01T09:00:00.000Z', ids, 20), toRow('2026-04-02T09:00:00.000Z', ['msg_2', 'req_2'], 20));
    await waitUntil('the sum of the second day to go', () => readTokens() === 800);
  });

  it('changes settings, shows each before and after, and gives them back unless they were changed since', async () => {
    const { run, home, readSettings } = makeHome(monitor);
    expect((await run('import', 'claude-monitor', '--preview')).stdout).toMatch(/theme +"system" +"dark"/);
    expect(existsSync(join(home, 'data/settings.json'))).toBe(false);
    expect((await run('import', 'claude-monitor')).stdout).toContain('Changed 6 settings');
    expect(readSettings()).toMatchObject({ theme: 'dark', plan: 'custom', refreshCadence: 15 });
    expect((await run('import', 'claude-monitor')).stdout).toContain('No setting had to change');
    writeFileSync(join(home, 'data/settings.json'), JSON.stringify({ ...readSettings(), theme: 'light' }));
    const { stdout } = await run('import', 'claude-monitor', '--remove');
    expect(stdout).toContain('stay as they are: theme');
    expect(readSettings()).toMatchObject({ theme: 'light', plan: 'unknown', refreshCadence: 'auto' });
  });

  it('keeps no text and no secret, from a file that the person names', async () => {
    const { run, home } = makeHome({});
    const yaml = join(fixtures, 'ai-cost-observer/config.yaml');
    expect((await run('import', 'ai-cost-observer', yaml)).stdout).toContain('Changed 3 settings');
    await run('import', 'tokentracker', join(fixtures, 'tokentracker/queue.jsonl'));
    const kept = ['settings.json', 'imports'].flatMap((name) => {
      const place = join(home, 'data', name);
      if (name.endsWith('.json')) return [readFileSync(place, 'utf8')];
      const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) => /\.jsonl?$/.test(file));
      return files.map((file) => readFileSync(join(place, file), 'utf8'));
    });
    expect(kept).toHaveLength(3);
    expect(kept.join('\n')).not.toMatch(/secret/);
  });

  it('says of what it found and cannot read why, instead of that nothing is there', async () => {
    const { run, home } = makeHome(monitor);
    // A database of agentsview from its first bytes on, and damaged after them; and one file larger than an import.
    mkdirSync(join(home, '.agentsview'));
    writeFileSync(join(home, '.agentsview/sessions.db'), 'SQLite format 3\0damaged');
    const damaged = await run('import', 'agentsview');
    expect([damaged.code, damaged.stderr]).toEqual([1, expect.stringContaining('was found, but cannot be read')]);
    mkdirSync(join(home, '.tokentracker/tracker'), { recursive: true });
    writeFileSync(join(home, '.tokentracker/tracker/queue.jsonl'), '');
    truncateSync(join(home, '.tokentracker/tracker/queue.jsonl'), largestImport + 1);
    const large = await run('import', 'tokentracker');
    expect([large.code, large.stderr]).toEqual([1, expect.stringContaining('larger than an import may be')]);
    // Settings are imported beside a history that cannot be.
    truncateSync(join(home, '.claude-monitor/warehouse/usage.json'), largestImport + 1);
    const { code, stdout } = await run('import', 'claude-monitor');
    expect(code).toBe(0);
    expect(stdout).toContain('larger than an import may be');
    expect(stdout).toContain('Changed 6 settings');
  });

  it('refuses what it does not know', async () => {
    const { run, home } = makeHome({});
    expect((await run('import', 'stats-cache')).stderr).toContain('Nothing of stats-cache');
    writeFileSync(join(home, 'other.json'), '{"a":1}');
    expect((await run('import', 'codeburn', join(home, 'other.json'))).stderr).toContain('is not a file of codeburn');
    expect(await run('import', '--remove')).toMatchObject({ code: 2 });
    mkdirSync(join(home, '.claude'), { recursive: true });
    symlinkSync('/dev/zero', join(home, '.claude/stats-cache.json'));
    expect((await run('import')).stdout).toContain('Nothing to import');
  });
});
