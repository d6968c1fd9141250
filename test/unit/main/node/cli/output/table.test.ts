import { describe, expect, it } from 'vitest';
import { wrapText, type Page } from '../../../../../../main/node/cli/output/page.ts';
import { formatTable as layOutTable } from '../../../../../../main/node/cli/output/table.ts';
import { usDollar } from '../../../../../../shared/domain/money.ts';

const page: Page = {
  ...{ width: 40, hasColor: false, isTerminal: false, linkHost: null, timeZone: 'UTC', clock: 'system', nowMs: 0 },
  ...{ currency: usDollar, costMode: 'calculate' },
};

/** The whole table; the product writes it line by line. */
function formatTable(...args: Parameters<typeof layOutTable>): string {
  return [...layOutTable(...args)].join('\n');
}

describe('formatTable', () => {
  it('aligns numbers right and puts totals below a rule', () => {
    const table = formatTable(page, [{ head: 'Day' }, { head: 'Tokens', align: 'right' }], {
      rows: [
        ['2026-05-01', '5'],
        ['2026-05-02', '1.20M'],
      ],
      totals: ['Total', '1.20M'],
    });
    expect(table).toBe(
      [
        'Day         Tokens',
        '2026-05-01       5',
        '2026-05-02   1.20M',
        '──────────────────',
        'Total        1.20M',
      ].join('\n'),
    );
  });

  it('fits the page by shrinking columns, each from its less important end', () => {
    const table = formatTable(
      page,
      [
        { head: 'Model', minWidth: 8 },
        { head: 'Project', minWidth: 8, keep: 'end' },
        { head: 'Tokens', align: 'right' },
      ],
      { rows: [['a-model-with-a-very-long-name', '/home/ada/work/clients/site', '123,456']] },
    );
    const lines = table.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines[1]).toMatch(/^a-model-\S*…\s+…\S*clients\/site\s+123,456$/);
  });

  it('counts wide characters as two columns', () => {
    const table = formatTable({ ...page, width: 20 }, [{ head: 'Project', minWidth: 6, keep: 'end' }, { head: 'N' }], {
      rows: [['../../../../../../代码', '1']],
    });
    expect(table.split('\n')[1]).toMatch(/^….*代码\s+1$/);
  });

  it.each([
    ['a family that is one emoji', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦…'],
    ['accents that are characters of their own', 'e\u0301'.repeat(8), `${'e\u0301'.repeat(5)}…`],
    ['a wide character that would only half fit', 'a家家家家', 'a家家…'],
  ])('never splits %s', (_, model, cut) => {
    const table = formatTable({ ...page, width: 6 }, [{ head: 'Model', minWidth: 6 }], { rows: [[model]] });
    expect(table).toBe(`Model\n${cut}`);
  });

  it('drops control characters and keeps each row on one line', () => {
    const table = formatTable(page, [{ head: 'Model' }], { rows: [['evil\u001b[2J\nmodel']] });
    expect(table).toBe('Model\nevil model');
  });

  it('uses bold only where there is colour', () => {
    const columns = [{ head: 'Day' }];
    expect(formatTable(page, columns, { rows: [] })).toBe('Day');
    expect(formatTable({ ...page, hasColor: true }, columns, { rows: [] })).toContain('\u001b[1mDay');
  });
});

describe('wrapText', () => {
  it('wraps at spaces and indents the following lines', () => {
    expect(wrapText({ ...page, width: 12 }, 'one two three four', 2)).toBe('one two\n  three four');
  });

  it('does not break a word that is longer than the page', () => {
    expect(wrapText({ ...page, width: 5 }, 'a /very/long/path b')).toBe('a\n/very/long/path\nb');
  });
});
