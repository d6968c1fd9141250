import type { Source } from '../../../../shared/sources/source.ts';
import { toCliOptions, type CliOptions } from '../options/cli-options.ts';
import type { CcusagePeriod, WeekDay } from './periods.ts';

/** ccusage's reports. */
export type CcusageReport = CcusagePeriod | 'session' | 'blocks';

/** The values of ccusage's own options, beyond ours. */
export interface CcusageOptions {
  readonly report: CcusageReport;
  /** The agent of `ccusage claude daily`; null in reports of all agents. */
  readonly agent: Source | null;
  readonly weekStart: WeekDay;
  /** `--sections`: several reports in one answer; empty without it. */
  readonly sections: readonly CcusageReport[];
  readonly hasAgents: boolean;
  /** `--id`: one session. */
  readonly session: string | null;
  /** `--instances`: separate rows for each project. */
  readonly isByProject: boolean;
  readonly project: string | null;
  readonly projectAliases: ReadonlyMap<string, string>;
  readonly isActiveOnly: boolean;
  readonly isRecentOnly: boolean;
  /** `--token-limit`: a number of tokens, or the largest of the earlier blocks. */
  readonly tokenLimit: number | 'max' | null;
}

type Values = Readonly<Record<string, unknown>>;

/** Reads what Commander parsed: our options for the same usage, and ccusage's own. A sentence when they contradict. */
export function toCcusageOptions(
  report: CcusageReport,
  agent: Source | null,
  values: Values,
): { readonly options: CliOptions; readonly ccusage: CcusageOptions } | string {
  const options = toCliOptions({
    ...values,
    schema: '1',
    costMode: values['mode'] ?? values['costMode'] ?? 'auto',
    source: agent?.id ?? values['source'],
    by: ourKeys[report],
    ...(typeof values['project'] === 'string' && { project: [values['project']] }),
  });
  if (typeof options === 'string') return options;
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null);
  return {
    options,
    ccusage: {
      report,
      agent,
      weekStart: (text('startOfWeek') ?? (agent === null ? 'monday' : 'sunday')) as WeekDay,
      sections: (values['sections'] ?? []) as readonly CcusageReport[],
      hasAgents: values['byAgent'] === true,
      session: text('id'),
      isByProject: values['instances'] === true,
      project: text('project'),
      projectAliases: (values['projectAliases'] ?? new Map()) as ReadonlyMap<string, string>,
      isActiveOnly: values['active'] === true,
      isRecentOnly: values['recent'] === true,
      tokenLimit: (values['tokenLimit'] ?? null) as number | 'max' | null,
    },
  };
}

/** The key of our own report, which is shown as text. */
const ourKeys: Readonly<Record<CcusageReport, string>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  session: 'session',
  blocks: 'day',
};
