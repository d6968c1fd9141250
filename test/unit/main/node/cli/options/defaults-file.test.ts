import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDefaults } from '../../../../../../main/node/cli/options/read-defaults.ts';
import { createFakeEngine, makeRow, makeTotals, runWith } from '../../../../../fakes/cli-host.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const answers = { rows: [makeRow()], totals: makeTotals() };

async function run(defaults: unknown, ...args: readonly string[]) {
  const engine = createFakeEngine(answers);
  const text = typeof defaults === 'string' ? defaults : JSON.stringify(defaults);
  const outcome = await runWith(engine, args, { columns: 200, variables: { NO_COLOR: '1' }, defaults: text });
  const asked = engine.calls.find((call) => call.startsWith('report '))?.slice('report '.length);
  return { ...outcome, query: asked === undefined ? null : (JSON.parse(asked) as Record<string, unknown>) };
}

describe('the file of defaults', () => {
  it('gives a command what the person has not given, its own before those for all', async () => {
    const file = { all: { timezone: 'Asia/Tokyo', source: 'codex' }, report: { by: 'week', source: 'claude-code' } };
    expect((await run(file, 'report')).query).toMatchObject({
      by: 'week',
      timeZone: 'Asia/Tokyo',
      source: 'claude-code',
    });
    expect((await run(file, 'report', '--by', 'month', '--timezone', 'UTC')).query).toMatchObject({
      by: 'month',
      timeZone: 'UTC',
    });
    expect((await run(file, '--no-defaults', 'report')).query).toMatchObject({
      by: 'day',
      timeZone: null,
      source: null,
    });
  });

  it('takes flags, lists, numbers and what is left out', async () => {
    const file = { report: { 'no-cost': true, compact: true, project: ['shop', 'blog'], last: 3 } };
    const { stdout, query } = await run(file, 'report');
    expect(stdout.split('\n')[0]).toBe('Day         Source       Events  Total');
    expect(query).toMatchObject({ projects: 'shop\nblog' });
    expect((await run({ report: { columns: 'total' } }, 'report')).stdout).toMatch(/^Total\n/);
    // What programs read keeps its form.
    expect((await run({ report: { columns: 'total' } }, 'report', '--json')).exitCode).toBe(0);
  });

  it.each([
    ['not JSON', 'is not JSON'],
    [[], 'is not JSON'],
    [{ report: true }, 'is not JSON'],
    [{ reprot: {} }, 'names "reprot", which is not a command'],
    [{ report: { bye: 'week' } }, 'has "bye" under "report"'],
    [{ all: { bye: 'week' } }, 'has "bye" under "all"'],
    [{ report: { json: true } }, 'has "json" under "report"'],
    [{ all: { data: '/x' } }, 'has "data" under "all"'],
    [{ all: { '': 1 } }, 'has "" under "all"'],
    [{ report: { by: 'wek' } }, 'has a value for "by" that'],
    [{ report: { by: { week: 1 } } }, 'has a value for "by" that'],
    [{ report: { compact: 'yes' } }, 'has a value for "compact" that'],
    [{ all: { since: '2026-13-01' } }, 'has a value for "since" that'],
  ])('%j: %s', async (file, sentence) => {
    const { exitCode, stderr, stdout } = await run(file, 'report');
    expect(stderr).toContain(`cli-defaults.json ${sentence}`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });
});

describe('readDefaults', () => {
  const createFolder = useTemporaryFolders();
  it('reads a small file, and takes anything else for none', async () => {
    const folder = createFolder();
    const file = path.join(folder, 'cli-defaults.json');
    expect(await readDefaults(folder)).toEqual({ file, text: null });
    writeFileSync(file, '{}');
    expect(await readDefaults(folder)).toEqual({ file, text: '{}' });
    writeFileSync(file, 'x'.repeat(70_000));
    expect((await readDefaults(folder)).text).toBeNull();
    const other = createFolder();
    mkdirSync(path.join(other, 'cli-defaults.json'));
    expect((await readDefaults(other)).text).toBeNull();
  });
});
