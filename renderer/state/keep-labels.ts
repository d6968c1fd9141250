import type { SourceId } from '../../shared/domain/ids.ts';
import type { SourceStatus } from '../../shared/snapshot/app-snapshot.ts';

export type Labels = ReadonlyMap<SourceId, string>;
export const noLabels: Labels = new Map();

/** The names of agents: the same map as before while no name has changed. */
export function keepLabels(held: Labels, sources: readonly Pick<SourceStatus, 'source' | 'label'>[]): Labels {
  const isSame = sources.length === held.size && sources.every(({ source, label }) => held.get(source) === label);
  return isSame ? held : new Map(sources.map(({ source, label }) => [source, label]));
}
