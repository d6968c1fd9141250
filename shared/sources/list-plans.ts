import type { SourceId } from '../domain/ids.ts';
import type { SourcePlan } from '../domain/plan.ts';
import { sources } from './registry.ts';

/** The plans of all sources, each with the source whose blocks it limits. */
export function listPlans(): readonly (SourcePlan & { readonly source: SourceId })[] {
  return sources.flatMap(({ id, plans = [] }) => plans.map((plan) => ({ ...plan, source: id })));
}
