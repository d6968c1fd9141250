import { homedir } from 'node:os';
import path from 'node:path';
import { createProblem } from '../../../../shared/domain/problem.ts';
import { fail, type Result } from '../../../../shared/lib/result.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { ServerSettings } from '../../../../shared/settings/server-settings.ts';
import { toPairingAddress } from '../access/pairing-address.ts';
import type { Host } from '../host.ts';
import { createLogFile } from '../../system/log-file.ts';
import type { RunningServer, RunServer } from './running-server.ts';

/** The server of the tray app: runs while the settings say so. */
export interface ServerSwitch {
  /** Its state, once the settings have been applied. */
  state(): Promise<SwitchState>;
  /** Stops it permanently. */
  stop(): Promise<void>;
}

/** Where it is reached, or why not. */
export interface SwitchState {
  readonly address: string | null;
  readonly fingerprint: string | null;
  readonly pairingAddress: string | null;
  readonly failure: string | null;
}

/** What the switch needs. */
export interface ServerSwitchOptions {
  readonly host: Host;
  /** Loads the server; not called while it is off. */
  readonly load: () => Promise<RunServer>;
  readonly dataFolder: string;
  readonly logger: Logger;
  readonly checksAnswers: boolean;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly nowMs: () => number;
}

const maxAuditBytes = 5 * 1024 * 1024;

/** A server as it was started, or why it was not. */
interface Attempt {
  readonly place: string;
  readonly result: Result<RunningServer>;
}

/**
 * Builds the switch and applies the settings. A change of where it listens starts a new server; the running one applies
 * the rest. A failure is a problem of the host until it is resolved or the switch is off.
 */
export function createServerSwitch(options: ServerSwitchOptions): ServerSwitch {
  const { host, logger } = options;
  const settings = () => host.settings.get().server;
  let attempt: Attempt | null = null;
  let isStopped = false;

  const stopRunning = async (): Promise<void> => {
    const running = attempt?.result;
    attempt = null;
    if (running?.ok === true) await running.value.stop();
  };
  const adapt = async (): Promise<void> => {
    const { isOn } = settings();
    const place = toPlace(settings());
    if (!isOn || isStopped || attempt?.place !== place) await stopRunning();
    if (isOn && !isStopped) {
      if (attempt === null || !attempt.result.ok) attempt = { place, result: await start(options) };
      else await attempt.result.value.refresh();
    }
    const failure = attempt?.result.ok === false ? attempt.result.error : null;
    if (failure === null) host.view.clearProblem('server-not-started');
    else host.view.setProblem(createProblem('server-not-started', { detail: failure }));
  };
  let last: Promise<void> = Promise.resolve();
  const schedule = (): Promise<void> => {
    last = last.then(adapt).catch((error: unknown) => logger.error('the server could not be switched', error));
    return last;
  };
  void schedule();
  const forget = host.settings.onChange(() => void schedule());
  return {
    async state() {
      await last;
      return toState(attempt?.result ?? null, settings());
    },
    stop() {
      isStopped = true;
      forget();
      return schedule();
    },
  };
}

/** What decides where a server listens, and with which certificate. */
function toPlace({ host, port, certificateFile, privateKeyFile, allowedHosts }: ServerSettings): string {
  return JSON.stringify([host, port, certificateFile, privateKeyFile, allowedHosts]);
}

async function start({ load, host, nowMs, ...parts }: ServerSwitchOptions): Promise<Result<RunningServer>> {
  const file = path.join(parts.dataFolder, 'audit.log');
  const audit = createLogFile({ file, homeFolder: homedir(), maxBytes: maxAuditBytes, nowMs });
  try {
    const run = await load();
    return await run({ ...parts, host, settings: () => host.settings.get().server, audit });
  } catch (error) {
    parts.logger.error('the server could not be started', error);
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function toState(result: Result<RunningServer> | null, settings: ServerSettings): SwitchState {
  if (result === null) return { address: null, fingerprint: null, pairingAddress: null, failure: null };
  if (!result.ok) return { address: null, fingerprint: null, pairingAddress: null, failure: result.error };
  const { address, port, fingerprint } = result.value;
  return {
    address,
    fingerprint: fingerprint(),
    pairingAddress: toPairingAddress({ ...settings, port }),
    failure: null,
  };
}
