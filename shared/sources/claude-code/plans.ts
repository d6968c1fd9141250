import type { SourcePlan } from '../../domain/plan.ts';

/**
 * Only the provider knows the real limits, and they are not in dollars. These are the publicly quoted figures, no
 * better than an estimate. Their ids are stored in people's settings.
 */
const quoted = {
  readOn: '2026-08-01',
  readAt: 'Maciek-roboblog/Claude-Code-Usage-Monitor, src/claude_monitor/core/plans.py (v3.1.0)',
} as const;

/** The subscription plans. */
export const claudeCodePlans: readonly SourcePlan[] = [
  { id: 'pro', label: 'Claude Pro', blockLimitUsd: 18, ...quoted },
  { id: 'max-5x', label: 'Claude Max 5×', blockLimitUsd: 35, ...quoted },
  { id: 'max-20x', label: 'Claude Max 20×', blockLimitUsd: 140, ...quoted },
];
