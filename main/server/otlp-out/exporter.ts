import { secondMs } from '../../../shared/domain/instant.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { ExportTarget } from './resolve-export.ts';
import { toBatch } from './batch.ts';
import type { BatchQueue } from './batch-queue.ts';
import type { SendExport } from './send.ts';
import { toRequest } from './to-request.ts';

/** The exporter's dependencies. */
export interface ExporterParts {
  readonly target: Pick<ExportTarget, 'protocol' | 'temporality'>;
  readonly resource: Readonly<Record<string, string>>;
  readonly version: string;
  readonly queue: BatchQueue;
  readonly send: SendExport;
  /** Null while the logs are being read for the first time. */
  readonly gather: () => Promise<Parameters<typeof toBatch>[0] | null>;
  readonly nowMs: () => number;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Sends metrics, step by step. */
export interface Exporter {
  /** Measures and queues. */
  measure(): Promise<void>;
  /** Sends waiting batches, oldest first; returns null when none is left, or else the time until the next attempt. */
  drain(): Promise<number | null>;
}

const firstRestMs = 5 * secondMs;
const maxRestMs = 300 * secondMs;

/**
 * Builds an exporter. Cumulative sums may be sent twice without harm. A difference is sent once: one that was handed over
 * without an answer counts as received, because sending it again might count it twice. What the receiver refused, such as
 * for a wrong token, is part of the next difference.
 */
export function createExporter(parts: ExporterParts): Exporter {
  const { target, queue, logger, nowMs } = parts;
  const isDelta = target.temporality === 'delta';
  let restMs = firstRestMs;
  const sendNext = async (): Promise<number | null> => {
    const batch = await queue.next();
    if (batch === null) return null;
    const base = isDelta ? await queue.base() : null;
    const body =
      isDelta && base === null
        ? null
        : toRequest({ ...parts, batch, base, startedAtMs: queue.startedAtMs }, target.protocol);
    // The first batch has no base: usage counts from here on.
    if (body === null) {
      await queue.acknowledge();
      return 0;
    }
    await queue.begin(isDelta);
    const outcome = await parts.send(body);
    if (outcome.kind === 'later' || (outcome.kind === 'unknown' && !isDelta)) {
      await queue.requeue();
      logger.warn(`OTLP: ${outcome.reason}; another attempt follows`);
      const waitMs = Math.min(('afterMs' in outcome ? outcome.afterMs : null) ?? restMs, maxRestMs);
      restMs = Math.min(restMs * 2, maxRestMs);
      return waitMs;
    }
    restMs = firstRestMs;
    if (outcome.kind === 'never') {
      logger.warn(`OTLP: ${outcome.reason}; the next batch includes this one`);
      await queue.drop();
      return 0;
    }
    if (outcome.kind !== 'sent') logger.warn(`OTLP: ${outcome.reason}; a batch may be lost`);
    await queue.acknowledge();
    return 0;
  };
  return {
    async measure() {
      const metrics = await parts.gather();
      if (metrics !== null) await queue.add(toBatch(metrics, nowMs()));
    },
    async drain() {
      let waitMs = await sendNext();
      while (waitMs === 0) waitMs = await sendNext();
      return waitMs;
    },
  };
}
