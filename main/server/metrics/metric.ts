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
  for (const [labels, value] of samples) {
    if (value === null) continue;
    const key = JSON.stringify(labels);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { labels, value });
    else sum.value += value;
  }
  return { name, type, samples: [...sums.values()] };
}
