import { existsSync, readdirSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasRealLogs, readExpected, realLogsFolder } from '../../support/real-logs.ts';
import { readReport, type PrintedRow } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

type Counts = Readonly<Record<string, number>>;

const newFolder = useTemporaryFolders();

/** ccusage's test data has no nested split, so we count every cache write as a 5-minute one; its own 5m sum is 0. */
const withoutSplit = 'claude/ryoppippi__ccusage';

describe.runIf(hasRealLogs)('report --json on real logs', () => {
  const expected = hasRealLogs ? Object.entries(readExpected()) : [];

  it.each(expected.filter(([name]) => name.startsWith('claude/')))('agrees on %s', async (name, numbers) => {
    const rows = await report(name, '.claude/projects/logs');
    expectAgreement(rows, numbers, ({ usage }) => ({
      input: count(usage, 'inputTokens'),
      output: count(usage, 'outputTokens'),
      cache_read: count(usage, 'cacheReadTokens'),
      cache_write: count(usage, 'cacheCreation5mTokens') + count(usage, 'cacheCreation1hTokens'),
      cache_write_5m: name === withoutSplit ? 0 : count(usage, 'cacheCreation5mTokens'),
      cache_write_1h: count(usage, 'cacheCreation1hTokens'),
    }));
  });

  it.each(expected.filter(([name]) => name.startsWith('codex/')))('agrees on %s', async (name, numbers) => {
    const rows = await report(name, '.codex');
    expectAgreement(rows, numbers, ({ usage }) => ({
      input_tokens:
        count(usage, 'inputTokens') + count(usage, 'cacheReadTokens') + count(usage, 'cacheCreation5mTokens'),
      cached_input_tokens: count(usage, 'cacheReadTokens'),
      cache_write_input_tokens: count(usage, 'cacheCreation5mTokens'),
      output_tokens: count(usage, 'outputTokens'),
      reasoning_output_tokens: count(usage, 'reasoningTokens'),
    }));
  });
});

/** Rows by model. A data set with several homes is counted home by home, because their threads have the same ids. */
async function report(name: string, place: string): Promise<readonly PrintedRow[]> {
  const rows: PrintedRow[] = [];
  for (const folder of findHomes(join(realLogsFolder, name))) {
    const home = newFolder();
    await mkdir(dirname(join(home, place)), { recursive: true });
    await symlink(folder, join(home, place));
    rows.push(...(await readReport(home, join(home, 'data'), '--by', 'model')).rows);
  }
  return rows;
}

function findHomes(dataSet: string): readonly string[] {
  const homes = readdirSync(dataSet)
    .map((entry) => join(dataSet, entry, 'codex-home'))
    .filter(existsSync);
  return homes.length === 0 ? [dataSet] : homes;
}

function expectAgreement(
  rows: readonly PrintedRow[],
  numbers: Readonly<Record<string, unknown>>,
  toCounts: (row: PrintedRow) => Counts,
): void {
  const byModel: Record<string, Counts> = {};
  for (const row of rows) byModel[row.key] = add(byModel[row.key] ?? {}, toCounts(row));
  const models = Object.entries(numbers['per_model'] as Readonly<Record<string, Counts>>);
  expect(byModel).toEqual(
    Object.fromEntries(models.map(([model, counts]) => [model, pickLike(counts, byModel[model] ?? {})])),
  );
  const totals = rows.map(toCounts).reduce(add, {});
  expect(totals).toEqual(pickLike(numbers['totals'] as Counts, totals));
}

function count(usage: Readonly<Record<string, number>>, name: string): number {
  return usage[name] ?? Number.NaN;
}

function add(left: Counts, right: Counts): Counts {
  return Object.fromEntries(Object.keys(right).map((name) => [name, (left[name] ?? 0) + (right[name] ?? 0)]));
}

/** A class that is missing in the expected numbers counts as zero. */
function pickLike(counts: Counts, shape: Counts): Counts {
  return Object.fromEntries(Object.keys(shape).map((name) => [name, counts[name] ?? 0]));
}
