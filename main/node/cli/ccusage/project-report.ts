import { groupBy } from '../../../../shared/lib/group-by.ts';
import type { SortOrder } from '../options/cli-options.ts';
import type { CcusageOptions } from './ccusage-options.ts';
import { toPeriodRows, toTotals } from './period-report.ts';
import type { CcusagePeriod } from './periods.ts';
import { toProjectName } from './project-name.ts';
import type { ModelRow } from './usage-shape.ts';

/** The rows of one project's folder; null for usage whose log names none. */
export interface ProjectRows {
  readonly folder: string | null;
  readonly rows: readonly ModelRow[];
}

/** `--instances`: the rows of a period, separately for each project, `{projects: {name: […]}, totals}`. */
export function toProjectReport(
  period: CcusagePeriod,
  parts: readonly ProjectRows[],
  options: CcusageOptions,
  order: SortOrder,
): object {
  const byName = groupBy(parts, ({ folder }) => toProjectName(folder));
  const projects = [...byName].map(([name, own]) => {
    const project = options.projectAliases.get(name) ?? name;
    const rows = toPeriodRows(
      period,
      own.flatMap(({ rows: each }) => each),
      options,
      order,
    );
    return [project, rows.map((row) => ({ ...row, project }))] as const;
  });
  const all = parts.flatMap(({ rows }) => rows);
  return { projects: Object.fromEntries(projects), totals: toTotals(all, options) };
}
