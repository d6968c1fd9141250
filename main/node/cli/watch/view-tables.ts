import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { sortAgents } from '../top/top-state.ts';
import { formatProcessList } from '../commands/processes.ts';
import { toReportTable } from '../output/report-forms.ts';
import { toSessionTable } from '../output/session-forms.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { selectColumns, type DataTable } from '../output/data-table.ts';
import { bold } from '../output/page.ts';
import type { LivePage } from './live-page.ts';
import { formatLiveTable } from './live-table.ts';
import type { ViewFacts } from './view-facts.ts';
import type { WatchView } from './watch-choices.ts';

const { format } = messages;
const { processes: processTexts, watch: texts } = messages.cli;
const barColumn = 24;

/** The body of a view that is a table; `waiting` until its facts are there. */
export function formatViewTable(
  page: LivePage,
  view: Exclude<WatchView, 'realtime'>,
  facts: ViewFacts,
  options: CliOptions,
): string {
  switch (view) {
    case 'daily':
      return formatPeriods(page, facts, { ...options, by: 'day', alsoBy: [] });
    case 'monthly':
      return formatPeriods(page, facts, { ...options, by: 'month', alsoBy: [] });
    case 'session': {
      if (facts.sessions === null) return texts.waiting;
      const { rows, totals } = facts.sessions;
      if (rows.length === 0) return texts.nothingYet;
      const newest = rows.toReversed().map((session) => ({ session, models: null, parentId: null, subagents: [] }));
      return formatDataTable(page, selectColumns(toSessionTable(page, options, newest, totals), options));
    }
    case 'processes': {
      if (facts.processes === null) return texts.waiting;
      const { rows, orphans } = facts.processes;
      const count = rows.reduce((sum, row) => sum + row.processes, 0);
      const list = formatProcessList(page, { rows: sortAgents(rows, 'cpu'), orphans }, options.hasTree);
      return [bold(page, processTexts.top.title(rows.length, count)), ...list].join('\n');
    }
  }
}

/** The newest period at the top, and a bar of tokens where there is room. */
function formatPeriods(page: LivePage, { periods }: ViewFacts, options: CliOptions): string {
  if (periods === null || periods.query.by !== options.by) return texts.waiting;
  if (periods.rows.length === 0) return texts.nothingYet;
  const rows = periods.rows.toReversed();
  const table = selectColumns(
    toReportTable(
      page,
      options,
      periods,
      rows.map((row) => ({ row, models: null })),
    ),
    options,
  );
  const max = Math.max(1, ...rows.map(({ usage }) => totalTokens(usage)));
  const bars = rows.map(({ usage }) => {
    const cells = Math.round((totalTokens(usage) / max) * barColumn);
    return '█'.repeat(Math.max(cells, totalTokens(usage) > 0 ? 1 : 0));
  });
  return formatDataTable(page, {
    columns: [...table.columns, { head: texts.ofMost(format.compact(max)), role: 'detail' }],
    rows: [...table.rows].map((cells, index) => [...cells, bars[index] ?? '']),
    ...(table.totals !== undefined && { totals: [...table.totals, ''] }),
  });
}

/** Bars are left out first. */
function formatDataTable(page: LivePage, { columns, rows, totals }: DataTable): string {
  const live = columns.map((column) => ({
    ...column,
    ...(column.role === 'detail' ? { dropped: column.dropped ?? 9 } : {}),
  }));
  return formatLiveTable(page, live, [...rows], totals);
}
