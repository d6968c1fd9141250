import type { SourceId } from '../../../../shared/domain/ids.ts';
import { toAgentSource } from '../../../../shared/processes/agents.ts';
import type { SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';

/**
 * Keeps what belongs to one source; everything for null. Sums over all sources (`burn`, the totals of `usage`) are not
 * changed.
 */
export function filterSections(sections: SnapshotSections, wanted: SourceId | null): SnapshotSections {
  if (wanted === null) return sections;
  const isWanted = ({ source }: { readonly source: SourceId }): boolean => source === wanted;
  const { limits, usage, processes } = sections;
  return {
    ...sections,
    sources: sections.sources.filter(isWanted),
    blocks: sections.blocks.filter(isWanted),
    limits: { windows: limits.windows.filter(isWanted), forecasts: limits.forecasts.filter(isWanted) },
    usage: {
      ...usage,
      today: { ...usage.today, bySource: usage.today.bySource.filter(isWanted) },
      week: { ...usage.week, bySource: usage.week.bySource.filter(isWanted) },
    },
    sessions: sections.sessions.filter(isWanted),
    processes: {
      ...processes,
      agents: processes.agents.filter(({ agent }) => toAgentSource(agent) === wanted),
      orphans: processes.orphans.filter(({ agent }) => agent !== null && toAgentSource(agent) === wanted),
    },
  };
}
