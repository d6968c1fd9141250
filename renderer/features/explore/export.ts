import type { TimelinePoint } from '../../../shared/domain/session-timeline.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import { isPersonal } from '../../state/personal-names.ts';
import type { ExportRecord } from '../../state/save-records.ts';
import type { Grouping } from './choice.ts';
import { sortRows, type Sorting } from './columns.ts';
import { sortGroups, type ExploreGroup } from './groups.ts';
import type { ExploreRow } from './rows.ts';

/**
 * The rows of a table in its order, with exact figures; of a divided one the rows inside, each with the row that it is
 * inside of.
 */
export function toRecords(groups: readonly ExploreGroup[], sorting: Sorting): readonly ExportRecord[] {
  return sortGroups(groups, sorting).flatMap(({ row, parts }) =>
    parts.length === 0
      ? [toRecord(row)]
      : sortRows(parts, sorting).map((part) => ({ group: row.name, groupKey: row.key, ...toRecord(part) })),
  );
}

/** The members of those records that hold personal names. */
export function toNameMembers(by: Grouping, then: Grouping | null): readonly string[] {
  const own = ['name', 'key'];
  if (then === null) return isPersonal(by) ? own : [];
  return [...(isPersonal(by) ? ['group', 'groupKey'] : []), ...(isPersonal(then) ? own : [])];
}

function toRecord(row: ExploreRow): ExportRecord {
  return {
    name: row.name,
    key: row.key,
    source: row.source,
    models: row.models.join(' '),
    lastAt: new Date(row.lastAtMs).toISOString(),
    responses: row.events,
    ...row.usage,
    totalTokens: totalTokens(row.usage),
    costMicroUsd: row.costMicroUsd,
    unpricedModels: row.unpricedModels.join(' '),
  };
}

/** The responses of a session, in order; several that came within one step of its timeline are one. Times are UTC. */
export function toTimelineRecords(points: readonly TimelinePoint[]): readonly ExportRecord[] {
  return points.map(({ atMs, model, isSidechain, events, usage, costMicroUsd, isCostPartial, contextTokens }) => ({
    at: new Date(atMs).toISOString(),
    model,
    isSubagent: String(isSidechain),
    responses: events,
    ...usage,
    totalTokens: totalTokens(usage),
    costMicroUsd,
    isCostPartial: String(isCostPartial),
    contextTokens,
  }));
}
