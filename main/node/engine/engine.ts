import type { Problem } from '../../../shared/domain/problem.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import type { GuestSystems } from '../system/guest-systems.ts';
import type { CopyTiming } from '../store/recovery/ledger-copy.ts';
import type { LedgerKeys } from '../secrets/ledger-key.ts';
import type { CompactorTiming } from './upkeep/compactor.ts';
import type { Engine } from './engine-api.ts';
import { createEngineCore } from './engine-core.ts';
import { createEngineUpkeep } from './engine-upkeep.ts';
import { toEngine } from './engine-surface.ts';
import { openLedgerAccess } from './ledger/ledger-access.ts';

/** The engine's dependencies. Everything that touches the system is injected. */
export interface EngineOptions {
  readonly host: HostEnvironment;
  /** Other systems on this machine, which are asked for before each look at the logs; none if omitted. */
  readonly guests?: GuestSystems;
  readonly dataFolder: string;
  readonly settings: Settings;
  /** The zone that the setting `system` refers to. */
  readonly systemTimeZone: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly probe: ProcessProbe;
  /** With which keys the ledger's names are encrypted; none if omitted. */
  readonly ledgerKeys?: LedgerKeys;
  /** When old events are rolled up; defaults to the usual times. */
  readonly compaction?: Partial<CompactorTiming>;
  /** How often the ledger's file is looked at, and when it is copied; defaults to the usual times. */
  readonly housekeeping?: Partial<CopyTiming> & { readonly checkMs?: number };
}

/** Builds the engine and opens its ledger. Fails when the ledger can be neither opened nor created. */
export function createEngine(options: EngineOptions): Result<Engine, Problem> {
  const opened = openLedgerAccess(options.dataFolder, options.clock, options.housekeeping, options.ledgerKeys);
  if (!opened.ok) return opened;
  const host = { ...options.host, dataFolder: options.dataFolder };
  const core = createEngineCore({ ...options, host }, opened.value);
  const upkeep = createEngineUpkeep(options, core);
  return ok(toEngine(options, core, upkeep));
}
