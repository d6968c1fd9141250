import type { SourcePlan } from '../../domain/plan.ts';

/** Prices as others read them on the provider's page. What a block allows is in the logs, so nothing is estimated. */
const quoted = {
  blockLimits: [],
  readOn: '2026-09-13',
  readAt: 'openai.com/chatgpt/pricing, as in wjf1/coding-plan-radar, data/manual/plans.json',
} as const;

/** The subscription plans. `pro` is sold at several prices, which the logs do not tell apart. */
export const codexPlans: readonly SourcePlan[] = [
  { id: 'codex-plus', label: 'ChatGPT Plus', monthlyUsd: 20, providerNames: ['plus'], ...quoted },
  { id: 'codex-pro', label: 'ChatGPT Pro', monthlyUsd: null, providerNames: ['pro'], ...quoted },
  { id: 'codex-team', label: 'ChatGPT Business', monthlyUsd: null, providerNames: ['team', 'business'], ...quoted },
];
