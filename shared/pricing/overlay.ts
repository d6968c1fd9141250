import type { DayKey } from '../domain/calendar-day.ts';
import type { ModelPrice } from './price-table.ts';

/** What the price list lacks: a price at another time, or a correction of an error in the list. */
export interface PriceCorrection {
  /** Names as in the price table. */
  readonly models: readonly string[];
  /** First day (UTC) on which it applies; null: from the beginning. */
  readonly since: DayKey | null;
  /** First day (UTC) on which it no longer applies; null: until further notice. */
  readonly until: DayKey | null;
  /** Source of this information. */
  readonly source: string;
  /** Multiplies all token rates, in percent. */
  readonly scalePercent?: number;
  /** Replaces these parts of the price. */
  readonly set?: Partial<ModelPrice>;
}

const million = 1_000_000;

/**
 * Dated corrections to the shipped table, applied in this order. Deliberately not included: Claude Sonnet 5 was
 * announced at $2/$10 until 2026-09-01 and $3/$15 after it; Anthropic made the lower price the standard one before that
 * day (platform.claude.com/docs/en/about-claude/pricing; theopenco/llmgateway#3612, yiliangs/agent-usage-stat#81), so
 * the listed price applies throughout.
 */
export const priceCorrections: readonly PriceCorrection[] = [
  {
    // Earlier editions of the list had a factor of 6 for Opus 4.8, which contradicts the documentation: $10/$50.
    models: ['claude-opus-4-8', 'claude-opus-5'],
    since: null,
    until: null,
    source: 'code.claude.com/docs/en/fast-mode; platform.claude.com/docs/en/about-claude/pricing',
    set: { fastPercent: 200 },
  },
  {
    models: ['claude-opus-4-6', 'claude-opus-4-6-20260205'],
    since: null,
    until: '2026-03-13',
    source: 'claude.com/blog/1m-context-ga (premium ends); rates: Wei-Shaw/claude-relay-service#954',
    set: {
      longContext: {
        above: 200_000,
        rates: {
          input: 10 * million,
          output: 37.5 * million,
          cacheRead: million,
          cacheWrite5m: 12.5 * million,
          cacheWrite1h: 20 * million,
        },
      },
    },
  },
  {
    models: ['claude-sonnet-4-6'],
    since: null,
    until: '2026-03-13',
    source: 'claude.com/blog/1m-context-ga (premium ends); rates: those of Claude Sonnet 4.5, its price being the same',
    set: {
      longContext: {
        above: 200_000,
        rates: {
          input: 6 * million,
          output: 22.5 * million,
          cacheRead: 0.6 * million,
          cacheWrite5m: 7.5 * million,
          cacheWrite1h: 12 * million,
        },
      },
    },
  },
  {
    // $2.50/$15 became $2/$12: every rate was cut by a fifth.
    models: ['gpt-5.6-terra'],
    since: null,
    until: '2026-07-30',
    source: 'openai.com/index/advancing-the-price-performance-frontier-with-gpt-5-6; anomalyco/models.dev#3879',
    scalePercent: 125,
  },
  {
    // $1/$6 became $0.20/$1.20: every rate was cut by four fifths.
    models: ['gpt-5.6-luna'],
    since: null,
    until: '2026-07-30',
    source: 'openai.com/index/advancing-the-price-performance-frontier-with-gpt-5-6; anomalyco/models.dev#3879',
    scalePercent: 500,
  },
  {
    // The list doubles the standard price; OpenAI's own page gives two and a half times.
    models: ['gpt-5.5', 'gpt-5.5-2026-04-23'],
    since: null,
    until: null,
    source: 'openai.com/api-priority-processing; BerriAI/litellm#28447',
    set: {
      priority: {
        input: 12.5 * million,
        output: 75 * million,
        cacheRead: 1.25 * million,
        cacheWrite5m: 12.5 * million,
        cacheWrite1h: 12.5 * million,
      },
    },
  },
];
