import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import type { PrintedReport } from '../../support/run-cli.ts';

import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const projects = ['/home/ada/shop', '/home/ada/clients/a', '/home/ada/clients/b'];
const models = ['claude-opus-4-8', 'claude-sonnet-4-20250514', 'model-without-a-price'];
const days = 10;
let folders: readonly string[] = [];

beforeAll(async () => {
  // The last response stays in the block of now, also when an hour ends meanwhile.
  vi.useFakeTimers({ toFake: ['Date'] });
  const home = createFolder();
  folders = ['--home', home, '--data', path.join(home, 'data'), '--timezone', 'UTC'];
  await mkdir(path.dirname(claudeFile(home)), { recursive: true });
  const lines = Array.from({ length: 300 }, (_, id) =>
    claudeLine({
      id,
      // The last response is now, the others are up to ten days old.
      atMs: Date.now() - (299 - id) * days * 288_000,
      session: `session-${id % 7}`,
      project: projects[id % 3] ?? '',
      model: models[id % 3] ?? '',
      input: 100 + id,
    }),
  );
  await writeFile(claudeFile(home), lines.join(''));
});
afterAll(() => void vi.useRealTimers());

async function print(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCliInProcess([...args, ...folders]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

interface BrokenDown extends PrintedReport {
  readonly rows: readonly (PrintedReport['rows'][number] & {
    readonly keys?: Readonly<Record<string, string>>;
    readonly breakdown?: readonly (PrintedReport['totals'] & { readonly model: string })[];
  })[];
}

const read = async (...args: readonly string[]) => JSON.parse(await print(...args, '--json')) as BrokenDown;
const sum = (rows: readonly { readonly events: number }[]) => rows.reduce((total, { events }) => total + events, 0);
const inputOf = ({ usage }: Pick<PrintedReport['totals'], 'usage'>) => usage['inputTokens'] ?? Number.NaN;

describe('filters', () => {
  it.each([
    [['--project', 'shop'], 100],
    [['--project', '/home/ada/clients/*'], 200],
    [['--project', 'shop', '--project', 'b'], 200],
    [['--exclude-project', 'shop'], 200],
    [['--project', '/home/ada/**', '--exclude-project', '{a,b}'], 100],
    [['--model', 'claude-*'], 200],
    [['--model', 'claude-opus-4-8', '--project', 'shop'], 100],
    [['--model', 'claude-opus-4-8', '--project', 'a'], 0],
  ])('%j leaves %d events in reports and sessions', async (args, events) => {
    const report = await read('report', ...args);
    expect(report.totals.events).toBe(events);
    expect(sum(report.rows)).toBe(events);
    const sessions = await read('sessions', ...args);
    expect(sessions.totals).toEqual(report.totals);
    expect(sum(sessions.rows)).toBe(events);
  });

  it('report that they match nothing', async () => {
    expect(await print('report', '--project', 'nowhere')).toContain('No usage matches.');
  });
});

describe('--last', () => {
  it.each(['day', 'week', 'month'])('shows the last periods by %s', async (by) => {
    const all = await read('report', '--by', by);
    const last = await read('report', '--by', by, '--last', '2');
    expect(last.rows).toEqual(all.rows.slice(-2));
    expect(last.totals.events).toBe(sum(last.rows));
  });

  it.each([['report', '--by', 'session'], ['report', '--by', 'project'], ['sessions'], ['blocks']])(
    'shows the most recent rows of %s %s %s, and their totals',
    async (...call) => {
      const [all, last] = [await read(...call), await read(...call, '--last', '2')];
      expect(all.rows).toEqual(expect.arrayContaining([...last.rows]));
      const used = last.rows.filter(({ events }) => events > 0);
      expect(used).toHaveLength(2);
      expect(last.totals.events).toBe(sum(used));
      expect(inputOf(last.totals)).toBe(used.reduce((total, row) => total + inputOf(row), 0));
    },
  );
});

describe('--order', () => {
  it.each([['report'], ['sessions'], ['blocks']])('reverses the rows of %s', async (call) => {
    const [ascending, descending] = [await read(call), await read(call, '--order', 'desc')];
    expect(descending.rows).toEqual(ascending.rows.toReversed());
    expect(descending.totals).toEqual(ascending.totals);
  });
});

describe('--breakdown', () => {
  it.each([['report', '--by', 'week'], ['report', '--by', 'session'], ['sessions']])(
    'adds up to each row of %s %s %s',
    async (...call) => {
      const { rows } = await read(...call, '--breakdown');
      for (const row of rows) {
        const parts = row.breakdown ?? [];
        expect(parts.map(({ model }) => model)).toEqual(row.models);
        expect(sum(parts)).toBe(row.events);
        expect(parts.reduce((total, part) => total + inputOf(part), 0)).toBe(inputOf(row));
      }
    },
  );

  it('is shown below each row of a table', async () => {
    const text = await print('report', '--by', 'project', '--breakdown');
    expect(text).toMatch(/shop +claude-code +opus-4-8 +100 .*\n +└ opus-4-8 +100 /);
  });
});

describe('--csv', () => {
  const readCsv = async (...args: readonly string[]) => {
    const [header = '', ...lines] = (await print(...args, '--csv')).trimEnd().split('\n');
    const names = header.split(',');
    return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
  };

  it.each([
    [['report', '--by', 'model'], []],
    [['report', '--by', 'project'], ['--breakdown']],
    [['sessions'], ['--breakdown']],
    [['blocks'], []],
  ])('contains the same numbers as the JSON of %j', async (call, more) => {
    const { totals } = await read(...call);
    for (const rows of [await readCsv(...call), await readCsv(...call, ...more)]) {
      const total = (name: string) => rows.reduce((all, row) => all + Number(row[name]), 0);
      expect(total('events')).toBe(totals.events);
      for (const name of ['inputTokens', 'cacheReadTokens', 'outputTokens', 'totalTokens']) {
        expect(total(name)).toBe(totals.usage[name]);
      }
      expect(total('costUsd')).toBeCloseTo(totals.costUsd ?? 0, 4);
    }
  });

  it.each([['limits'], ['processes']])('answers %s', async (call) => {
    expect(await print(call, '--csv')).toMatch(/^(source,provider|agent,label),/);
  });
});

describe('columns', () => {
  it('omit costs everywhere with --no-cost', async () => {
    for (const call of [['report'], ['sessions'], ['blocks']]) {
      for (const format of [[], ['--json'], ['--csv'], ['--markdown']]) {
        const text = await print(...call, '--no-cost', ...format);
        expect(text).not.toMatch(/cost|API-equiv|\$|unpriced/i);
        expect(text).toContain('2026'.slice(0, 2));
      }
    }
  });

  it('are fewer with --compact', async () => {
    const widthOf = (text: string) =>
      Math.max(
        ...text
          .split('\n')
          .slice(0, 3)
          .map((line) => line.length),
      );
    for (const call of [['report'], ['sessions'], ['blocks']]) {
      const [full, compact] = [await print(...call), await print(...call, '--compact')];
      expect(widthOf(compact)).toBeLessThan(widthOf(full));
      expect(compact).toContain('API-equiv.');
    }
  });

  it('are those of a Markdown table with --markdown', async () => {
    const [header, rule, ...rows] = (await print('report', '--by', 'model', '--markdown')).trimEnd().split('\n');
    expect(header).toMatch(/^\| Model \| Source \| Events \|/);
    expect(rule).toMatch(/^(\| (---|---:) )+\|$/);
    expect(rows).toHaveLength(models.length + 1);
  });
});

describe('options that contradict each other', () => {
  it.each([
    [['report', '--json', '--csv'], '--json and --csv cannot be used together'],
    [['report', '--by', 'model', '--breakdown'], '--breakdown and --by model cannot be used together'],
    [['report', '--last', '0'], 'It must be a whole number above zero.'],
    [['report', '--last', '1.5'], 'It must be a whole number above zero.'],
    [['report', '--project', ''], 'It must be a pattern'],
    [['report', '--order', 'up'], 'asc, desc'],
    [['blocks', '--project', 'shop'], "unknown option '--project'"],
    [['doctor', '--csv'], "unknown option '--csv'"],
  ])('%j are wrong usage', async (args, sentence) => {
    const { code, stdout, stderr } = await runCliInProcess([...args, ...folders]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });
});

describe('several keys', () => {
  it.each([
    ['day,project', ['day', 'project']],
    ['project,month,model', ['project', 'month', 'model']],
  ])('--by %s gives a row for each combination; they add up', async (by, names) => {
    const [one, several] = await Promise.all([read('report', '--by', names[0]!), read('report', '--by', by)]);
    expect(several.totals).toEqual(one.totals);
    expect(several.rows.map(({ keys }) => Object.keys(keys ?? {}))).toEqual(several.rows.map(() => names));
    for (const row of one.rows) {
      const parts = several.rows.filter(({ key, source }) => key === row.key && source === row.source);
      expect([row.key, sum(parts)]).toEqual([row.key, row.events]);
    }
    const [head = ''] = (await print('report', '--by', by, '--csv')).split('\n');
    expect(head.split(',').slice(0, names.length)).toEqual(['key', ...names.slice(1)]);
  });

  it('--instances adds the project, and --breakdown stands below every row', async () => {
    const report = await read('report', '--instances', '--breakdown');
    expect(new Set(report.rows.map(({ keys }) => keys?.['project']))).toEqual(new Set(projects));
    for (const { events, breakdown } of report.rows) expect(sum(breakdown ?? [])).toBe(events);
  });

  it.each(['day,day', 'day,nothing', 'day,', ''])('refuses --by %j', async (by) => {
    expect((await runCliInProcess(['report', '--by', by, ...folders])).code).toBe(2);
  });
});

describe('forms', () => {
  it.each([
    ['report', '--by', 'project,model'],
    ['sessions', '--breakdown'],
    ['blocks', '--token-limit', 'max'],
  ])('%s %s %s is a page of its own that loads nothing', async (...args) => {
    const page = await print(...args, '--html');
    expect(page).toMatch(/^<!doctype html>\n/);
    expect(page).not.toMatch(/<script|src=|href=|@import|url\(/);
    const rows = page.match(/<tr><td/g)?.length ?? 0;
    const markdown = (await print(...args, '--markdown')).trim().split('\n');
    // Below the header and its rule.
    expect(rows).toBe(markdown.length - 2);
  });

  it.each([
    ['report', '--by', 'day,model'],
    ['sessions', '--last', '3'],
    ['blocks', '--recent'],
  ])('%s %s %s has the same sums in its rows, its CSV and its totals', async (...args) => {
    const { rows, totals } = await read(...args);
    expect(sum(rows)).toBe(totals.events);
    const [head = '', ...lines] = (await print(...args, '--csv')).trim().split('\n');
    const column = head.split(',').indexOf('events');
    const counts = lines.map((line) => Number(line.split(',')[column]));
    expect(counts.reduce((all, each) => all + each, 0)).toBe(totals.events);
  });
});

describe('choices', () => {
  it('--id leaves the sessions whose ids begin like that, with their own totals', async () => {
    const { rows, totals } = await read('sessions', '--id', 'session-1', '--id', 'session-4');
    expect(rows).toHaveLength(2);
    expect(sum(rows)).toBe(totals.events);
    expect(await print('sessions', '--id', 'nobody')).toContain('No usage matches.');
  });

  it('--active and --recent leave blocks with their own totals', async () => {
    const [all, recent, active] = await Promise.all([
      read('blocks'),
      read('blocks', '--recent'),
      read('blocks', '--active'),
    ]);
    expect(active.rows).toHaveLength(1);
    expect(recent.rows.length).toBeGreaterThan(1);
    expect(recent.rows.length).toBeLessThan(all.rows.length);
    expect(sum(active.rows)).toBe(active.totals.events);
  });

  it('--token-limit holds every block against a number, or the largest completed block', async () => {
    interface Limited {
      readonly kind: string;
      readonly tokenLimit: number;
      readonly tokenLimitPercent: number;
    }
    const limited = (await read('blocks', '--token-limit', 'max')).rows as unknown as readonly Limited[];
    const completed = limited.filter(({ kind }) => kind === 'completed').map((row) => row.tokenLimitPercent);
    expect(Math.max(...completed)).toBe(100);
    const fixed = (await read('blocks', '--token-limit', '50000000')).rows as unknown as readonly Limited[];
    expect(new Set(fixed.map(({ tokenLimit }) => tokenLimit))).toEqual(new Set([50_000_000]));
    expect(await print('blocks', '--token-limit', 'max')).toMatch(/Of limit/);
    expect((await runCliInProcess(['blocks', '--token-limit', 'most', ...folders])).code).toBe(2);
  });
});
