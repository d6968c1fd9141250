import { describe, expect, it } from 'vitest';
import { createUsageFilter } from '../../../../../main/node/engine/usage/filter-usage.ts';
import { createProjectNames, nameProject, nameProjectsIn } from '../../../../../main/node/engine/project-names.ts';
import { createPreferences } from '../../../../../main/node/engine/preferences.ts';
import { readUsage } from '../../../../../main/node/engine/usage/read-usage.ts';
import { addTotals } from '../../../../../shared/analytics/totals.ts';
import { summarize } from '../../../../../shared/analytics/summaries.ts';
import { hiddenProject } from '../../../../../shared/domain/hidden-project.ts';
import type { ReportQuery } from '../../../../../shared/domain/report.ts';
import type { UsageCell } from '../../../../../shared/domain/usage-cell.ts';
import { shippedPrices } from '../../../../../shared/pricing/list-prices.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';
import { emptySections } from '../../../../../shared/snapshot/empty-sections.ts';
import { makeCell } from '../../../../support/make-cell.ts';

const projects = {
  names: [
    { folder: '/home/ada/shop*', name: 'Shop' },
    { folder: 'blog', name: 'Diary' },
  ],
  hidden: ['/home/ada/clients/**', 'secret'],
};
const names = createProjectNames(projects);

describe('createProjectNames', () => {
  it.each([
    ['/home/ada/shop', 'Shop'],
    ['/home/ada/shop-old', 'Shop'],
    ['/srv/blog', 'Diary'],
    ['C:\\work\\blog', 'Diary'],
    ['/home/ada/other', '/home/ada/other'],
    ['/home/ada/clients/acme', hiddenProject],
    ['/home/ada/clients/blog', hiddenProject],
    ['/x/secret', hiddenProject],
    ['c:\\work\\tool', 'C:\\work\\tool'],
    ['c:/work/tool', 'C:/work/tool'],
    ['c:relative', 'c:relative'],
  ])('calls %s %s', (folder, shown) => {
    expect(names.nameOf(folder)).toBe(shown);
  });

  it('keeps the id of a session, by which it is guarded, but not the branch of a hidden one', () => {
    const session = { sessionId: 's1', project: '/x/secret', branch: 'launch-of-x' };
    expect(nameProject(names, session)).toEqual({ sessionId: 's1', project: hiddenProject, branch: null });
    expect(nameProject(names, { ...session, project: '/x/blog' }).branch).toBe('launch-of-x');
    expect(nameProject(names, { project: '/x/secret' })).toEqual({ project: hiddenProject });
  });
});

describe('a filter', () => {
  const passes = (globs: string, project: string): boolean =>
    createUsageFilter({ projects: globs }, names)?.(makeCell({ project })) ?? true;
  it('finds a project by its name and its folder, and a hidden one by neither', () => {
    expect(passes('Shop', '/home/ada/shop')).toBe(true);
    expect(passes('shop', '/home/ada/shop')).toBe(true);
    expect(passes('secret', '/x/secret')).toBe(false);
    expect(passes(hiddenProject.replaceAll(/[()]/g, '?'), '/x/secret')).toBe(true);
  });
});

describe('readUsage', () => {
  function createReports(cells: readonly UsageCell[], rules: typeof projects) {
    const asked: (readonly string[])[] = [];
    const ledger = {
      store: () => ({
        sums: ({ groupBy }: { groupBy: readonly string[] }) => {
          asked.push(groupBy);
          return cells;
        },
      }),
    } as never;
    const preferences = createPreferences({ ...defaultSettings, projects: rules }, 'UTC', shippedPrices);
    const context = { ledger, preferences, refreshRollups: () => undefined };
    const report = (by: ReportQuery['by']) => {
      const read = readUsage(context, {}, { groupBy: [by as 'project'], boundariesMs: [] });
      const query = { by, split: 'none', since: null, until: null, timeZone: null, source: null } as const;
      return summarize(read, query, preferences.calendar(), preferences.book(), 0);
    };
    return { report, asked };
  }

  it('joins folders of one name, hides others with their branches, and loses nothing', () => {
    const cells = [
      makeCell({ project: '/home/ada/shop', branch: 'a' }),
      makeCell({ project: '/home/ada/shop-old', branch: 'b' }),
      makeCell({ project: '/x/secret', branch: 'launch-of-x' }),
      makeCell({ project: '/home/ada/clients/acme', branch: 'c' }),
      makeCell({ project: null, branch: null }),
    ];
    const { report, asked } = createReports(cells, projects);
    const { rows, totals } = report('project');
    expect(rows.map(({ key, events }) => [key, events])).toEqual([
      [null, 1],
      [hiddenProject, 2],
      ['Shop', 2],
    ]);
    expect(addTotals(rows).usage).toEqual(totals.usage);
    expect(report('branch').rows.map(({ key }) => key)).toEqual([null, 'a', 'b']);
    expect(asked.at(-1)).toContain('project');
  });

  it('counts a folder on a Windows drive once, whatever the case of its letter', () => {
    const cells = ['c:\\work', 'C:\\work', 'd:\\work'].map((project) => makeCell({ project }));
    const { rows } = createReports(cells, { names: [], hidden: [] }).report('project');
    expect(rows.map(({ key, events }) => [key, events])).toEqual([
      ['C:\\work', 2],
      ['D:\\work', 1],
    ]);
  });
});

describe('nameProjectsIn', () => {
  const empty = emptySections('UTC', 0);
  const sections = {
    ...empty,
    sessions: [{ project: '/x/secret', branch: 'b' }] as never,
    processes: { ...empty.processes, agents: [{ cwd: '/x/secret' }, { cwd: null }] as never },
    usage: {
      ...empty.usage,
      anomalies: [
        { cause: 'project', causeName: '/x/secret' },
        { cause: 'model', causeName: 'secret' },
      ] as never,
    },
  };
  it('names sessions, processes and causes in a snapshot, and only what it has', () => {
    const named = nameProjectsIn(names, sections);
    expect(named.sessions).toEqual([{ project: hiddenProject, branch: null }]);
    expect(named.processes?.agents).toEqual([{ cwd: hiddenProject }, { cwd: null }]);
    expect(named.usage?.anomalies.map(({ causeName }) => causeName)).toEqual([hiddenProject, 'secret']);
    expect(nameProjectsIn(names, { scan: empty.scan })).toEqual({ scan: empty.scan });
  });
  it('leaves everything as it is without rules', () => {
    expect(nameProjectsIn(createProjectNames({ names: [], hidden: [] }), sections)).toEqual(sections);
  });
});
