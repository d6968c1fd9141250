import type { SourcePlan } from '../../../../shared/domain/plan.ts';

/** The plans of Loom. */
export const loomPlans: readonly SourcePlan[] = [
  {
    id: 'loom-guild',
    label: 'Loom Guild',
    blockLimits: [{ unit: 'usd', value: 1 }],
    monthlyUsd: 10,
    providerNames: ['guild'],
    readOn: '2026-05-01',
    readAt: 'made up',
  },
];
