import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBatchQueue } from '../../../../../main/server/otlp-out/batch-queue.ts';
import { createExporter } from '../../../../../main/server/otlp-out/exporter.ts';
import type { ExportOutcome } from '../../../../../main/server/otlp-out/send.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const startMs = 1_800_000_000_000;

interface Json {
  readonly resourceMetrics: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly sum?: { readonly dataPoints: readonly { readonly asDouble: number }[] };
        readonly gauge?: unknown;
      }[];
    }[];
  }[];
}

/** An exporter on a queue in a folder, with a receiver that answers as it is told, and adds up what it took. */
async function createExport(temporality: 'cumulative' | 'delta', folder = makeFolder()) {
  let [total, clockMs] = [100, startMs];
  let answers: readonly ExportOutcome['kind'][] = [];
  const received: number[] = [];
  const warnings: string[] = [];
  const queue = await openBatchQueue(folder, clockMs);
  const exporter = createExporter({
    target: { protocol: 'http/json', temporality },
    ...{ resource: { 'service.name': 'fuelgauge' }, version: '1', queue, nowMs: () => clockMs },
    gather: async () => [
      { name: 'fuelgauge_responses_total', type: 'counter', samples: [{ labels: { source: 'codex' }, value: total }] },
      { name: 'process_cpu_seconds_total', type: 'counter', samples: [{ labels: {}, value: 1 }] },
    ],
    async send(body) {
      const kind = answers[0] ?? 'sent';
      answers = answers.slice(1);
      if (kind === 'later') return { kind, reason: 'away', afterMs: null };
      const { resourceMetrics } = JSON.parse(Buffer.from(body).toString()) as Json;
      const metrics = resourceMetrics[0]!.scopeMetrics[0]!.metrics;
      expect(metrics.map(({ name }) => name)).toEqual(['fuelgauge.responses']);
      received.push(metrics[0]!.sum!.dataPoints[0]!.asDouble);
      return kind === 'sent' ? { kind } : { kind, reason: 'broken' };
    },
    logger: { warn: (line) => void warnings.push(line) },
  });
  return {
    ...{ exporter, queue, received, warnings, folder },
    use: (more: number) => void (total += more),
    answer: (...kinds: ExportOutcome['kind'][]) => void (answers = kinds),
    async step() {
      clockMs += 1_000;
      await exporter.measure();
      return exporter.drain();
    },
  };
}

describe('the export of metrics', () => {
  it('sends sums as they are', async () => {
    const { step, use, received } = await createExport('cumulative');
    await step();
    use(5);
    await step();
    expect(received).toEqual([100, 105]);
  });

  it('sends differences, counted from when it was turned on', async () => {
    const { step, use, received } = await createExport('delta');
    await step();
    use(5);
    await step();
    await step();
    use(2);
    await step();
    expect(received).toEqual([5, 2]);
  });

  it('keeps what was not taken, waits longer each time, and sends it in order', async () => {
    const { step, use, received, answer, queue } = await createExport('delta');
    await step();
    use(5);
    answer('later');
    expect(await step()).toBe(5_000);
    use(7);
    answer('later');
    expect(await step()).toBe(10_000);
    expect([await queue.size(), received]).toEqual([2, []]);
    expect(await step()).toBe(null);
    expect(received).toEqual([5, 7]);
  });

  it('sends a difference once, even if nobody has answered, and a sum again', async () => {
    const delta = await createExport('delta');
    await delta.step();
    delta.use(5);
    delta.answer('unknown');
    await delta.step();
    delta.use(1);
    await delta.step();
    expect(delta.received).toEqual([5, 1]);
    expect(delta.warnings).toEqual(['OTLP: broken; a batch may be lost']);
    const sums = await createExport('cumulative');
    sums.answer('unknown');
    await sums.step();
    await sums.step();
    expect(sums.received).toEqual([100, 100, 100]);
  });

  it('loses no usage while a receiver refuses it, such as for a wrong token', async () => {
    const { step, use, answer, received, exporter, queue, warnings } = await createExport('delta');
    await step();
    use(5);
    answer('never', 'never');
    expect(await step()).toBeNull();
    use(2);
    await step();
    expect(await queue.size()).toBe(0);
    use(1);
    await exporter.measure();
    await exporter.drain();
    // The first two were refused; a difference that was answered with a failure may have been taken, and is not repeated.
    expect(received).toEqual([5, 7, 8]);
    expect(warnings).toEqual(Array(2).fill('OTLP: broken; the next batch includes this one'));
    use(4);
    answer('failed');
    await step();
    use(3);
    await step();
    expect(received).toEqual([5, 7, 8, 4, 3]);
  });

  it('doubles nothing after a crash while it was sending', async () => {
    const first = await createExport('delta');
    await first.step();
    first.use(5);
    await first.exporter.measure();
    await first.queue.begin(true);
    // The process ends here; another one opens the same folder.
    const second = await createExport('delta', first.folder);
    second.use(8);
    await second.step();
    expect(second.received).toEqual([3]);
  });

  it('sends a sum again after such a crash', async () => {
    const first = await createExport('cumulative');
    await first.exporter.measure();
    await first.queue.begin(false);
    const second = await createExport('cumulative', first.folder);
    await second.step();
    expect(second.received).toEqual([100, 100]);
  });

  it('bounds what waits, and loses no usage by it', async () => {
    const { step, use, received, answer, queue } = await createExport('delta');
    await step();
    for (let count = 0; count < 250; count += 1) {
      use(1);
      answer('later');
      await step();
    }
    expect(await queue.size()).toBe(240);
    await step();
    expect(received[0]).toBe(12);
    expect(received.reduce((sum, each) => sum + each, 0)).toBe(250);
  });

  it('goes on without what it cannot read', async () => {
    const { step, received, folder } = await createExport('cumulative');
    writeFileSync(join(folder, '0000000000000001.json'), '{"atMs":');
    await step();
    expect(received).toEqual([100]);
    expect(readdirSync(folder).toSorted()).toEqual(['base.json', 'start.json']);
  });
});
