import type { TokenUsage } from '../../domain/token-usage.ts';
import type { Formats } from '../format/formats.ts';
import { tokenWords } from './count-words.ts';

const classNames: Readonly<Record<keyof TokenUsage, string>> = {
  inputTokens: 'input',
  cacheCreation5mTokens: 'cache write (5 min)',
  cacheCreation1hTokens: 'cache write (1 h)',
  cacheReadTokens: 'cache read',
  outputTokens: 'output',
  reasoningTokens: 'reasoning, included in output',
};

/** Usage of today and this week, and burn rates. */
export function createUsageMessages(format: Formats) {
  return {
    title: 'Usage',
    today: 'Today',
    week: 'This week',
    all: 'All',
    none: 'No usage',
    tokenClass: (count: number, name: keyof TokenUsage): string => `${format.integer(count)} ${classNames[name]}`,
    tokensByClass: (tokens: number, parts: readonly string[]): string =>
      `${format.integer(tokens)} ${format.plural(tokens, tokenWords)}: ${parts.join('; ')}`,
    now: 'Now',
    perMinute: 'tokens/min',
    costPerHour: (cost: string): string => `${cost} per hour`,
    nowTitle: 'Over the last 15 minutes: all tokens, including cache, and their API-equivalent cost',
    lastHour: 'Last hour',
    lastHourLine: (tokens: string, peak: string): string => `Last hour: ${tokens} tokens, at most ${peak} in a minute`,
    idle: 'No usage in the last hour',
    tokens: 'tokens',
    fromCache: 'From cache',
    /** One of both: they do not fit on one line of the popover. */
    cached: (share: string, saved: string | null): string =>
      saved === null ? `${share} cached` : `cache saved ${saved}`,
    savedTitle: 'Saved, estimated: against the same tokens without a cache, at list prices',
    fromCacheTitle: (read: string, input: string): string =>
      `${read} of ${input} input tokens were read from the cache`,
    /** `share` is today's part of a usual day's total, in percent. */
    ofUsualDay: (share: number): string => `${format.percent(share)} of a usual day`,
    ofUsualDayTitle: (tokens: string, days: number): string =>
      `A usual day has ${tokens} tokens: the median of ${days} days with usage in the last four weeks`,
    thisWeek: (tokens: string, cost: string | null): string => `${tokens} this week${cost === null ? '' : `, ${cost}`}`,
    noCost: 'No cost is known.',
    notABill: 'API-equivalent cost; not a bill.',
    costExcludes: (models: string): string => `Excludes ${models}, whose cost is not known.`,
    burn: {
      title: 'Burn rate',
      idle: 'No usage in the last hour.',
      noUsage: 'No usage in this time',
      lastHour: 'Last hour',
      minutes: (minutes: number): string => `${minutes} min`,
      tokens: 'Tokens',
      fresh: 'Fresh',
      cost: 'Cost',
      perMinute: '/ min',
      tokensTitle: 'All tokens, including cache',
      costTitle: 'API-equivalent cost: what the tokens would cost through the API',
    },
  };
}
