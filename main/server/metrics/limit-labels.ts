import type { SourceId } from '../../../shared/domain/ids.ts';
import type { LimitId } from '../../../shared/domain/limit-id.ts';
import type { Labels } from './metric.ts';

/** What names a limit window: the same labels on every metric of it, so that they can be joined. */
export function toLimitLabels({ id, source }: { readonly id: LimitId; readonly source: SourceId }): Labels {
  return { source, provider: id.provider, account: id.account ?? '', limit: id.name, window: id.scope };
}
