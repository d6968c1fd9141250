import { noScreen } from '../../../../../fakes/cli-host.ts';
import stringWidth from 'string-width';
import type * as stringWidthModule from 'string-width';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '../../../../../../main/node/cli/output/page.ts';
import { formatTable, type Column } from '../../../../../../main/node/cli/output/table.ts';
import { writeLines } from '../../../../../../main/node/cli/output/write-lines.ts';
import { usDollar } from '../../../../../../shared/domain/money.ts';

vi.mock('string-width', async (importOriginal) => {
  const original = await importOriginal<typeof stringWidthModule>();
  return { ...original, default: vi.fn(original.default) };
});

const page: Page = {
  ...{ width: 40, hasColor: false, isTerminal: false, linkHost: null, timeZone: 'UTC', clock: 'system', nowMs: 0 },
  ...{ currency: usDollar, costMode: 'calculate' },
};
const columns: readonly Column[] = [
  { head: 'Session', minWidth: 8 },
  { head: 'Project', minWidth: 8, keep: 'end' },
  { head: 'Tokens', align: 'right' },
];
const rowCount = 50_000;
const toRow = (index: number): readonly string[] => [
  `session-${String(index).padStart(12, '0')}`,
  `/home/ada/work/${index}`,
  String(index),
];
const rows = Array.from({ length: rowCount }, (_, index) => toRow(index));
const totals = ['Total', '', '1249975000'];

beforeEach(() => vi.mocked(stringWidth).mockClear());

describe('a table of 50,000 rows', () => {
  it('is complete and in order, and every line fits the page', () => {
    const lines = [...formatTable(page, columns, { rows, totals })];
    expect(lines).toHaveLength(rowCount + 3);
    expect(lines[0]).toMatch(/^Session {6,}Project +Tokens$/);
    for (const [index, line] of lines.slice(1, -2).entries()) {
      const [session = '', project = '', tokens] = line.split(/ +/);
      expect(session).toMatch(/^session-0+…$/);
      expect(`/home/ada/work/${index}`.endsWith(project.slice(1))).toBe(true);
      expect(tokens).toBe(String(index));
      expect(line).toHaveLength(40);
    }
    expect(lines.at(-1)).toMatch(/^Total +1249975000$/);
  });

  it('measures every cell once', () => {
    for (const _ of formatTable(page, columns, { rows, totals }));
    expect(vi.mocked(stringWidth).mock.calls.length).toBeLessThanOrEqual((rowCount + 2) * columns.length);
  });

  it('is laid out only as fast as a slow reader reads it', async () => {
    let laidOut = 0;
    const count = function* (lines: Iterable<string>): Generator<string> {
      for (const line of lines) {
        laidOut += 1;
        yield line;
      }
    };
    let taken = 0;
    let maxAhead = 0;
    const slow = {
      isTerminal: false,
      columns: undefined,
      rows: undefined,
      ...noScreen,
      async write(text: string) {
        const lines = text.split('\n').length - 1;
        maxAhead = Math.max(maxAhead, laidOut - taken);
        await new Promise(setImmediate);
        taken += lines;
      },
    };
    await writeLines(slow, count(formatTable(page, columns, { rows, totals })));
    expect(taken).toBe(rowCount + 3);
    // 16 KiB of lines of 41 characters each.
    expect(maxAhead).toBeLessThanOrEqual(400);
  });
});
