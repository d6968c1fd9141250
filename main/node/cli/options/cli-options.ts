import type { ClockChoice } from '../../../../shared/domain/clock-choice.ts';
import type { CostMode } from '../../../../shared/domain/price-choices.ts';
import { filterFields } from '../../../../shared/domain/profile-fields.ts';
import { parseReportKeys, type ReportKey } from '../../../../shared/domain/report.ts';
import type { SpanQuery } from '../../../../shared/domain/span-query.ts';
import type { UsageFilter } from '../../../../shared/domain/usage-filter.ts';
import type { PlanOverride } from '../cli-host.ts';
import { messages } from '../messages.ts';
import type { JsonSchema } from '../output/json-schemas.ts';

const { wrongUsage } = messages.cli.help;

/** Forms in which a command can answer. */
export type OutputFormat = 'text' | 'json' | 'csv' | 'markdown' | 'html';

/** Orders of rows: oldest or alphabetically first row at the top, or at the bottom. */
export const sortOrders = ['asc', 'desc'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** Options that only some commands take. */
export type OptionGroup =
  'key' | 'ids' | 'blocks' | 'filter' | 'rows' | 'breakdown' | 'columns' | 'formats' | 'tree' | 'ask';

/** Valid options of a call; null where an option was not given. */
export interface CliOptions extends SpanQuery {
  readonly home: string | null;
  readonly dataFolder: string | null;
  readonly format: OutputFormat;
  /** Shows text that is longer than the terminal in the pager. */
  readonly usesPager: boolean;
  /** Makes folders in tables links of the terminal. */
  readonly hasLinks: boolean;
  /** Version of the JSON output. */
  readonly schema: JsonSchema;
  readonly costMode: CostMode | null;
  /** How times are written, in place of the setting. */
  readonly clock: ClockChoice | null;
  /** The hour at which a day begins, in place of the setting. */
  readonly dayStartHour: number | null;
  readonly plan: PlanOverride | null;
  /** What a row of `report` represents. */
  readonly by: ReportKey;
  /** What else distinguishes its rows. */
  readonly alsoBy: readonly ReportKey[];
  readonly filter: UsageFilter;
  readonly order: SortOrder;
  /** How many periods or rows to show, counted from the newest. */
  readonly last: number | null;
  /** Shows every row's models below it. */
  readonly hasBreakdown: boolean;
  readonly hasCost: boolean;
  /** What the ids of sessions begin with; empty for all sessions. */
  readonly ids: readonly string[];
  /** The file that `watch` keeps up to date; null for none. */
  readonly stateFile: string | null;
  readonly isActiveOnly: boolean;
  readonly isRecentOnly: boolean;
  /** The limit in tokens that blocks are compared with; `max` is the largest completed one. */
  readonly tokenLimit: number | 'max' | null;
  /** Shows every process of an agent below it. */
  readonly hasTree: boolean;
  /** Asks agents for their limits first. */
  readonly asksAgents: boolean;
  /** Leaves out the less important columns. */
  readonly isCompact: boolean;
  /** The columns to show, in that order; null for the command's own. */
  readonly columns: readonly string[] | null;
}

/** The span of usage that the options are about. */
export function toSpanQuery({ since, until, timeZone, source }: CliOptions): SpanQuery {
  return { since, until, timeZone, source };
}

type Values = Readonly<Record<string, unknown>>;

/** Reads what Commander parsed. Returns a sentence when the options contradict each other. */
export function toCliOptions(values: Values): CliOptions | string {
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null);
  const [by = 'day', ...others] = parseReportKeys(text('by') ?? 'day');
  const alsoBy = new Set<ReportKey>([...others, ...(values['instances'] === true ? (['project'] as const) : [])]);
  alsoBy.delete(by);
  const options: CliOptions = {
    home: text('home'),
    dataFolder: text('data'),
    format: formats.find((name) => values[name] === true) ?? 'text',
    usesPager: values['pager'] !== false,
    hasLinks: values['hyperlinks'] === true,
    schema: values['schema'] === '2' ? 2 : 1,
    since: text('since'),
    until: text('until'),
    timeZone: text('timezone') === '' ? null : text('timezone'),
    source: text('source'),
    costMode: text('costMode') as CostMode | null,
    clock: null,
    dayStartHour: null,
    plan: null,
    by,
    alsoBy: [...alsoBy],
    filter: toFilter(values),
    order: (text('order') ?? 'asc') as SortOrder,
    last: typeof values['last'] === 'number' ? values['last'] : null,
    hasBreakdown: values['breakdown'] === true,
    hasCost: values['cost'] !== false,
    ids: Array.isArray(values['id']) ? (values['id'] as readonly string[]) : [],
    stateFile: text('writeState'),
    isActiveOnly: values['active'] === true,
    isRecentOnly: values['recent'] === true,
    tokenLimit: (values['tokenLimit'] ?? null) as number | 'max' | null,
    hasTree: values['tree'] === true,
    asksAgents: values['ask'] === true,
    isCompact: values['compact'] === true,
    columns: Array.isArray(values['columns']) ? (values['columns'] as readonly string[]) : null,
  };
  return findContradiction(options, values) ?? options;
}

const formats = ['json', 'csv', 'markdown', 'html'] as const;

function toFilter(values: Values): UsageFilter {
  const globs = (name: string): string | undefined => {
    const list = values[name];
    return Array.isArray(list) ? list.join('\n') : undefined;
  };
  return {
    ...Object.fromEntries(filterFields.map(({ report, filter }) => [filter, globs(report)])),
    excludedProjects: globs('excludeProject'),
  };
}

function findContradiction(options: CliOptions, values: Values): string | null {
  const { since, until, by, alsoBy, hasBreakdown, hasCost } = options;
  if (since !== null && until !== null && since > until) return wrongUsage.span(since, until);
  if (hasBreakdown && [by, ...alsoBy].includes('model')) return wrongUsage.exclusive('--breakdown', '--by model');
  // Version 2 is the answer to one call, whole and unchanged.
  const isContractJson = options.format === 'json' && options.schema === 2;
  if (isContractJson && hasBreakdown) return wrongUsage.exclusive('--breakdown', '--schema 2', wrongUsage.splitByModel);
  if (isContractJson && options.tokenLimit !== null) return wrongUsage.exclusive('--token-limit', '--schema 2');
  if (isContractJson && !hasCost) return wrongUsage.exclusive('--no-cost', '--schema 2');
  if (options.columns !== null && options.format === 'json') return wrongUsage.exclusive('--columns', '--json');
  const [first, second] = formats.filter((name) => values[name] === true);
  return first === undefined || second === undefined ? null : wrongUsage.exclusive(`--${first}`, `--${second}`);
}
