import { describe, expect, it } from 'vitest';
import { selectColumns } from '../../../../../../main/node/cli/output/data-table.ts';
import {
  createFakeEngine,
  makeBlock,
  makeRow,
  makeSession,
  makeTotals,
  runWith,
} from '../../../../../fakes/cli-host.ts';

const answers = {
  rows: [makeRow()],
  totals: makeTotals(),
  sessions: [makeSession()],
  blocks: [makeBlock()],
};
const run = (...args: readonly string[]) => runWith(createFakeEngine(answers), args);

describe('selectColumns', () => {
  const table = {
    columns: [
      { name: 'a', head: 'A' },
      { name: 'b', head: 'B', role: 'detail' },
      { name: 'c', head: 'C', role: 'cost' },
    ] as const,
    rows: [['1', '2', '3']],
    totals: ['4', '5', '6'],
  };
  const select = (hasCost: boolean, isCompact: boolean, columns: readonly string[] | null) => {
    const chosen = selectColumns(table, { hasCost, isCompact, columns });
    return [chosen.columns.map(({ head }) => head).join(), [...chosen.rows].join(), chosen.totals?.join()];
  };
  it('leaves out what is not wanted, unless it is named', () => {
    expect(select(true, false, null)).toEqual(['A,B,C', '1,2,3', '4,5,6']);
    expect(select(false, true, null)).toEqual(['A', '1', '4']);
    expect(select(false, true, ['c', 'a'])).toEqual(['C,A', '3,1', '6,4']);
  });
});

describe('--columns', () => {
  it.each([
    [['report'], 'day,source,models,events,input,cacheWrite,cacheRead,output,total,cost'],
    [['report', '--by', 'model,project'], 'model,project,source,events,input,cacheWrite,cacheRead,output,total,cost'],
    [['sessions'], 'lastActive,source,session,project,models,events,total,cost'],
    [['blocks'], 'start,end,source,state,models,events,total,cost'],
    [['blocks', '--token-limit', 'max'], 'start,end,source,state,models,events,total,limit,cost'],
  ])('%j can show all its columns by name, and names them where one is wrong', async (call, names) => {
    const [whole, named] = [await run(...call), await run(...call, '--columns', names)];
    expect(named.stdout).toBe(whole.stdout);
    const wrong = await run(...call, '--columns', 'total,costs');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stdout).toBe('');
    expect(wrong.stderr).toBe(
      `fuelgauge: there is no column 'costs' here. The columns are ${names.replaceAll(',', ', ')}.\n`,
    );
  });

  it('chooses and orders columns of text, Markdown and CSV', async () => {
    expect((await run('report', '--columns', 'total, day')).stdout.split('\n')[0]).toMatch(/^ *Total +Day$/);
    expect((await run('sessions', '--columns', 'project,total', '--markdown')).stdout).toMatch(
      /^\| Project \| Tokens \|\n/,
    );
    expect((await run('report', '--columns', 'totalTokens,key', '--csv')).stdout).toBe(
      'totalTokens,key\n1002100,2026-05-01\n',
    );
  });

  it.each(['', 'day,,total', 'day,day'])('refuses the list %j', async (names) => {
    expect((await run('report', '--columns', names)).exitCode).toBe(2);
  });

  it('does not change JSON, whose form is a promise', async () => {
    expect((await run('report', '--columns', 'day', '--json')).stderr).toContain(
      '--columns and --json cannot be used together',
    );
  });
});
