import type { createMessages } from '../../../shared/messages/catalogue.ts';

/** The name of every metric: each has its help text in the messages. */
export type MetricName = keyof ReturnType<typeof createMessages>['server']['metrics'];

/** Labels by name; an empty value counts as no label. */
export type Labels = Readonly<Record<string, string>>;

/** A value with its labels. */
export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** A metric with everything that is known of it now. One without samples is not shown: absent is not zero. */
export interface Metric {
  /** A counter's name ends with `_total`. */
  readonly name: MetricName;
  readonly type: 'counter' | 'gauge';
  readonly samples: readonly Sample[];
}

/** Builds a metric, adding up samples with the same labels; null values are left out. */
export function toMetric(
  type: Metric['type'],
  name: MetricName,
  samples: Iterable<readonly [labels: Labels, value: number | null]>,
): Metric {
  const sums = new Map<string, { readonly labels: Labels; value: number }>();
  for (const [given, value] of samples) {
    if (value === null) continue;
    const labels = clean(given);
    const key = JSON.stringify(labels);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { labels, value });
    else sum.value += value;
  }
  return { name, type, samples: [...sums.values()] };
}

/**
 * Control characters other than line ends do not belong in names; a reader may take NUL for the end of the input. Lone
 * surrogates all become the same replacement character, and a reader rejects duplicate labels.
 */
function clean(labels: Labels): Labels {
  const toClean = (value: string): string => value.replace(/\p{Cs}|[^\P{Cc}\n]/gu, '\uFFFD');
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, toClean(value)]));
}

/** Reads all metrics as of now. */
export type GatherMetrics = () => Promise<readonly Metric[]>;
