import type { PlanLimit, SourcePlan } from '../../domain/plan.ts';

/**
 * Only the provider knows the real limits, and they are in none of these units. These are the publicly quoted figures,
 * no better than an estimate: tokens are those of input and output only. The plans' ids are stored in people's settings.
 */
const quoted = {
  readOn: '2026-08-01',
  readAt:
    'Maciek-roboblog/Claude-Code-Usage-Monitor, README and src/claude_monitor/core/plans.py (v3.1.0); prices as quoted ' +
    'by stacknotice.com/blog/claude-max-vs-pro-for-developers-2026',
} as const;

const limits = (usd: number, tokensInOut: number, requests: number): readonly PlanLimit[] => [
  { unit: 'usd', value: usd },
  { unit: 'tokens-in-out', value: tokensInOut },
  { unit: 'requests', value: requests },
];

/** The subscription plans; the code of the source above has 19,000 tokens for Pro, its README 44,000. */
export const claudeCodePlans: readonly SourcePlan[] = [
  {
    id: 'pro',
    label: 'Claude Pro',
    blockLimits: limits(18, 44_000, 250),
    monthlyUsd: 20,
    providerNames: ['claude_pro', 'default_claude_pro', 'pro'],
    ...quoted,
  },
  {
    id: 'max-5x',
    label: 'Claude Max 5×',
    blockLimits: limits(35, 88_000, 1_000),
    monthlyUsd: 100,
    providerNames: ['default_claude_max_5x'],
    ...quoted,
  },
  {
    id: 'max-20x',
    label: 'Claude Max 20×',
    blockLimits: limits(140, 220_000, 2_000),
    monthlyUsd: 200,
    providerNames: ['default_claude_max_20x'],
    ...quoted,
  },
  {
    id: 'claude-code-team',
    label: 'Claude Team',
    blockLimits: [],
    monthlyUsd: null,
    providerNames: ['claude_team'],
    ...quoted,
  },
];
