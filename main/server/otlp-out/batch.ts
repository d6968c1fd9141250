import * as v from 'valibot';

const metricSchema = v.object({
  name: v.string(),
  type: v.picklist(['counter', 'gauge']),
  samples: v.array(v.object({ labels: v.record(v.string(), v.string()), value: v.number() })),
});

/** All metrics at one moment, with their sums so far. */
export const batchSchema = v.object({ atMs: v.number(), metrics: v.array(metricSchema) });

/** A metric as it is kept until it is sent. */
export type BatchMetric = v.InferOutput<typeof metricSchema>;
export type Batch = v.InferOutput<typeof batchSchema>;

/** Sums of this process alone, which is not what the ledger's counters are. */
const leftOut = /^process_|^fuelgauge_own_written_bytes_total$/;

/** What is sent of the metrics at one moment: values that are not finite numbers are left out. */
export function toBatch(
  metrics: readonly {
    readonly name: string;
    readonly type: 'counter' | 'gauge';
    readonly samples: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
  }[],
  atMs: number,
): Batch {
  return {
    atMs,
    metrics: metrics
      .filter(({ name }) => !leftOut.test(name))
      .map(({ name, type, samples }) => ({
        ...{ name, type },
        samples: samples.filter(({ value }) => Number.isFinite(value)).map((sample) => ({ ...sample })),
      })),
  };
}
