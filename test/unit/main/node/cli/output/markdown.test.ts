import { describe, expect, it } from 'vitest';
import { formatMarkdown } from '../../../../../../main/node/cli/output/markdown.ts';

describe('formatMarkdown', () => {
  it('aligns numbers right and puts totals in bold', () => {
    const table = {
      columns: [{ head: 'Day' }, { head: 'Tokens', align: 'right' as const }],
      rows: [['2026-05-01', '5']],
      totals: ['Total', '5'],
    };
    expect([...formatMarkdown(table)]).toEqual([
      '| Day | Tokens |',
      '| --- | ---: |',
      '| 2026-05-01 | 5 |',
      '| **Total** | **5** |',
    ]);
  });

  it('treats nothing in a cell as markup', () => {
    const evil = 'a|b <img src=x> [x](javascript:y) `c` *d*\n| --- |';
    const lines = [...formatMarkdown({ columns: [{ head: 'Project' }], rows: [[evil]] })];
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe(String.raw`| a\|b \<img src=x\> \[x\](javascript:y) \`c\` \*d\* \| --- \| |`);
  });
});
