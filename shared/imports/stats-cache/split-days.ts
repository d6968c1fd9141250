import { emptyUsage, totalTokens, type TokenUsage } from '../../domain/token-usage.ts';

type TokenClass = keyof TokenUsage;

const inAndOut: readonly TokenClass[] = ['inputTokens', 'outputTokens'];
const all: readonly TokenClass[] = [...inAndOut, 'cacheReadTokens', 'cacheCreation5mTokens'];

/**
 * Divides the tokens of a model's days into classes, in the proportion of the model's total, so that each day keeps its
 * sum. A day's tokens are input and output, or, in newer files, all classes: the total shows which. Null where it is
 * neither, so that nobody can tell.
 */
export function splitDays(days: readonly number[], total: TokenUsage): readonly TokenUsage[] | null {
  const sum = days.reduce((left, right) => left + right, 0);
  const classes = [inAndOut, all].find((some) => sum === totalTokens(pick(total, some)));
  if (classes === undefined || sum === 0) return null;
  return days.map((tokens) => splitDay(tokens, pick(total, classes), sum));
}

/** Whole numbers; what rounding leaves over belongs to the largest class. */
function splitDay(tokens: number, total: TokenUsage, sum: number): TokenUsage {
  const parts: Record<TokenClass, number> = { ...emptyUsage };
  for (const name of all) parts[name] = Math.floor(tokens * (total[name] / sum));
  const largest = all.reduce((best, name) => (total[name] > total[best] ? name : best));
  parts[largest] += tokens - totalTokens(parts);
  return parts;
}

function pick(usage: TokenUsage, names: readonly TokenClass[]): TokenUsage {
  return { ...emptyUsage, ...Object.fromEntries(names.map((name) => [name, usage[name]])) };
}
