import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useEngines } from '../../support/engines.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
const head =
  'Date,User,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost';

/** An export with a request for each of these days of May 2026. */
const toExport = (...days: readonly number[]): string =>
  [
    head,
    ...days.map(
      (day) => `2026-05-0${day}T10:00:00.000Z,ada@example.org,Included,composer-1,No,0,${day},0,1,${day + 1},$0.5`,
    ),
  ].join('\r\n');

function makeHome() {
  const home = newFolder();
  const folders = ['--home', home, '--data', join(home, 'data'), '--timezone', 'UTC'];
  const file = join(home, 'usage.csv');
  const run = (...args: readonly string[]) => runCliInProcess([...args, ...folders]);
  return {
    home,
    file,
    run,
    async importText(text: string, ...options: readonly string[]) {
      writeFileSync(file, text);
      return run('import', 'cursor', file, ...options);
    },
    async countEvents(): Promise<number> {
      const { stdout } = await run('sources', '--source', 'cursor', '--json');
      return (JSON.parse(stdout) as { readonly rows: readonly { readonly events: number }[] }).rows[0]!.events;
    },
  };
}

describe('fuelgauge import cursor', () => {
  it('says what a file holds, and imports nothing with --preview', async () => {
    const { importText, countEvents } = makeHome();
    const { code, stdout, stderr } = await importText(toExport(1, 2), '--preview');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('would import 2 requests');
    expect(await countEvents()).toBe(0);
  });

  it('counts what overlapping exports hold once, and reports it like any other usage', async () => {
    const { importText, run, countEvents } = makeHome();
    expect((await importText(toExport(1, 2, 2))).stdout).toContain('Imported 3 requests');
    await importText(toExport(1, 2, 2));
    await importText(toExport(2, 2, 3));
    expect(await countEvents()).toBe(4);
    const report = JSON.parse((await run('report', '--json', '--cost-mode', 'auto')).stdout) as {
      readonly totals: object;
    };
    expect(report.totals).toMatchObject({ events: 4, costUsd: 2 });
    expect((await run('doctor', '--source', 'cursor')).stdout).toContain('imported');
  });

  it('forgets everything with --remove, and can import the same again', async () => {
    const { importText, run, countEvents } = makeHome();
    await importText(toExport(1, 2));
    await importText(toExport(3));
    expect((await run('import', 'cursor', '--remove')).stdout).toContain('Removed 2 imports');
    expect(await countEvents()).toBe(0);
    await importText(toExport(1, 3));
    expect(await countEvents()).toBe(2);
    expect((await run('import', 'cursor', '--remove')).stdout).toContain('Removed 1 import.');
    expect((await run('import', 'cursor', '--remove')).stdout).toContain('Nothing was imported');
  });

  it('keeps numbers only', async () => {
    const { importText, home } = makeHome();
    await importText(toExport(1));
    const folder = join(home, 'data', 'imports');
    const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.jsonl'));
    expect(kept).toHaveLength(1);
    expect(readFileSync(join(folder, kept[0]!), 'utf8')).not.toMatch(/ada|example|Included/);
  });

  it.each([
    ['a file that is something else', 'Name,Age\nAda,36', 'is not a usage export'],
    ['an empty file', '', 'is not a usage export'],
    ['zeros', '\0'.repeat(5_000), 'is not a usage export'],
  ])('refuses %s', async (_name, text, sentence) => {
    const { importText } = makeHome();
    const { code, stderr } = await importText(text);
    expect([code, stderr]).toEqual([1, expect.stringContaining(sentence)]);
  });

  it('refuses what is no file, and wrong usage', async () => {
    const { run, home } = makeHome();
    expect((await run('import', 'cursor', join(home, 'missing.csv'))).stderr).toContain('cannot be read');
    expect((await run('import', 'cursor', home)).stderr).toContain('is not a file');
    expect(await run('import', 'nobody', 'x.csv')).toMatchObject({ code: 2 });
    expect(await run('import', 'cursor')).toMatchObject({ code: 2 });
    expect(await run('import', 'cursor', 'x.csv', '--remove')).toMatchObject({ code: 2 });
  });

  it('removes nothing where only a preview was asked for', async () => {
    const { run, importText } = makeHome();
    await importText(toExport(1, 2));
    expect(await run('import', 'cursor', '--preview', '--remove')).toMatchObject({ code: 2 });
    expect((await run('import', 'cursor', '--remove')).stdout).toContain('Removed 1 import.');
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const { run, home } = makeHome();
    execFileSync('mkfifo', [join(home, 'pipe')]);
    expect((await run('import', 'cursor', join(home, 'pipe'))).stderr).toContain('is not a file');
  });
});

describe('imports while the app runs', () => {
  it('are read, and forgotten, by the process that writes the ledger', async () => {
    const { home, file, run } = makeHome();
    const engine = engines.open(home);
    await engine.start('watching');
    const countEvents = (): number =>
      engine.doctor({ source: 'cursor' }).sources.reduce((sum, { events }) => sum + events, 0);
    writeFileSync(file, toExport(1, 2));
    await run('import', 'cursor', file);
    await engine.rescan();
    await waitUntil('the import', () => countEvents() === 2);
    await run('import', 'cursor', '--remove');
    await engine.rescan();
    await waitUntil('its removal', () => countEvents() === 0);
    expect(engine.totals({ since: null, until: null, timeZone: null, source: null }).events).toBe(0);
  });
});
