import type { Logger } from '../../../../shared/ports/logger.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { LedgerKeys } from '../../secrets/ledger-key.ts';
import { createEngineClient } from '../../engine/worker/engine-client.ts';
import { systemClock } from '../../system/system-clock.ts';
import { readSystemTimeZone } from '../../system/system-time-zone.ts';
import { openCrashKeeper } from '../error-reports/open-crash-keeper.ts';
import type { HostEngine } from './host-engine.ts';

export type { LedgerKeys };

/** What an engine on a worker thread needs. */
export interface WorkerEngineOptions {
  /** Home folder whose logs are read; null: the person's own. */
  readonly home: string | null;
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly ledgerKeys: LedgerKeys;
  /** Validate answers against the contract: in development. */
  readonly checksAnswers: boolean;
  readonly logger: Logger;
}

/** Builds the engine for a host that lives long, which leaves a file of a crash when it dies; its worker starts with `start()`. `script` is the built worker file. */
export function createWorkerEngine(script: URL, { logger, ...data }: WorkerEngineOptions): HostEngine {
  const keepCrash = openCrashKeeper(data.dataFolder, systemClock.nowMs);
  const engine = { ...data, systemTimeZone: readSystemTimeZone() };
  return createEngineClient(script, engine, { logger, reportDeath: (error) => void keepCrash('engine', error) });
}
