import { hostname } from 'node:os';
import path from 'node:path';
import packageFile from '../../../package.json' with { type: 'json' };
import type { Logger } from '../../../shared/ports/logger.ts';
import type { ExportTarget } from './resolve-export.ts';
import { openBatchQueue } from './batch-queue.ts';
import { createExporter, type ExporterParts } from './exporter.ts';
import { createSend } from './send.ts';

/** An export that runs until it is stopped. */
export interface RunningExport {
  /** Measures once more, tries once to send everything, and ends; the rest stays on disk. */
  stop(): Promise<void>;
}

/** Measures at every interval and sends; while the collector cannot be reached, less and less often. Never throws. */
export async function startExport(options: {
  readonly target: ExportTarget;
  readonly dataFolder: string;
  readonly gather: ExporterParts['gather'];
  readonly nowMs: () => number;
  readonly logger: Logger;
}): Promise<RunningExport> {
  const { target, dataFolder, logger, nowMs } = options;
  const exporter = createExporter({
    ...options,
    resource: {
      'service.name': 'fuelgauge',
      'service.version': packageFile.version,
      'host.name': hostname(),
      'os.type': process.platform === 'win32' ? 'windows' : process.platform,
      ...target.resource,
    },
    version: packageFile.version,
    queue: await openBatchQueue(path.join(dataFolder, 'otlp-out'), nowMs()),
    send: createSend(target),
  });
  let nextAttemptMs = 0;
  const step = async (): Promise<void> => {
    try {
      await exporter.measure();
      if (nowMs() < nextAttemptMs) return;
      nextAttemptMs = nowMs() + ((await exporter.drain()) ?? 0);
    } catch (error) {
      logger.error('metrics were not exported', error);
    }
  };
  let last = step();
  const timer = setInterval(() => {
    last = last.then(step);
  }, target.intervalMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await last;
      nextAttemptMs = 0;
      await step();
    },
  };
}
