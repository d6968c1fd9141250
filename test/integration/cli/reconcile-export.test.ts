import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const head =
  'usage_date_utc,model_version,usage_input_tokens_no_cache,usage_input_tokens_cache_write_1h,' +
  'usage_input_tokens_cache_read,usage_output_tokens';
let home = '';
let file = '';

/** Responses in the first hours and the last minute of a day of UTC: one belongs to another day if days begin at four, one in Berlin. */
beforeAll(async () => {
  home = newFolder();
  file = join(home, 'export.csv');
  await writeLog(
    claudeFile(home),
    claudeLine({ id: 1, atMs: Date.parse('2026-05-01T02:00:00Z') }) +
      claudeLine({ id: 2, atMs: Date.parse('2026-05-01T23:59:00Z') }),
  );
  mkdirSync(join(home, 'data'));
  writeFileSync(
    join(home, 'data', 'settings.json'),
    JSON.stringify({ timeZone: 'Europe/Berlin', calendar: { dayStartHour: 4 } }),
  );
});

const run = (...args: readonly string[]) =>
  runCliInProcess(['reconcile', '--csv', file, '--home', home, '--data', join(home, 'data'), ...args]);
const compare = async (text: string, ...args: readonly string[]) => {
  writeFileSync(file, text);
  return run(...args);
};

describe('fuelgauge reconcile --csv', () => {
  it('sets usage beside the logs by days of UTC, whatever days the settings have, and imports nothing', async () => {
    const text = `${head}\n2026-05-01,claude-opus-4-8,20,2000,40000,1100\n2026-05-02,claude-opus-4-8,1,0,0,0\n`;
    const { code, stdout, stderr } = await compare(text, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ schema: 'fuelgauge.reconcileExport.v1', provider: 'anthropic', kind: 'usage', timeZone: 'UTC' },
      rows: [
        {
          ...{ day: '2026-05-01', responses: 2 },
          tokens: { provider: 43_120, here: 43_020, matched: 43_020, understated: 100, notHere: 0, onlyHere: 0 },
        },
        { day: '2026-05-02', responses: 0, tokens: { notHere: 1 } },
      ],
    });
    const report = await runCliInProcess(['report', '--json', '--home', home, '--data', join(home, 'data')]);
    expect(JSON.parse(report.stdout)).toMatchObject({ totals: { events: 2 } });
  });

  it('says what it left out, and what each column means', async () => {
    const { stdout } = await compare(`${head}\n2026-05-01,claude-opus-4-8,10,1000,20000,-5\n2026-05-01,m,1,0,0,1\n`);
    expect(stdout).toContain('Left out 1 row: a number is negative.');
    expect(stdout.replaceAll('\n', ' ')).toContain('Provider = matched + understated + not here.');
    expect(stdout).toMatch(/^Total +- \/ 2 +0 +0 +2 +43,020 +2 \/ 43,020$/m);
  });

  it('compares what was charged with an estimate', async () => {
    const { stdout } = await compare('usage_date_utc,model,cost_usd\n2026-05-01,Claude Opus 4.8,"1,000.00"\n');
    expect(stdout).toMatch(/claude-opus-4-8 +\$1000\.0000 +\$0\.\d{4} +\+\$999\.\d{4}/);
    expect(stdout).toContain('List price is an estimate');
  });

  it('keeps to the days that are asked for', async () => {
    const text = `${head}\n2026-05-01,claude-opus-4-8,10,1000,20000,600\n`;
    expect((await compare(text, '--since', '2026-05-02')).stdout).toContain('no usage in this time');
  });

  it('refuses what it does not know with the columns that it expects', async () => {
    const { code, stderr } = await compare(Buffer.from(`${head}\n`, 'utf16le').toString('latin1'));
    expect(code).toBe(1);
    expect(stderr).toContain(
      'usage_date_utc, model_version, usage_input_tokens_no_cache, usage_output_tokens (Anthropic)',
    );
    expect(stderr).toContain('amount_value');
  });

  it.skipIf(process.platform === 'win32')('waits for no pipe, and reads nothing huge', async () => {
    const pipe = join(home, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect((await run('--csv', pipe)).stderr).toContain('is not a file');
    const huge = join(home, 'huge.csv');
    writeFileSync(huge, head);
    truncateSync(huge, 1_000_000_000);
    expect((await run('--csv', huge)).stderr).toContain('too large');
  });
});
