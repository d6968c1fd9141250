import type { EventKey } from '../domain/ids.ts';
import type { TokenUsage } from '../domain/token-usage.ts';

/** One response as a proxy reported it: numbers, ids and names, never a prompt. */
export interface ProxyUse {
  /** The same whenever the proxy reports it again. */
  readonly id: string;
  readonly atMs: number;
  readonly model: string;
  readonly provider: string | null;
  readonly sessionId: string | null;
  /** The provider's own id of the request, which an agent's log may have, too; null where it is not passed on. */
  readonly providerRequestId: string | null;
  readonly user: string | null;
  readonly team: string | null;
  /** The key's alias, or the beginning of its hash. */
  readonly key: string | null;
  readonly usage: TokenUsage;
  /** What the proxy charged, in USD; null when it does not say. */
  readonly costUsd: number | null;
}

/** Whose spending a budget limits. */
export const budgetSubjects = ['key', 'user', 'team', 'customer', 'provider', 'proxy'] as const;
export type BudgetSubject = (typeof budgetSubjects)[number];

/** A budget, and how much of it is spent, in USD. */
export interface ProxyBudget {
  readonly subject: BudgetSubject;
  /** What identifies the subject, such as a key's hash. */
  readonly name: string;
  readonly label: string | null;
  readonly usedUsd: number;
  readonly limitUsd: number;
  /** The time until it renews; null where the proxy does not say. */
  readonly windowMinutes: number | null;
  readonly resetsAtMs: number | null;
}

/** A proxy's own totals for some days; compared with its single responses. */
export interface ProxyTotals {
  readonly requests: number;
  readonly tokens: number;
  readonly costUsd: number;
}

/** What an answer or a message of a proxy holds. */
export interface ProxyReading {
  readonly uses: readonly ProxyUse[];
  readonly budgets: readonly ProxyBudget[];
  /** Rows that are no use of a provider, by reason. */
  readonly skips: Readonly<Record<string, number>>;
  readonly totals: ProxyTotals | null;
}

/** Something to ask a proxy. */
export interface ProxyQuestion {
  /** What it is about; the same path with other parameters has the same name. */
  readonly name: string;
  /** Path and parameters, below the proxy's address. */
  readonly path: string;
  /** Null when the answer does not have the documented shape. Never throws. */
  read(answer: unknown): ProxyReading | null;
}

/** Days to ask about, both included: `2026-05-01`. */
export interface ProxySpan {
  readonly since: string;
  readonly until: string;
}

/** A proxy between agents and providers, which counts what passes. */
export interface UsageProxy {
  /** The name that an agent's log has for a provider's request; null for an id that no log has. */
  nameOf(requestId: string): EventKey | null;
  /** What to ask it, once for each day of a span and once for budgets. All of it only reads. */
  questions(span: ProxySpan): readonly ProxyQuestion[];
  /**
   * The body of its callback for each response: one object, an array, or lines. Null when it is something else. Never
   * throws.
   */
  readCallback(text: string): ProxyReading | null;
  /** The body of its webhook about budgets; null when it is something else. Never throws. */
  readWebhook(text: string): ProxyReading | null;
}
