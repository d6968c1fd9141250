import path from 'node:path';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { silentLogger, type Logger } from '../../../shared/ports/logger.ts';
import type { SettingsStore } from '../../../shared/settings/settings-store.ts';
import { overrideSettings, type SettingOverrides } from '../../../shared/settings/overrides.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { toDataFolder } from '../system/data-folder.ts';
import { createEngine } from '../engine/engine.ts';
import { findEngineScript } from '../engine/worker/find-engine-script.ts';
import { createGuests, readHostEnvironment } from '../system/host-environment.ts';
import { createProcessProbe } from '../probes/create-process-probe.ts';
import type { LedgerKeys } from '../secrets/ledger-key.ts';
import { isFolder } from '../system/is-folder.ts';
import { systemClock } from '../system/system-clock.ts';
import { readSystemTimeZone } from '../system/system-time-zone.ts';
import type { AlertSetup } from './alerts/alert-pipeline.ts';
import { openAlertStores } from './alerts/alert-stores.ts';
import { toHostEngine, type HostEngine } from './engine/host-engine.ts';
import { createHost, type Host } from './host.ts';
import { createLocalStatuslineInstaller } from './statusline/statusline-installer.ts';
import { readLedgerKeys } from './secrets/ledger-keys.ts';
import { createFileWriter } from './settings/file-writer.ts';
import { readSettings } from './settings/read-only-settings.ts';
import { openSettingsStore } from './settings/settings-store.ts';
import { createWorkerEngine } from './engine/worker-engine.ts';

/** Which host to open. Null stands for the person's own home or data folder. */
export interface LocalHostRequest {
  readonly home: string | null;
  readonly dataFolder: string | null;
  /** Settings that apply to this host alone. */
  readonly overrides: SettingOverrides;
  /** Open the settings to change them, for a command that does. */
  readonly changesSettings?: true;
}

/** What a long-lived host has in addition. */
export interface LongLived {
  readonly alerts: AlertSetup;
  readonly logger: Logger;
  /** Validate answers of the engine's worker against the contract. */
  readonly checksAnswers: boolean;
}

/**
 * Builds a host in this process, on this machine's logs, settings and ledger: what commands use. It raises no alerts
 * and writes no settings unless it is given the parts for that; then its engine runs on a worker thread. Fails when a
 * folder or the ledger cannot be used, except that an engine on a worker reports this when it starts.
 */
export async function openLocalHost(
  request: LocalHostRequest,
  store?: SettingsStore,
  alerting?: LongLived,
): Promise<Result<Host, Problem>> {
  if (request.home !== null && !(await isFolder(request.home))) {
    return fail(createProblem('home-missing', { folder: request.home }));
  }
  const environment = readHostEnvironment(request.home);
  const dataFolder = path.resolve(request.dataFolder ?? toDataFolder(environment));
  const settings = store ?? (await openSettings(dataFolder, request));
  const system = {
    clock: systemClock,
    // What the person must know is reported as a problem.
    logger: alerting?.logger ?? silentLogger,
  };
  const alertStores = await openAlertStores({ dataFolder, variables: process.env, logger: system.logger });
  const script = alerting === undefined ? null : await findEngineScript();
  const parts = {
    home: request.home,
    dataFolder,
    settings: overrideSettings(settings.get(), request.overrides),
    logger: system.logger,
    ledgerKeys: await readLedgerKeys(alertStores.secrets, process.env),
  };
  const engine =
    script === null
      ? openEngine({ ...parts, environment, clock: systemClock })
      : ok(createWorkerEngine(script, { ...parts, checksAnswers: alerting?.checksAnswers ?? false }));
  if (!engine.ok) return engine;
  const { nowMs } = systemClock;
  const installer = createLocalStatuslineInstaller({ environment, dataFolder, workingFolder: process.cwd(), nowMs });
  return ok(
    createHost({
      ...{ ...system, readSystemTimeZone, settings, alertStores, nowMs },
      engine: engine.value,
      dataFolder,
      alerts: alerting?.alerts ?? null,
      // Settings of this host alone must not show elsewhere.
      statusline: { installer, stateFolder: Object.keys(request.overrides).length === 0 ? dataFolder : null },
    }),
  );
}

/** The settings for as long as a command lives. */
async function openSettings(
  dataFolder: string,
  { overrides, changesSettings }: LocalHostRequest,
): Promise<SettingsStore> {
  if (changesSettings !== true) return readSettings(dataFolder, overrides);
  // Without this command's overrides, which are not settings of the person.
  const { nowMs } = systemClock;
  return openSettingsStore({ dataFolder, nowMs, logger: silentLogger, createWriter: createFileWriter });
}

/** An engine in this process: commands end soon, and a worker would take longer to start. */
function openEngine(options: {
  readonly home: string | null;
  readonly dataFolder: string;
  readonly environment: HostEnvironment;
  readonly settings: Settings;
  readonly ledgerKeys: LedgerKeys;
  readonly clock: Clock;
  readonly logger: Logger;
}): Result<HostEngine, Problem> {
  const engine = createEngine({
    ...options,
    systemTimeZone: readSystemTimeZone(),
    host: options.environment,
    guests: createGuests(options.home),
    probe: createProcessProbe(),
  });
  return engine.ok ? ok(toHostEngine(engine.value)) : engine;
}
