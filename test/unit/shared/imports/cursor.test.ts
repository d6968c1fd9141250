import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { cursorImporter } from '../../../../shared/imports/cursor/importer.ts';
import { summarizeImport } from '../../../../shared/imports/summarize-import.ts';

const head =
  'Date,User,Cloud Agent ID,Automation ID,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost';
const at = '2026-05-01T10:00:00.000Z';

/** A row with these numbers: with and without cache write, cache read, output, total. */
const toRow = (numbers: readonly (number | string)[], { date = at, model = 'auto', cost = '$0.04' } = {}): string =>
  `"${date}","ada@example.org","","","Included in Pro","${model}","No",${numbers.map((one) => `"${one}"`).join(',')},"${cost}"`;

const parse = (...rows: readonly string[]) => cursorImporter.parse([head, ...rows].join('\n'))!;
const usageOf = (row: string) => parse(row).uses[0]?.usage;

describe("Cursor's usage export", () => {
  it('decides row by row whether the column with cache writes includes the one without', () => {
    const apart = { inputTokens: 1_000, cacheCreation5mTokens: 1_200, cacheReadTokens: 5_000, outputTokens: 300 };
    expect(usageOf(toRow([1_200, 1_000, 5_000, 300, 7_500]))).toMatchObject(apart);
    const within = { inputTokens: 1_000, cacheCreation5mTokens: 200, cacheReadTokens: 5_000, outputTokens: 300 };
    expect(usageOf(toRow([1_200, 1_000, 5_000, 300, 6_500]))).toMatchObject(within);
    expect(parse(toRow([1_200, 1_000, 5_000, 300, 6_501]))).toEqual({ uses: [], skips: { 'sum-differs': 1 } });
  });

  it('reads older exports, without user and total, and numbers with separators', () => {
    const text = `Date,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output,Cost\n${at},composer-1,No,0,"1,234",0,5,Included`;
    expect(cursorImporter.parse(text)?.uses).toMatchObject([
      { model: 'composer-1', usage: { inputTokens: 1_234, outputTokens: 5 }, costUsd: null },
    ]);
  });

  it('takes a word for no cost, and an amount for one', () => {
    const costOf = (cost: string) => parse(toRow([0, 1, 0, 1, 2], { cost })).uses[0]?.costUsd;
    expect(['$0.04', 'US$1.50', '2', '0', 'Included', 'Free', '-', '', 'NaN', '1e5'].map(costOf)).toEqual([
      ...[0.04, 1.5, 2, 0],
      ...Array.from({ length: 6 }, () => null),
    ]);
  });

  it('takes nothing and a hyphen for no tokens, and separators where they stand between thousands', () => {
    const inputOf = (text: string) => usageOf(toRow([0, text, 0, 1, '']))?.inputTokens ?? null;
    expect(['', '-', '0', '1,234', '12,345,678', '1234567890'].map(inputOf)).toEqual([
      ...[0, 0, 0, 1_234, 12_345_678, 1_234_567_890],
    ]);
    expect(['1,23', '1,234x', '1,2345', '1234567890123456', '1.5', 'x'].map(inputOf)).toEqual([
      ...Array.from({ length: 6 }, () => null),
    ]);
    const costOf = (cost: string) => parse(toRow([0, 1, 0, 1, 2], { cost })).uses[0]?.costUsd;
    expect(['$1,234.5', '$ 3', 'x$3', '3 US$4'].map(costOf)).toEqual([1_234.5, 3, null, null]);
  });

  it('counts a row without tokens that cost something, and none in which a number is missing', () => {
    expect(parse(toRow([0, 0, 0, 0, 0], { cost: '$0.10' })).uses).toMatchObject([{ costUsd: 0.1 }]);
    expect(parse(toRow([0, 0, 0, 0, 0], { cost: '$0.00' })).skips).toEqual({ 'empty-usage': 1 });
    for (const row of [
      ['x', 1, 1, 1, 4],
      [1, 'x', 1, 1, 4],
      [1, 1, 'x', 1, 4],
      [1, 1, 1, 'x', 4],
    ]) {
      expect(parse(toRow(row)).skips).toEqual({ 'bad-usage': 1 });
    }
  });

  it('says why a row is none', () => {
    const { uses, skips } = parse(
      toRow([0, 1, 0, 1, 2], { date: 'May 1' }),
      toRow([0, 1, 0, 1, 2], { model: '' }),
      toRow([-1, 1, 0, 1, 1]),
      toRow(['1e3', 1, 0, 1, 1]),
      toRow([0, 0, 0, 0, 0], { cost: 'Errored' }),
      'too short',
    );
    expect(uses).toEqual([]);
    expect(skips).toEqual({ 'no-timestamp': 2, 'no-model': 1, 'bad-usage': 2, 'empty-usage': 1 });
  });

  it.each(['', 'hello', '{"a":1}', 'Date,Model\n2026,auto', '\0\0\0'])('is nothing else: %j', (text) => {
    expect(cursorImporter.parse(text)).toBeNull();
  });

  it('names a request alike in every export, and equal rows apart', () => {
    const [one, other] = [toRow([0, 1, 0, 1, 2]), toRow([0, 2, 0, 1, 3])];
    const ids = (...rows: readonly string[]) => parse(...rows).uses.map(({ id }) => id);
    const [first, second, third] = ids(one, one, other) as [string, string, string];
    expect(new Set([first, second, third]).size).toBe(3);
    expect(ids(other, one)).toEqual([third, first]);
    expect(ids(one, other, one)).toEqual([first, third, second]);
  });

  it('keeps nobody and nothing but numbers', () => {
    expect(JSON.stringify(parse(toRow([0, 1, 0, 1, 2])))).not.toMatch(/ada|example|Included/);
  });

  it('adds up, whatever is in it', () => {
    const cell = fc.oneof(fc.nat(), fc.constantFrom('', '-', 'x', '"', '9'.repeat(400), '1,000'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 16 })), (rows) => {
        const parsed = parse(...rows.map((row) => [at, '', '', '', 'k', 'm', 'No', ...row].join(',')));
        const sums = summarizeImport(parsed);
        const skipped = Object.values(sums.skips).reduce((sum, count) => sum + count, 0);
        expect(sums.requests + skipped).toBeLessThanOrEqual(rows.length);
        const total = parsed.uses.reduce((sum, { usage }) => sum + totalTokens(usage), 0);
        expect(totalTokens(sums.usage)).toBe(total);
      }),
    );
  });
});
