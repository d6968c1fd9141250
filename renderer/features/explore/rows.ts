import type { SourceId } from '../../../shared/domain/ids.ts';
import { toRepository } from '../../../shared/domain/repository.ts';
import type { Report, ReportRow, UsageTotals } from '../../../shared/domain/report.ts';
import { addUsage } from '../../../shared/domain/token-usage.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { toPathName } from '../../../shared/lib/path-name.ts';
import { messages } from '../../messages.ts';
import { formatDayKey } from '../../state/day-labels.ts';
import type { ExploreChoice, Grouping } from './choice.ts';

const { common, explore: words, format } = messages;

/** One row of the table. */
export interface ExploreRow extends UsageTotals {
  readonly id: string;
  readonly key: string | null;
  readonly source: SourceId;
  readonly name: string;
  readonly title: string;
  readonly agent: string;
  readonly models: readonly string[];
  readonly lastAtMs: number;
  /** What names are sorted by: a period by its time. */
  readonly order: string;
  /** What the filter looks in, in lower case. */
  readonly text: string;
}

/** What names depend on. */
export interface RowContext {
  readonly labelOf: (source: SourceId) => string;
  readonly timeZone: string;
  readonly nowMs: number;
}

/** The rows of a report as the table shows them. */
export function toExploreRows(report: Report, choice: ExploreChoice, context: RowContext): readonly ExploreRow[] {
  const { of, by } = choice;
  if (of !== null) {
    const wanted = report.rows.filter((row) => isOf(row, of.by, of.key));
    return mergeRows(wanted, ({ key }) => key).map((row) => toRow(row, 'session', context));
  }
  const keyOf = (row: ReportRow): string | null =>
    by === 'repository' && row.key !== null ? toRepository(row.key) : row.key;
  return mergeRows(report.rows, keyOf).map((row) => toRow(row, by, context));
}

function isOf(row: ReportRow, by: Grouping, key: string | null): boolean {
  // A key that the report already has stands in `key`.
  const own = by === 'session' ? row.key : (row.alsoKeys?.[0] ?? null);
  return (by === 'repository' && own !== null ? toRepository(own) : own) === key;
}

/** One row for every key and source: sessions are split by project, and repositories gather projects. */
function mergeRows(rows: readonly ReportRow[], keyOf: (row: ReportRow) => string | null): readonly ReportRow[] {
  const merged = new Map<string, ReportRow>();
  for (const row of rows) {
    const key = keyOf(row);
    const id = JSON.stringify([key, row.source]);
    const held = merged.get(id);
    merged.set(id, held === undefined ? { ...row, key } : addRow(held, row));
  }
  return [...merged.values()];
}

function addRow(held: ReportRow, row: ReportRow): ReportRow {
  return {
    ...held,
    // A session that visits several folders is named after the one with the most responses.
    split: row.events > held.events ? row.split : held.split,
    events: held.events + row.events,
    unfinishedEvents: held.unfinishedEvents + row.unfinishedEvents,
    usage: addUsage(held.usage, row.usage),
    costMicroUsd:
      held.costMicroUsd === null || row.costMicroUsd === null
        ? (held.costMicroUsd ?? row.costMicroUsd)
        : held.costMicroUsd + row.costMicroUsd,
    unpricedModels: [...new Set([...held.unpricedModels, ...row.unpricedModels])].sort(),
    models: [...new Set([...held.models, ...row.models])].sort(),
    firstAtMs: Math.min(held.firstAtMs, row.firstAtMs),
    lastAtMs: Math.max(held.lastAtMs, row.lastAtMs),
  };
}

function toRow(row: ReportRow, by: Grouping, context: RowContext): ExploreRow {
  const agent = context.labelOf(row.source);
  const { name, title } = toName(row, by, context);
  const models = row.models.map(cleanText);
  return {
    ...row,
    id: JSON.stringify([row.key, row.source]),
    name,
    title,
    agent,
    models,
    order: by === 'day' || by === 'month' ? (row.key ?? '') : name.toLowerCase(),
    text: [name, title, agent, ...models].join('\n').toLowerCase(),
  };
}

function toName(row: ReportRow, by: Grouping, { labelOf, nowMs, timeZone }: RowContext) {
  const { key } = row;
  switch (by) {
    case 'session': {
      const project = row.split === null ? common.noProject : toPathName(row.split);
      const name = words.sessionAt(project, format.moment(row.firstAtMs, nowMs, timeZone));
      return { name, title: cleanText(`${row.split ?? common.noProject} · ${key ?? ''}`) };
    }
    case 'project':
    case 'repository':
      return key === null
        ? { name: common.noProject, title: common.noProjectReason }
        : { name: toPathName(key), title: cleanText(key) };
    case 'source':
      return { name: labelOf(row.source), title: row.source };
    case 'day':
    case 'month':
      return { name: formatDayKey(key ?? ''), title: key ?? '' };
    default: {
      const name = key === null ? (words.withoutKey[by] ?? common.unknown) : cleanText(key);
      return { name, title: name };
    }
  }
}
