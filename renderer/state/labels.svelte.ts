import type { SourceId } from '../../shared/domain/ids.ts';
import type { SourceStatus } from '../../shared/snapshot/app-snapshot.ts';
import { keepLabels, noLabels } from './keep-labels.ts';

/** What agents are called. */
export interface AgentNames {
  /** A new function only when a name has changed: a view with 100,000 rows then names them again. */
  readonly labelOf: (source: SourceId) => string;
}

/** Follows the names in the snapshot, whose sources change with every response. Call it while a component is set up. */
export function createLabels(sources: () => readonly Pick<SourceStatus, 'source' | 'label'>[]): AgentNames {
  let held = noLabels;
  const labels = $derived.by(() => (held = keepLabels(held, sources())));
  const labelOf = $derived.by(() => {
    const names = labels;
    return (source: SourceId): string => names.get(source) ?? source;
  });
  return {
    get labelOf() {
      return labelOf;
    },
  };
}
