import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import type { ReportQuery } from '../../../../shared/domain/report.ts';
import type { AnswerContext } from '../command.ts';
import type { CcusageOptions } from './ccusage-options.ts';
import { ccusagePeriods, startOfLast } from './periods.ts';
import { toProjectName } from './project-name.ts';
import type { ProjectRows } from './project-report.ts';
import type { ModelRow } from './usage-shape.ts';

/** What the reports ask of the host: usage by day or by session, split by model. */
export interface UsageAsker {
  days(): Promise<readonly ModelRow[]>;
  sessions(): Promise<readonly ModelRow[]>;
  /** The days of each project separately, and those of usage without a project, unless one project is requested. */
  projects(): Promise<readonly ProjectRows[]>;
}

/** Creates the asker for the usage that the options select. */
export async function createUsageAsker(
  client: Client<HostContract>,
  context: AnswerContext,
  ccusage: CcusageOptions,
): Promise<UsageAsker> {
  const base = toQuery(context, ccusage);
  const ask = async (query: Partial<ReportQuery>): Promise<readonly ModelRow[]> =>
    (await client.call('report', { ...base, ...query })).rows;
  const folders =
    ccusage.project === null && !ccusage.isByProject
      ? []
      : (await ask({ by: 'project', split: 'none' })).filter(({ key }) => isProject(key, ccusage.project));
  const projects = ccusage.project === null ? undefined : folders.map(({ key }) => toGlob(key ?? '')).join('\n');
  return {
    days: () => ask({ ...(projects !== undefined && { projects }) }),
    sessions: () => ask({ by: 'session' }),
    projects: async () => {
      const names = [...new Set(folders.map(({ key }) => key))].filter((folder) => folder !== null);
      const parts = names.map(async (folder) => ({ folder, rows: await ask({ projects: toGlob(folder) }) }));
      const all = await Promise.all(ccusage.project === null ? [...parts, askWithoutProject(ask, names)] : parts);
      return all.filter(({ rows }) => rows.length > 0);
    },
  };
}

/** The usage without a project, so that the parts still add up to all usage. */
async function askWithoutProject(
  ask: (query: Partial<ReportQuery>) => Promise<readonly ModelRow[]>,
  folders: readonly string[],
): Promise<ProjectRows> {
  const excludedProjects = folders.map(toGlob).join('\n');
  return { folder: null, rows: await ask(folders.length > 0 ? { excludedProjects } : {}) };
}

function toQuery({ options, calendar, nowMs }: AnswerContext, { report, weekStart }: CcusageOptions): ReportQuery {
  const { since, until, last, source } = options;
  const end = until ?? calendar.dayOf(nowMs);
  const period = ccusagePeriods.find((name) => name === report);
  const start = last === null || period === undefined ? null : startOfLast(period, last, end, weekStart);
  return {
    by: 'day',
    split: 'model',
    since: start !== null && (since === null || since < start) ? start : since,
    until,
    timeZone: options.timeZone,
    source,
  };
}

/** Whether a folder is the project of this name: ccusage's name for it, or the name of the folder. */
function isProject(folder: string | null, wanted: string | null): boolean {
  if (wanted === null) return true;
  return folder !== null && [toProjectName(folder), folder, folder.split(/[/\\]/).at(-1)].includes(wanted);
}

/** A glob that matches this folder alone; a bare name would match every folder of that name. */
function toGlob(folder: string): string {
  const glob = folder.replaceAll('\\', '/').replaceAll(/[*?[\]{}()!+@|^$,]/g, '\\$&');
  return folder.includes('/') || folder.includes('\\') ? glob : `./${glob}`;
}
